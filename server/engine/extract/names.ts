import type { Document, Span } from "../document/document.ts";
import { demonyms, peoples } from "../lexicon/demonyms.ts";
import { namingAdjectives, organisationWords, placeWords, runBreakers } from "../lexicon/name-words.ts";
import { occupations, titleHeads, titleModifiers } from "../lexicon/ranks.ts";
import { sentenceOpeners } from "../lexicon/sentence-openers.ts";
import type { DateMention, Name } from "./mentions.ts";
import { withKinds } from "./name-kinds.ts";
import { type CapitalWord, type Run, runsOf } from "./name-runs.ts";

/** Proper names of people, places and organisations, in text order. A capital that its place alone explains is none, unless the document shows otherwise. */
export function readNames(document: Document, dates: readonly DateMention[]): readonly Name[] {
  const taken = within(dates);
  const sentences = document.sentences.map((sentence) => {
    const runs = shouted(document.prose.slice(sentence.start, sentence.end)) ? [] : runsOf(document, sentence, taken);
    return { sentence, runs, headline: isHeadline(document, sentence.block, sentence) };
  });
  const known = new Set<string>();
  for (const { runs, headline } of sentences)
    if (!headline) for (const run of runs) for (const word of run) if (!word.opening && isNameWord(word)) known.add(word.lower);
  const ordinary = lowerCaseWords(document);
  const names: Omit<Name, "kind">[] = [];
  for (const { sentence, runs, headline } of sentences) {
    for (const run of runs) {
      if (document.metadata.dateline && (run[0] as Span).start < document.metadata.dateline.end && (run[0] as Span).start >= document.metadata.dateline.start)
        continue;
      const pieces = headline ? splitBy(run, (word) => known.has(word.lower)) : [withoutOpening(run, known, ordinary, document)];
      for (const piece of pieces) {
        for (const { words, title } of splitTitle(piece)) {
          const start = (words[0] as Span).start;
          const end = (words.at(-1) as Span).end;
          const text = document.text.slice(start, end);
          names.push({ start, end, text, sentence: sentence.index, words: text.split(/\s+/), ...(title && { title }) });
        }
      }
    }
  }
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
function isHeadline(document: Document, block: number, span: Span): boolean {
  const kind = document.blocks[block]?.kind;
  if (kind !== "title" && kind !== "heading") return false;
  const long = document.prose.slice(span.start, span.end).match(/\p{L}{4,}/gu) ?? [];
  return long.length > 2 && long.filter((word) => /^\p{Lu}/u.test(word)).length > long.length * 0.6;
}

const isDemonym = (lower: string): boolean => demonyms.has(lower) || peoples.has(lower);
/** "The", "Twenty-six", not "US" and "WHO". */
const isOpener = (word: CapitalWord): boolean =>
  sentenceOpeners.has(word.lower.replace(/-.*/, "")) &&
  (word.text.length === 1 || (word.opening ? word.text !== "US" : word.text !== word.text.toUpperCase() && runBreakers.has(word.lower)));
const isNameWord = (word: CapitalWord): boolean => !isOpener(word) && !titleHeads.has(word.lower) && !isDemonym(word.lower);

/** The document's words that stand in lower case somewhere. */
const lowerCaseWords = (document: Document): ReadonlySet<string> => new Set(document.prose.match(/(?<![\p{L}\p{N}-])\p{Ll}{3,}/gu) ?? []);

function splitBy(run: Run, keep: (word: CapitalWord) => boolean): CapitalWord[][] {
  const pieces: CapitalWord[][] = [[]];
  for (const word of run) keep(word) ? pieces.at(-1)?.push(word) : pieces.push([]);
  return pieces.filter((piece) => piece.length > 0);
}

/** Drops the words at a sentence's start whose capital says nothing. */
function withoutOpening(run: Run, known: ReadonlySet<string>, ordinary: ReadonlySet<string>, document: Document): Run {
  let rest = run;
  while (rest[0] && (isOpener(rest[0]) || (rest[0] === run[0] && rest[0].opening && !opens(rest, known, ordinary, document)))) rest = rest.slice(1);
  return rest;
}

/** May a name begin with this capital that opens a sentence? Only if the word is a name elsewhere, or a name follows, or somebody of that name speaks. */
function opens(run: Run, known: ReadonlySet<string>, ordinary: ReadonlySet<string>, document: Document): boolean {
  const [first, second] = run as readonly [CapitalWord, CapitalWord?];
  if (known.has(first.lower)) return true;
  if (ordinary.has(first.lower) && !titleHeads.has(first.lower)) return false;
  if (second) return !occupations.has(first.lower) || titleHeads.has(first.lower);
  return (
    !first.lower.endsWith("s") &&
    first.text.length > 3 &&
    first.text !== first.text.toUpperCase() &&
    /^\s+(?:said|says|told|added)\b/.test(document.prose.slice(first.end, first.end + 8))
  );
}

/** "European Commission President Ursula von der Leyen" is an organisation, a title and a person; "General Motors" and "the President" are no person. */
function splitTitle(run: Run): { words: Run; title?: string }[] {
  if (run.length === 0) return [];
  const bare = run.map((word) => word.lower.replace(/\.$/, ""));
  const lastWord = bare.at(-1) as string;
  if (
    run.every(
      (_, i) =>
        titleHeads.has(bare[i] as string) || titleModifiers.has(bare[i] as string) || isDemonym(bare[i] as string) || occupations.has(bare[i] as string),
    )
  )
    return [];
  if (run.length === 1 || organisationWords.has(lastWord) || placeWords.has(lastWord)) return [{ words: withoutDemonym(run) }];
  let head = run.length - 2;
  while (head >= 0 && !titleHeads.has(bare[head] as string) && !occupations.has(bare[head] as string)) head--;
  if (head < 0) return [{ words: withoutDemonym(run) }];
  let from = head;
  while (from > 0 && isTitleWord(bare[from - 1] as string)) from--;
  const title = run
    .slice(from, head + 1)
    .map((word) => word.text)
    .join(" ");
  const before = withoutDemonym(run.slice(0, from));
  return [...(before.length ? [{ words: before }] : []), { words: run.slice(head + 1), title }];
}

const isTitleWord = (word: string): boolean => titleHeads.has(word) || titleModifiers.has(word) || occupations.has(word);

/** "Palestinian Mohammed Deif" without the adjective; "British Airways" as it is. */
function withoutDemonym(run: Run): Run {
  const [first, ...rest] = run;
  if (!first || !isDemonym(first.lower)) return run;
  const lastWord = rest.at(-1)?.lower ?? "";
  return rest.length === 0 || (rest.length >= 2 && !organisationWords.has(lastWord) && !placeWords.has(lastWord)) ? rest : run;
}
