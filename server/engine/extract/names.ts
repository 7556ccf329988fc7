import { contains, type Document, overlaps, type Sentence, type Span } from "../document/document.ts";
import { type Memory, noMemory } from "../document/memory.ts";
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
export function readNames(document: Document, dates: readonly DateMention[], memory: Memory = noMemory): readonly Name[] {
  const datesOf = within(dates);
  const { dateline } = document.metadata;
  const capitals = document.sentences.map((sentence): Capitals => {
    const { start, end } = sentence;
    const prose = document.prose.slice(start, end);
    const text = document.text.slice(start, end);
    const taken = datesOf(sentence);
    const key = `${taken.map((date) => `${date.start - start}-${date.end - start}`).join()} ${prose}${text === prose ? "" : `\n${text}`}`;
    const runs = memory
      .recall("runs", key, () =>
        shouted(prose) ? [] : runsOf(document, sentence, (span) => taken.some((date) => overlaps(date, span))).map((run) => placed(run, -start)),
      )
      .map((run) => placed(run, start));
    const body = dateline ? runs.filter((run) => !contains(dateline, run[0] as Span)) : runs;
    return { sentence, runs: body, headline: isHeadline(document, sentence) };
  });
  const evidence: Evidence = { known: namesInside(capitals), ordinary: lowerCaseWords(document, memory) };
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
  return withKinds(document, names, memory);
}

/** The dates of a sentence. Asked for sentences in text order. */
function within(dates: readonly Span[]): (sentence: Span) => readonly Span[] {
  let next = 0;
  return ({ start, end }) => {
    while (next < dates.length && (dates[next] as Span).end <= start) next++;
    let to = next;
    while (to < dates.length && (dates[to] as Span).start < end) to++;
    return dates.slice(next, to);
  };
}

const placed = (run: Run, by: number): Run => run.map((word) => ({ ...word, start: word.start + by, end: word.end + by }));

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
function lowerCaseWords({ prose }: Document, memory: Memory): ReadonlySet<string> {
  const words = new Set<string>();
  for (const line of prose.split("\n")) {
    const found = memory.recall("lower", line, (): readonly string[] => [...new Set(line.match(/(?<![\p{L}\p{N}-])\p{Ll}{3,}/gu))]);
    for (const word of found) words.add(word);
  }
  return words;
}

function splitBy(run: Run, keep: (word: CapitalWord) => boolean): CapitalWord[][] {
  const pieces: CapitalWord[][] = [[]];
  for (const word of run) keep(word) ? pieces.at(-1)?.push(word) : pieces.push([]);
  return pieces.filter((piece) => piece.length > 0);
}
