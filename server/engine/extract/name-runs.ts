import type { Document, Sentence, Span } from "../document/document.ts";
import { matchesOf } from "../document/matches.ts";
import {
  calendarWords,
  compoundEnds,
  datePrepositions,
  monthNames,
  ofHeads,
  openingParticles,
  organisationWords,
  particles,
  runBreakers,
} from "../lexicon/name-words.ts";
import { abbreviations, occupations, titleHeads } from "../lexicon/ranks.ts";

/** A capitalised word of the prose; `end` is without possessive. */
export interface CapitalWord extends Span {
  readonly text: string;
  readonly lower: string;
  /** The capital may be due to its place alone: first in its sentence, quotation or clause after a colon. */
  readonly opening: boolean;
  /** Nothing may be joined to it: possessive, or the first half of "army-run". */
  readonly closed: boolean;
}

/** Capitalised words that stand together as one name would, with the particles between them; at least one. */
export type Run = readonly CapitalWord[];

const wordPattern =
  /(?<![\p{L}\p{M}\p{N}_@#/\\.-])(?:(?:\p{Lu}\.){2,}|(?:(?:al|el|ad|as|ash|at|an|ar|az|ul|bin|[dlDL])[-’'])?\p{Lu}[\p{L}\p{M}\p{N}]*(?:[-‑’'][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*)/gu;
const openings = /(?:^|[“"‘«([•–—:;!?….]| -)[\s“"‘'«([*_]*$/u;

/** The capitalised words of a sentence; `taken` (dates) hold none. */
function capitalWords(document: Document, sentence: Sentence, taken: (span: Span) => boolean): CapitalWord[] {
  const prose = document.prose.slice(sentence.start, sentence.end);
  const found: CapitalWord[] = [];
  for (const match of matchesOf(wordPattern, prose)) {
    const word = trimmed(match[0]);
    const start = sentence.start + match.index;
    const end = start + word.text.length;
    const lower = word.text.toLowerCase().replace(/’/g, "'");
    const before = prose.slice(Math.max(0, match.index - 12), match.index);
    const after = prose.slice(match.index + match[0].length, match.index + match[0].length + 12);
    if (/\d|^(?:(?:tk)+|x{2,})$|^\p{L}-\p{Ll}/u.test(lower)) continue;
    if (monthNames.has(lower) ? !givenNameOfMonth(before, after) : calendarWords.has(lower) || taken({ start, end })) continue;
    const opening = openings.test(match.index > 12 ? before.slice(-4) : before) || (match.index <= 12 && !/[\p{L}\p{N}]/u.test(before));
    found.push({ start, end, text: word.text, lower, opening, closed: word.closed || end < start + match[0].length });
  }
  return found;
}

const joint = /[-‑’']/;

/** Without possessive and without an adjective's second half. */
function trimmed(word: string): { text: string; closed: boolean } {
  if (!joint.test(word)) return { text: word, closed: false };
  const possessive = word.replace(/[’'][sS]$/, "");
  const hyphen = possessive.search(/[-‑]\p{Ll}/u);
  if (hyphen > 2 && compoundEnds.has(possessive.slice(possessive.search(/[-‑][^-‑]*$/) + 1).toLowerCase()))
    return { text: possessive.slice(0, possessive.search(/[-‑][^-‑]*$/)), closed: true };
  return { text: possessive, closed: possessive.length < word.length };
}

/** "June Castellane" and "Theresa May" are people, "in June" and "June 4" are dates. */
const givenNameOfMonth = (before: string, after: string): boolean =>
  !/^\.?\s+\d/.test(after) &&
  (/\p{Lu}\p{Ll}+\s$/u.test(before) ||
    (/^\s+(?:\p{Lu}\p{Ll}|(?:van|von|de|del|della|da|di|bin|al)\s)/u.test(after) && !datePrepositions.has(lastWord(before)) && !/\d\s*$/.test(before)));
const lastWord = (text: string): string => (/(\p{L}+)\W*$/u.exec(text)?.[1] ?? "").toLowerCase();

/** Joins the words of a sentence into runs. */
export function runsOf(document: Document, sentence: Sentence, taken: (span: Span) => boolean): Run[] {
  const runs: CapitalWord[][] = [];
  let last: CapitalWord | undefined;
  for (const word of capitalWords(document, sentence, taken)) {
    if (last && joins(last, word, document)) runs.at(-1)?.push(word);
    else runs.push([word]);
    last = word;
  }
  return runs.map((run) => withOpeningParticles(run, document.prose, sentence));
}

function joins(a: CapitalWord, b: CapitalWord, document: Document): boolean {
  const gap = document.prose.slice(a.end, b.start);
  if (gap.length > 24 || /\n\s*\n/.test(gap) || /[\][]/.test(document.text.slice(a.end, b.start))) return false;
  if (runBreakers.has(b.lower) && b.text !== b.text.toUpperCase()) return false;
  if (/^\s+$/.test(gap)) return !a.closed;
  if (/^[’']\s+$/.test(gap)) return a.lower.endsWith("s") && (isRole(a.lower.slice(0, -1)) || organisationWords.has(b.lower));
  if (/^[’']s\s+$/.test(gap)) return isRole(a.lower) || communal.has(a.lower) || dedicated.has(b.lower);
  if (a.closed) return false;
  if (/^\.\s*$/.test(gap)) return a.text.length === 1 || abbreviations.has(a.lower);
  if (/^\s+&\s+$/.test(gap)) return true;
  const between = gap.trim().split(/\s+/);
  if (/^\s/.test(gap) && /\s$/.test(gap) && between.every((word) => particles.has(word)) && between.length <= 3) return true;
  return /^\s+(?:of|for)(?:\s+the)?\s+$/.test(gap) && ofHeads.has(a.lower);
}

const communal = new Set(["children", "women", "men", "people", "king", "queen", "world"]);
const dedicated = new Set(["church", "cathedral", "chapel", "abbey", "hospital", "college"]);
const isRole = (word: string): boolean => titleHeads.has(word) || occupations.has(word);

/** "al Qaeda", "bin Salman": the particle belongs to the name where nothing stands before it. */
function withOpeningParticles(run: CapitalWord[], prose: string, sentence: Sentence): Run {
  const [first, ...rest] = run as [CapitalWord, ...CapitalWord[]];
  const particle = /(?:^|\s)(\p{Ll}+)\s+$/u.exec(prose.slice(Math.max(sentence.start, first.start - 8), first.start));
  if (!particle?.[1] || !openingParticles.has(particle[1])) return run;
  const start = prose.lastIndexOf(particle[1], first.start - 1);
  return [{ ...first, start, text: prose.slice(start, first.end), lower: prose.slice(start, first.end).toLowerCase(), opening: false }, ...rest];
}
