import type { Claim } from "../engine/claims/claim.ts";
import { isCasualty } from "../engine/compare/compatible.ts";
import { eraOf } from "../engine/compare/era.ts";
import { factsOf } from "../engine/compare/facts.ts";
import { ledgerOf } from "../engine/compare/ledger.ts";
import { originalsIn } from "../engine/corpus/copies.ts";
import type { Source } from "../engine/corpus/source.ts";
import type { Converter } from "./convert.ts";
import type { CheckedDraft } from "./drafts.ts";
import { wordsOf } from "./here.ts";
import type { Story, StoryLine, StoryPoint, StorySubject } from "./protocol.ts";
import { oneLine } from "./source-figures.ts";
import { documentOf, locationIn } from "./source-location.ts";

/** A source belongs to the story when a sentence of it is about as much as this the same as one of the draft's. */
const sameStory = 0.2;
/** More charts than this nobody reads. */
const mostSubjects = 24;

type SourcePoint = StoryLine["points"][number];
type DraftPoint = StorySubject["draft"][number];

interface Gathered {
  readonly name: string;
  readonly isToll: boolean;
  readonly lines: Map<string, SourcePoint[]>;
  readonly draft: DraftPoint[];
}

/** The counts of a draft's story over time: what its sources state of each, and where the draft stands. Those of the draft come first, tolls before others. */
export function storyOf(checked: CheckedDraft, convert: Converter): Story {
  const { document, check } = checked;
  const sources = sourcesOf(checked);
  const subjects = [...tolls(checked, sources, convert), ...counts(checked, sources, convert)].filter(isTold).toSorted(byWeight).slice(0, mostSubjects);
  return {
    uri: document.uri,
    title: check.desk.draft.document.metadata.title?.value ?? "",
    sources: new Set([...sources].map(originalsIn(check.desk.corpus))).size,
    subjects: subjects.map(({ lines, ...subject }) => ({
      ...subject,
      lines: [...lines].map(([name, told]) => ({ name, points: told.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.value - b.value)) })),
    })),
  };
}

function sourcesOf({ check }: CheckedDraft): ReadonlySet<Source> {
  const { alignments, draft } = check.desk;
  const alike = alignments.flatMap((aligned) => aligned.flatMap(({ source, score }) => (score >= sameStory ? [source] : [])));
  return new Set([...alike, ...draft.citations.flatMap(({ key }) => check.desk.corpus.byId.get(key) ?? [])]);
}

const gathered = (name: string, isToll: boolean): Gathered => ({ name: oneLine(name), isToll, lines: new Map(), draft: [] });

function tell({ lines }: Gathered, claim: Claim, day: string, source: Source, convert: Converter): void {
  const name = source.publisher ?? "Sources";
  lines.set(name, [
    ...(lines.get(name) ?? []),
    { ...pointOf(claim, day, documentOf(source), convert), ...locationIn(source, wordsOf(claim.figure), convert), source: source.id },
  ]);
}

/** The ledger's tolls, a chart for each role and group; and for each place, where the sources tell its toll apart from that of others. */
function tolls({ document, check }: CheckedDraft, sources: ReadonlySet<Source>, convert: Converter): readonly Gathered[] {
  const subjects = new Map<string, Gathered>();
  const apart = new Set([...factsOf(check.desk.corpus).contrasts].map((pair) => pair.slice(0, pair.indexOf("|"))));
  for (const { role, group, place, entries } of ledgerOf(check.desk.corpus, check.desk)) {
    const name = [role, ...group, ...(place && apart.has(place) ? [place] : [])].join(", ");
    const subject = subjects.get(name.toLowerCase()) ?? gathered(name, true);
    subjects.set(name.toLowerCase(), subject);
    for (const { claim, source, copies = [], day, judgement, current } of entries) {
      if (!current || !day) continue;
      if (judgement) subject.draft.push({ ...pointOf(claim, day, document, convert), standing: judgement.ruling });
      else if (source && [source, ...copies].some((one) => sources.has(one)) && !isHeadline(claim, source)) tell(subject, claim, day, source, convert);
    }
  }
  return [...subjects.values()];
}

/** A headline's figure that its story repeats. */
const isHeadline = (claim: Claim, { reading, claims }: Source): boolean =>
  reading.document.blocks[claim.sentence.block]?.kind === "title" &&
  claims.some((other) => other.figure.start !== claim.figure.start && other.role === claim.role && other.figure.value === claim.figure.value);

/** The other figures, a chart for each thing that is counted or measured. */
function counts({ document, check }: CheckedDraft, sources: ReadonlySet<Source>, convert: Converter): readonly Gathered[] {
  const subjects = new Map<string, Gathered>();
  const originalOf = originalsIn(check.desk.corpus);
  for (const source of sources) {
    for (const claim of source.claims) {
      if (saysTheSame(originalOf(source), source, claim)) continue;
      const day = claim.asOf.range?.to ?? source.date;
      const isTitle = source.reading.document.blocks[claim.sentence.block]?.kind === "title";
      if (!day || isTitle || !isCount(claim) || eraOf(source.reading, claim)) continue;
      const subject = subjects.get(keyOf(claim)) ?? gathered(claim.figure.noun?.text ?? claim.role ?? claim.measure.replace(/^.*:/, ""), false);
      subjects.set(keyOf(claim), subject);
      tell(subject, claim, day, source, convert);
    }
  }
  for (const { claim, verdict, ruling } of check.desk.judgements) {
    if (!isCount(claim)) continue;
    const subject = subjects.get(keyOf(verdict?.fact.claim ?? claim)) ?? subjects.get(keyOf(claim));
    const day = claim.asOf.range?.to ?? check.desk.draft.written ?? (subject && newestDay(subject));
    if (subject && day) subject.draft.push({ ...pointOf(claim, day, document, convert), standing: ruling });
  }
  return [...subjects.values()];
}

const saysTheSame = (original: Source, copy: Source, { figure }: Claim): boolean =>
  original !== copy && original.claims.some((other) => other.figure.value === figure.value);

/** A count as it stands, not a change of it or what is left over; of a certain number. */
const isCount = (claim: Claim): boolean =>
  !isCasualty(claim) && claim.role !== "rescued" && claim.figure.form !== "vague" && !["increase", "decrease", "remainder"].includes(claim.kind);

const keyOf = ({ role, measure, group, figure }: Claim): string => [role ?? measure, figure.noun?.head ?? "", group.toSorted().join(" ")].join("|");

function pointOf({ figure, sentence }: Claim, day: string, document: ReturnType<typeof documentOf>, convert: Converter): StoryPoint {
  const text = document.getText();
  const words = wordsOf(figure);
  return {
    day,
    value: figure.value,
    ...(Number.isFinite(figure.low) && { low: figure.low }),
    ...(Number.isFinite(figure.high) && { high: figure.high }),
    text: oneLine(text.slice(words.start, words.end)),
    quote: oneLine(text.slice(sentence.start, sentence.end)),
    uri: document.uri,
    range: convert.range(document, words),
  };
}

const points = ({ lines }: Gathered): readonly SourcePoint[] => [...lines.values()].flat();
const newestDay = (subject: Gathered): string | undefined =>
  points(subject)
    .map(({ day }) => day)
    .toSorted()
    .at(-1);

/** What one source alone states is no story, unless it is a toll that the draft states too. */
const isTold = (subject: Gathered): boolean =>
  new Set(points(subject).map(({ source }) => source)).size > 1 || (subject.isToll && points(subject).length > 0 && subject.draft.length > 0);

const byWeight = (a: Gathered, b: Gathered): number =>
  Number(b.draft.length > 0) - Number(a.draft.length > 0) || Number(b.isToll) - Number(a.isToll) || points(b).length - points(a).length;
