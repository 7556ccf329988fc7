import type { Document, Span } from "../document/document.ts";
import { type Figure, figureSpan, type HedgeKind } from "../extract/mentions.ts";
import type { Edit, Fix } from "../finding.ts";
import { spell } from "./spell.ts";

const hedgeWords: Readonly<Record<HedgeKind, string>> = {
  "at-least": "at least",
  "more-than": "more than",
  "at-most": "up to",
  "fewer-than": "fewer than",
  nearly: "nearly",
  about: "about",
  exactly: "exactly",
};

const adjacentHedge = (figure: Figure): Span | undefined =>
  figure.hedge && !figure.hedge.verb && figure.hedge.end <= figure.start && figure.start - figure.hedge.end <= 2 ? figure.hedge : undefined;

/** The stretch that a finding about a figure underlines: its hedge where it stands before the number, the number, and its noun. */
export function underlined(figure: Figure): Span {
  return { start: adjacentHedge(figure)?.start ?? figure.start, end: figureSpan(figure).end };
}

/**
 * Puts the source's number, with its hedge, in place of the draft's, in the draft's style: words stay words, a capital stays a capital, "around" for "about" stays.
 * `from` tells where it comes from, behind the words that are put in.
 */
export function replaceFigure(document: Document, draft: Figure, source: Figure, from: string, change: "Change" | "Update" = "Change"): Fix {
  const keepsHedge = draft.hedge?.kind === source.hedge?.kind;
  const hedge = keepsHedge ? undefined : adjacentHedge(draft);
  const start = hedge?.start ?? draft.start;
  const distantHedge = draft.hedge && !hedge;
  const capital = startsWithCapital(document, start, draft);
  const newHedge = source.hedge && !distantHedge ? hedgeWords[source.hedge.kind] : "";
  const money = isOtherMoney(draft, source);
  const words = [newHedge, money ? withNoun(source) : numberInStyle(draft, source, capital && !newHedge)].filter(Boolean).join(" ");
  const newText = capital ? words.charAt(0).toUpperCase() + words.slice(1) : words;
  return suggested(`${change} to “${newText}”, ${from}`, [{ start, end: money ? figureSpan(draft).end : draft.end, newText }]);
}

/** A currency written behind its amount stands as its noun: "48 million pesos". */
const isOtherMoney = (draft: Figure, source: Figure): boolean =>
  draft.dimension === "money" && source.dimension === "money" && draft.unit !== source.unit && (draft.noun ?? source.noun) !== undefined;
const withNoun = ({ text, noun }: Figure): string => (noun ? `${text} ${noun.text}` : text);

/** Puts the source's hedge in place of the draft's, and leaves the number. */
export function replaceHedge(document: Document, draft: Figure, source: Figure, title: string): Fix {
  const hedge = draft.hedge;
  const wanted = source.hedge ? hedgeWords[source.hedge.kind] : "";
  const start = hedge?.start ?? draft.start;
  const end = hedge ? (wanted ? hedge.end : draft.start) : draft.start;
  const capital = startsWithCapital(document, start, draft);
  const cased = capital ? wanted.charAt(0).toUpperCase() + wanted.slice(1) : wanted;
  const lowered =
    capital && !hedge && !/\d/.test(draft.text) ? [{ start: draft.start, end: draft.start + 1, newText: draft.text.charAt(0).toLowerCase() }] : [];
  return suggested(title, hedge ? [{ start, end, newText: cased }] : merge({ start, end, newText: `${cased} ` }, lowered));
}

const merge = (insertion: Edit, following: readonly Edit[]): readonly Edit[] =>
  following[0] ? [{ start: insertion.start, end: following[0].end, newText: insertion.newText + following[0].newText }] : [insertion];

const suggested = (title: string, edits: readonly Edit[]): Fix => ({ title, safety: "suggested", edits });

function startsWithCapital(document: Document, start: number, figure: Figure): boolean {
  const before = document.prose.slice(Math.max(0, start - 80), start);
  return /\p{Lu}/u.test(document.text.charAt(start)) || (/\d/.test(figure.text) && /(?:^|[.!?:]["”’]?\s+|\n\s*\n\s*)$/.test(before));
}

/** Spelled numbers stay spelled where the draft spells such numbers: those below ten, those that open a sentence, and larger ones in a style that spells them too. */
function numberInStyle(draft: Figure, source: Figure, opensSentence: boolean): string {
  const spelled = !/\d/.test(draft.text);
  const whole = source.form === "number" && source.dimension === "count" && Number.isInteger(source.value);
  if (spelled && whole && source.value <= (opensSentence || draft.value >= 10 ? 100 : 9)) return spell(source.value);
  if (whole && (!/\d/.test(source.text) || implied.test(source.text))) return source.value.toLocaleString("en-US");
  return implied.test(source.text) && /\d/.test(draft.text) ? draft.text.replace(/\d[\d.,]*/, source.value.toLocaleString("en-US")) : source.text;
}

/** The words of a count that no number states: "12th", "all but 12", "12 fewer than in 2030", "£23 to £31". */
const implied = /^all but |\d(?:st|nd|rd|th)$| (?:than|from|to|against|with) /i;
