import type { Claim } from "../../engine/claims/claim.ts";
import type { Judgement } from "../../engine/compare/judgement.ts";
import type { ClaimComparison, Relation, Verdict } from "../../engine/compare/verdict.ts";
import { type Voice, voicesOf } from "../../engine/compare/voices.ts";
import { placeInFile } from "../../engine/corpus/source.ts";
import { proseOf } from "../../engine/document/document.ts";
import { linesOfSource, shownPath } from "../checked.ts";
import { type Colour, harmless, type Paint } from "../terminal.ts";
import { claimWords, intervalWords } from "./claim-words.ts";

/** The whole reasoning for one figure: how it was understood, what was made of it, and every fact that was weighed. */
export function reasoning(comparison: ClaimComparison, judgement: Judgement, written: string, paint: Paint): string {
  const { claim, verdicts, setAside } = comparison;
  const interval = intervalWords(claim.figure);
  return [
    `${paint("bold", harmless(`“${written}”`))}\n`,
    row("read as", claimWords(claim)),
    interval ? row("that is", interval) : "",
    row("sourced", sourcedWords(claim)),
    row("ruling", paint(colours[judgement.ruling], harmless(rulingWords(judgement, comparison)))),
    verdicts.length ? "\n  What the sources say of it, the likest first:\n" : "",
    ...voicesOf(verdicts).map((verdict) => verdictText(verdict, claim, paint)),
    setAside.length ? "\n  Looked at and set aside:\n" : "",
    ...setAside.map((verdict) => asideText(verdict, paint)),
  ].join("");
}

const row = (name: string, text: string): string => `  ${name.padEnd(8)}  ${text}\n`;

const colours: Readonly<Record<Judgement["ruling"], Colour>> = {
  supported: "green",
  drifted: "yellow",
  superseded: "red",
  contradicted: "red",
  miscited: "yellow",
  open: "dim",
};

function sourcedWords({ sourced, attribution, citations }: Claim): string {
  const keys = citations.map(({ key }) => `[${key}]`).join(", ");
  switch (sourced) {
    case "attribution":
      return harmless(`yes, by ${attribution ? `“${attribution.speaker.words}”` : "an attribution"}${keys && `, and ${keys}`}`);
    case "quotation":
      return harmless(`yes, in a quotation${keys && `, and ${keys}`}`);
    case "citation":
      return harmless(`yes, by ${keys}`);
    case "own-source":
      return "yes, by a source of the writer's own";
    case "not-needed":
      return "needs none here";
    case "no":
      return "no: neither an attribution nor a citation in its sentence";
  }
}

function rulingWords({ ruling, verdict, older }: Judgement, { verdicts, derived }: ClaimComparison): string {
  const fact = verdict && `${nameOf(verdict)} has ${verdict.fact.claim.figure.text}`;
  switch (ruling) {
    case "supported":
      return `stands: ${nameOf(verdict as Verdict)} bears it out${verdict?.reason === "the same figure" ? "" : `, ${verdict?.reason}`}`;
    case "drifted":
      return `right number under another hedge: ${fact}`;
    case "superseded":
      return `out of date: ${fact}${older ? `; it was the figure of ${older.source.id}` : ""}`;
    case "contradicted":
      return `differs: ${fact}, and no source bears the draft's figure out`;
    case "miscited":
      return `cited from a source that does not have it: ${fact}`;
    case "open":
      if (derived) return "nothing to hold against it: it can be reckoned from the figures beside it";
      return verdicts.length
        ? "nothing to hold against it: what differs is older, or too uncertain to be about the same thing"
        : "not judged: no source speaks of it";
  }
}

const nameOf = ({ fact: { source } }: Verdict): string => (source.date ? `${source.id} (${source.date})` : source.id);

const relations: Readonly<Record<Relation, string>> = {
  supports: "agrees",
  drifts: "other hedge",
  contradicts: "differs",
  unrelated: "set aside",
};

/** How sure it is that both speak of the same thing; from .45 on a difference is asserted. */
const likelihood = (strength: number): string =>
  strength >= 0.75 ? "surely the same thing" : strength >= 0.45 ? "the same thing" : strength >= 0.25 ? "perhaps the same thing" : "hardly the same thing";

function verdictText({ fact, relation, strength, reason, copies }: Voice, draft: Claim, paint: Paint): string {
  const { source, claim } = fact;
  const [then, now] = [claim.asOf.range?.to, draft.asOf.range?.from];
  const age = then && now && then < now ? ", of an earlier day" : "";
  const mark = paint(relation === "supports" ? "green" : relation === "contradicts" ? "red" : "yellow", relations[relation].padEnd(11));
  const why = relation === "contradicts" ? "" : `, ${reason}`;
  return [
    `  ${mark}  ${harmless(`${source.id} (${source.date ?? "no date"}): ${claimWords(claim)}`)}\n`,
    `               ${paint("dim", `${likelihood(strength)} (${strength.toFixed(2)})${age}${harmless(why)}`)}\n`,
    copies.length ? `               ${paint("dim", harmless(`the same text, and no second source: ${copies.map(({ id }) => id).join(", ")}`))}\n` : "",
    `               ${paint("dim", `${placeOf(fact)}:`)} ${quoteOf(fact)}\n`,
  ].join("");
}

const asideText = ({ fact, reason }: Verdict, paint: Paint): string =>
  `  ${harmless(`${fact.source.id}: ${claimWords(fact.claim, false)}`)} ${paint("dim", harmless(`(${reason}), ${placeOf(fact)}`))}\n`;

function placeOf({ source, claim }: Verdict["fact"]): string {
  const place = placeInFile(source, claim.figure.start);
  return harmless(`${shownPath(source.uri)}${place ? `, ${place}` : `:${linesOfSource(source).at(claim.figure.start).line}`}`);
}

/** The sentence; of a very long one, what stands around the number. */
function quoteOf({ source, claim }: Verdict["fact"]): string {
  const { document } = source.reading;
  const { start, end } = claim.sentence;
  const from = end - start > 400 ? Math.max(start, claim.figure.start - 200) : start;
  const to = end - start > 400 ? Math.min(end, claim.figure.end + 200) : end;
  return harmless(`“${from > start ? "…" : ""}${proseOf(document, { start: from, end: to })}${to < end ? "…" : ""}”`);
}
