import type { Claim } from "../../engine/claims/claim.ts";
import { wordingOf } from "../../engine/compare/evidence.ts";
import { type SourceConflict, sourceConflicts } from "../../engine/compare/source-conflicts.ts";
import { copiesAmong } from "../../engine/corpus/copies.ts";
import type { Corpus } from "../../engine/corpus/corpus.ts";
import { placeInFile, type Source } from "../../engine/corpus/source.ts";
import { linesOfSource, relativeUri, shownPath } from "../checked.ts";
import { harmless, type Paint } from "../terminal.ts";

/** What a look at the sources alone shows. */
interface SourcesCheck {
  readonly conflicts: readonly SourceConflict[];
  readonly copies: readonly (readonly Source[])[];
  readonly undated: readonly Source[];
  /** Older than their stamp says. */
  readonly misdated: readonly Source[];
  /** Different files with one id: a citation means the first. */
  readonly sameId: readonly (readonly Source[])[];
  readonly withdrawn: readonly Source[];
}

export function checkSources(corpus: Corpus): SourcesCheck {
  const { sources, withdrawn } = corpus;
  const byId = new Map<string, Source[]>();
  for (const source of sources) byId.set(source.id, [...(byId.get(source.id) ?? []), source]);
  return {
    conflicts: sourceConflicts(corpus),
    copies: copiesAmong(sources),
    undated: sources.filter(({ date }) => !date),
    misdated: sources.filter(({ date, stamped }) => date && stamped && date !== stamped),
    sameId: [...byId.values()].filter((group) => group.length > 1),
    withdrawn: [...new Set(withdrawn.values())],
  };
}

export const isQuiet = (check: SourcesCheck): boolean => Object.values(check).every((found: readonly unknown[]) => !found.length);

export function checkText(check: SourcesCheck, paint: Paint): string {
  const sections: (readonly [string, readonly string[]])[] = [
    ["Tolls that sources give differently", check.conflicts.map((conflict) => conflictText(conflict))],
    ["Copies of one text: they count once", check.copies.map(([first, ...others]) => `${idOf(first)}: ${others.map(idOf).join(", ")}`)],
    ["No date: nothing tells when their figures held", check.undated.map(idOf)],
    ["Older than their stamp", check.misdated.map((source) => `${idOf(source)}: stamped ${source.stamped}, its text shows ${source.date}`)],
    [
      "One id, several files: a citation means the first",
      check.sameId.map((group) => `${idOf(group[0])}: ${group.map(({ uri }) => shownPath(uri)).join(", ")}`),
    ],
    ["Withdrawn by their publisher: not to be used", check.withdrawn.map((source) => `${idOf(source)}: ${source.provenance?.withdrawn}`)],
  ];
  const shown = sections.filter(([, lines]) => lines.length);
  if (!shown.length) return `${paint("green", "the sources agree")}\n`;
  return shown.map(([title, lines]) => `${paint("bold", title)}\n${lines.map((line) => `  ${harmless(line).replaceAll("\\n", "\n")}\n`).join("")}`).join("\n");
}

function conflictText({ role, group, place, day, statements }: SourceConflict): string {
  const head = [role, group.join(", "), place && `in ${place}`].filter(Boolean).join(", ");
  const lines = statements.map((statement) => {
    const { source, claim, wording, where } = statementOf(statement);
    return `    ${source}: ${wording}${claim ? `, says ${claim}` : ""}  ${where}`;
  });
  return `${day}, ${head}\\n${lines.join("\\n")}`;
}

function statementOf(statement: SourceConflict["statements"][number]) {
  const { source, claim } = statement;
  const place = placeInFile(source, claim.figure.start);
  return {
    source: source.id,
    claim: speakerOf(claim),
    wording: wordingOf(statement),
    where: `${shownPath(source.uri)}${place ? `, ${place}` : `:${linesOfSource(source).at(claim.figure.start).line}`}`,
  };
}

export function checkJson({ conflicts, copies, undated, misdated, sameId, withdrawn }: SourcesCheck): string {
  const fileOf = ({ id, uri }: Source) => ({ id, uri: relativeUri(uri) });
  const value = {
    conflicts: conflicts.map(({ role, group, place, day, statements }) => ({
      role,
      group,
      place,
      day,
      statements: statements.map(({ source, claim }) => ({
        source: source.id,
        value: claim.figure.value,
        text: claim.figure.text,
        hedge: claim.figure.hedge?.kind,
        speaker: speakerOf(claim),
        sentence: source.reading.document.text.slice(claim.sentence.start, claim.sentence.end),
      })),
    })),
    copies: copies.map((group) => group.map(fileOf)),
    undated: undated.map(fileOf),
    misdated: misdated.map((source) => ({ ...fileOf(source), stamped: source.stamped, date: source.date })),
    sameId: sameId.map((group) => group.map(fileOf)),
    withdrawn: withdrawn.map((source) => ({ ...fileOf(source), withdrawn: source.provenance?.withdrawn })),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Who says so, where that is somebody with a name. */
const speakerOf = ({ attribution }: Claim): string | undefined =>
  attribution && /^(?:person|organisation)$/.test(attribution.speaker.kind) ? attribution.speaker.name : undefined;

const idOf = (source: Source | undefined): string => source?.id ?? "";
