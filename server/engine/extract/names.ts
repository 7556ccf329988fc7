import { contains, type Document, overlaps, type Sentence, type Span } from "../document/document.ts";
import { changeBetween, eachKept } from "../document/kept-lists.ts";
import type { Shelf } from "../document/memory.ts";
import type { Passage } from "../document/passage.ts";
import { titleHeads } from "../lexicon/ranks.ts";
import { overlapping } from "./by-sentence.ts";
import type { DateMention, Name } from "./mentions.ts";
import { type UnsortedName, withKinds } from "./name-kinds.ts";
import { type Evidence, isOpener, withoutOpening } from "./name-openings.ts";
import { type CapitalWord, type Run, runsOf } from "./name-runs.ts";
import { isDemonym, splitTitle } from "./name-titles.ts";
import { moved } from "./placing.ts";

/** The runs of capitals of one sentence. */
interface Capitals {
  readonly sentence: Sentence;
  readonly runs: readonly Run[];
  /** All its words are capitalised, as in a headline. */
  readonly headline: boolean;
}

/** What one passage shows of the whole document's names. */
interface Sight {
  readonly capitals: readonly Capitals[];
  /** The words that are capitalised where nothing but a name asks for it, in lower case. */
  readonly known: readonly string[];
  /** The words that stand in lower case. */
  readonly ordinary: readonly string[];
  /** The words of its runs that the whole document's evidence decides on. */
  readonly doubtful: readonly string[];
}

/**
 * Proper names of people, places and organisations, by passage and counted from its start. A capital that its place alone explains is none,
 * unless the document shows otherwise. `dates` are those of each passage, `dateline` the document's.
 */
export function readNames(
  passages: readonly Passage[],
  dates: readonly (readonly DateMention[])[],
  dateline: Span | undefined,
  whole: Shelf,
): readonly (readonly Name[])[] {
  const shelves = passages.map(({ shelf }) => shelf);
  const sights = eachKept(whole, "sights", [shelves, dates], [dateline?.start, dateline?.end], (at): Sight => {
    const { document, shelf, start } = passages[at] as Passage;
    const own = dates[at] as readonly DateMention[];
    const filed = dateline && dateline.start < start + document.text.length && dateline.end > start ? moved(dateline, -start) : undefined;
    return shelf.keep("sight", [own, filed?.start, filed?.end], () => sightOf(document, own, filed));
  });
  const evidence = evidenceOf(sights, whole);
  const bearings = sights.map(({ doubtful }) => bearing(doubtful, evidence));
  const found = eachKept(whole, "unsorted names", [shelves, sights, bearings], [], (at) => {
    const { document, shelf } = passages[at] as Passage;
    const { capitals } = sights[at] as Sight;
    return shelf.keep("unsorted names", [capitals, bearings[at]], () => namesIn(document, capitals, evidence));
  });
  return withKinds(passages, found, whole);
}

function sightOf(document: Document, dates: readonly DateMention[], dateline: Span | undefined): Sight {
  const taken = overlapping(document, dates);
  const capitals = document.sentences.map((sentence, at): Capitals => {
    const prose = document.prose.slice(sentence.start, sentence.end);
    const runs = shouted(prose) ? [] : runsOf(document, sentence, (span) => (taken[at] as readonly Span[]).some((date) => overlaps(date, span)));
    return { sentence, runs: dateline ? runs.filter((run) => !contains(dateline, run[0] as Span)) : runs, headline: isHeadline(document, sentence) };
  });
  const ordinary = document.prose.match(/(?<![\p{L}\p{N}-])\p{Ll}{3,}/gu) ?? [];
  const doubtful = capitals.flatMap(({ runs, headline }) => runs.flatMap((run) => (headline ? run : run.slice(0, 1)).map(({ lower }) => lower)));
  return { capitals, known: namesInside(capitals), ordinary, doubtful };
}

interface Gathered {
  readonly sights: readonly Sight[];
  readonly known: Map<string, number>;
  readonly ordinary: Map<string, number>;
}

/** The words of all sights, with how many have them: an edit takes the words of a few sights away and adds those of others. */
const evidenceOf = (sights: readonly Sight[], whole: Shelf): Evidence =>
  whole.keep<Gathered>("evidence", [sights], (before) => {
    const { known, ordinary, sights: old } = before ?? { known: new Map<string, number>(), ordinary: new Map<string, number>(), sights: [] };
    const { start, end, oldEnd } = changeBetween([old], [sights]);
    for (const sight of sights.slice(start, end)) {
      for (const word of sight.known) known.set(word, (known.get(word) ?? 0) + 1);
      for (const word of sight.ordinary) ordinary.set(word, (ordinary.get(word) ?? 0) + 1);
    }
    for (const sight of old.slice(start, oldEnd)) {
      for (const word of sight.known) takeAway(known, word);
      for (const word of sight.ordinary) takeAway(ordinary, word);
    }
    return { sights, known, ordinary };
  });

function takeAway(counts: Map<string, number>, word: string): void {
  const count = counts.get(word) ?? 0;
  if (count > 1) counts.set(word, count - 1);
  else counts.delete(word);
}

/** What the evidence says of the words that it decides on: as long as that is the same, so are the names. */
function bearing(doubtful: readonly string[], { known, ordinary }: Evidence): string {
  let said = "";
  for (const word of doubtful) said += (known.has(word) ? 1 : 0) + (ordinary.has(word) ? 2 : 0);
  return said;
}

function namesIn(document: Document, capitals: readonly Capitals[], evidence: Evidence): readonly UnsortedName[] {
  const found: UnsortedName[] = [];
  for (const { sentence, runs, headline } of capitals)
    for (const run of runs)
      for (const piece of headline ? splitBy(run, ({ lower }) => evidence.known.has(lower)) : [withoutOpening(run, document, evidence)])
        for (const { words, title } of splitTitle(piece, document)) {
          const start = (words[0] as Span).start;
          const end = (words.at(-1) as Span).end;
          const written = document.prose.slice(start, end).split(/\s+/);
          const name = { start, end, text: document.text.slice(start, end), sentence: sentence.index, words: written };
          found.push(title ? { ...name, title } : name);
        }
  return found;
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
function namesInside(capitals: readonly Capitals[]): readonly string[] {
  const known = new Set<string>();
  for (const { runs, headline } of capitals) {
    if (headline) continue;
    for (const run of runs)
      for (const word of run) if (!word.opening && !isOpener(word) && !titleHeads.has(word.lower) && !isDemonym(word.lower)) known.add(word.lower);
  }
  return [...known];
}

function splitBy(run: Run, keep: (word: CapitalWord) => boolean): CapitalWord[][] {
  const pieces: CapitalWord[][] = [[]];
  for (const word of run) keep(word) ? pieces.at(-1)?.push(word) : pieces.push([]);
  return pieces.filter((piece) => piece.length > 0);
}
