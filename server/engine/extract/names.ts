import { contains, type Document, type Sentence, type Span } from "../document/document.ts";
import { titleHeads } from "../lexicon/ranks.ts";
import type { DateMention, Name } from "./mentions.ts";
import { withKinds } from "./name-kinds.ts";
import { type Evidence, isOpener, withoutOpening } from "./name-openings.ts";
import { type CapitalWord, type Run, runsOf } from "./name-runs.ts";
import { isDemonym, splitTitle } from "./name-titles.ts";

/** The runs of capitals of one sentence. */
interface Capitals {
  readonly sentence: Sentence;
  readonly runs: readonly Run[];
  /** All its words are capitalised, as in a headline. */
  readonly headline: boolean;
}

/** Proper names of people, places and organisations, in text order. A capital that its place alone explains is none, unless the document shows otherwise. */
export function readNames(document: Document, dates: readonly DateMention[]): readonly Name[] {
  const taken = within(dates);
  const { dateline } = document.metadata;
  const capitals = document.sentences.map((sentence): Capitals => {
    const runs = shouted(document.prose.slice(sentence.start, sentence.end)) ? [] : runsOf(document, sentence, taken);
    const body = dateline ? runs.filter((run) => !contains(dateline, run[0] as Span)) : runs;
    return { sentence, runs: body, headline: isHeadline(document, sentence) };
  });
  const evidence: Evidence = { known: namesInside(capitals), ordinary: lowerCaseWords(document) };
  const names = capitals.flatMap(({ sentence, runs, headline }) =>
    runs
      .flatMap((run) => (headline ? splitBy(run, (word) => evidence.known.has(word.lower)) : [withoutOpening(run, document, evidence)]))
      .flatMap((run) => splitTitle(run, document))
      .map(({ words, title }) => {
        const start = (words[0] as Span).start;
        const end = (words.at(-1) as Span).end;
        return {
          start,
          end,
          text: document.text.slice(start, end),
          sentence: sentence.index,
          words: document.prose.slice(start, end).split(/\s+/),
          ...(title && { title }),
        };
      }),
  );
  return withKinds(document, names);
}

/** Is the span inside one of the sorted dates? Asked for spans in text order. */
function within(dates: readonly Span[]): (span: Span) => boolean {
  let next = 0;
  return ({ start, end }) => {
    while (next < dates.length && (dates[next] as Span).end <= start) next++;
    const date = dates[next];
    return date !== undefined && date.start < end;
  };
}

const shouted = (sentence: string): boolean => !/\p{Ll}/u.test(sentence);

/** A title or heading whose ordinary words are capitalised too. */
function isHeadline(document: Document, { block, start, end }: Sentence): boolean {
  const kind = document.blocks[block]?.kind;
  if (kind !== "title" && kind !== "heading") return false;
  const long = document.prose.slice(start, end).match(/\p{L}{4,}/gu) ?? [];
  return long.length > 2 && long.filter((word) => /^\p{Lu}/u.test(word)).length > long.length * 0.6;
}

/** The words that are capitalised where nothing but a name asks for it, in lower case. */
function namesInside(capitals: readonly Capitals[]): ReadonlySet<string> {
  const known = new Set<string>();
  for (const { runs, headline } of capitals) {
    if (headline) continue;
    for (const run of runs)
      for (const word of run) if (!word.opening && !isOpener(word) && !titleHeads.has(word.lower) && !isDemonym(word.lower)) known.add(word.lower);
  }
  return known;
}

/** The document's words that stand in lower case somewhere. */
const lowerCaseWords = (document: Document): ReadonlySet<string> => new Set(document.prose.match(/(?<![\p{L}\p{N}-])\p{Ll}{3,}/gu) ?? []);

function splitBy(run: Run, keep: (word: CapitalWord) => boolean): CapitalWord[][] {
  const pieces: CapitalWord[][] = [[]];
  for (const word of run) keep(word) ? pieces.at(-1)?.push(word) : pieces.push([]);
  return pieces.filter((piece) => piece.length > 0);
}
