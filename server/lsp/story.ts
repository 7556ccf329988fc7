import { type Claim, casualtyRoles } from "../engine/claims/claim.ts";
import { eraOf } from "../engine/compare/era.ts";
import { factsOf } from "../engine/compare/facts.ts";
import type { Converter } from "./convert.ts";
import { documentOf } from "./diagnostics.ts";
import type { CheckedDraft } from "./drafts.ts";
import { wordsOf } from "./here.ts";
import type { Story, StoryLine, StoryPoint, StorySubject } from "./protocol.ts";
import { oneLine } from "./source-figures.ts";

/** A source belongs to the story when a sentence of it is about as much as this the same as one of the draft's. */
const sameStory = 0.2;
/** More charts than this nobody reads. */
const mostSubjects = 24;

type SourcePoint = StoryLine["points"][number];
interface Gathered {
  readonly name: string;
  readonly isToll: boolean;
  readonly lines: Map<string, SourcePoint[]>;
  readonly draft: StorySubject["draft"][number][];
}

/** The counts of a draft's story over time: what its sources state of each, and where the draft stands. Those of the draft come first, tolls before others. */
export function storyOf({ document, desk, check }: CheckedDraft, convert: Converter): Story {
  const { draft, comparisons, judgements, alignments } = check.desk;
  const subjects = new Map<string, Gathered>();
  const places = new Set([...factsOf(desk.corpus).contrasts].map((pair) => pair.slice(0, pair.indexOf("|"))));
  const keyOf = (claim: Claim) => subjectOf(claim, places);
  const subject = (claim: Claim): Gathered => {
    const key = keyOf(claim);
    const known = subjects.get(key) ?? {
      name: nameOf(claim, places),
      isToll: claim.role !== undefined && casualtyRoles.has(claim.role),
      lines: new Map(),
      draft: [],
    };
    subjects.set(key, known);
    return known;
  };
  const inStory = new Set(alignments.flatMap((aligned) => aligned.flatMap(({ source, score }) => (score >= sameStory ? [source] : []))));
  for (const { key } of draft.citations) {
    const cited = desk.corpus.byId.get(key);
    if (cited) inStory.add(cited);
  }
  for (const source of inStory) {
    for (const claim of source.claims) {
      const day = claim.asOf.range?.to ?? source.date;
      const isTitle = source.reading.document.blocks[claim.sentence.block]?.kind === "title";
      if (!day || isTitle || !isLevel(claim) || eraOf(source.reading, claim)) continue;
      const { lines } = subject(claim);
      const name = source.publisher ?? "Sources";
      lines.set(name, [...(lines.get(name) ?? []), { ...pointOf(claim, day, documentOf(source), convert), source: source.id }]);
    }
  }
  comparisons.forEach(({ claim, verdicts }, index) => {
    const judgement = judgements[index];
    if (!judgement || !isLevel(claim)) return;
    const fact = judgement.verdict?.fact.claim ?? verdicts.find(({ relation }) => relation !== "unrelated")?.fact.claim;
    const found = subjects.get(keyOf(fact ?? claim)) ?? subjects.get(keyOf(claim));
    const day = claim.asOf.range?.to ?? draft.written ?? (found && newestDay(found));
    if (found && day) found.draft.push({ ...pointOf(claim, day, document, convert), standing: judgement.ruling });
  });
  const shown = [...subjects.values()].filter(isTold).toSorted(byWeight).slice(0, mostSubjects);
  return {
    uri: document.uri,
    title: draft.document.metadata.title?.value ?? "",
    sources: inStory.size,
    subjects: shown.map(({ name, isToll, lines, draft: stated }) => ({
      name,
      isToll,
      lines: [...lines].map(([line, points]) => ({
        name: line,
        points: points.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.value - b.value)),
      })),
      draft: stated,
    })),
  };
}

/** A count as it stands, not a change of it or what is left over; of a certain number. */
const isLevel = ({ figure, kind }: Claim): boolean => figure.form !== "vague" && kind !== "increase" && kind !== "decrease" && kind !== "remainder";

const placeOf = ({ place }: Claim, places: ReadonlySet<string>): string => (place[0] && places.has(place[0]) ? place[0] : "");

function subjectOf(claim: Claim, places: ReadonlySet<string>): string {
  const what = claim.role ?? `${claim.measure}|${claim.figure.noun?.head ?? ""}`;
  return [what, claim.group.toSorted().join(","), placeOf(claim, places)].join("|");
}

/** "killed, child"; "aircraft carriers": the noun as the first source has it. */
function nameOf(claim: Claim, places: ReadonlySet<string>): string {
  const unit = claim.measure.replace(/^.*:/, "");
  const what = claim.role ?? claim.figure.noun?.text ?? unit;
  const place = placeOf(claim, places);
  return oneLine([what, ...(claim.role ? claim.group : []), ...(place ? [place] : [])].join(", "));
}

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
