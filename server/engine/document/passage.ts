import type { Block, Document, Sentence } from "./document.ts";
import { createShelf, type Memory, noMemory, type Shelf } from "./memory.ts";
import { sameEnds } from "./same-ends.ts";

/**
 * One block of a document as a document of its own: its offsets and sentences count from the block's start, so that what is read from it holds
 * wherever the block stands. Reading goes passage by passage: an edit costs the passage that it changes.
 */
export interface Passage extends Place {
  readonly document: Document;
  readonly shelf: Shelf;
}

/** Where a passage stands in the whole: the offset of its block, its first sentence, and its position among the blocks. */
export interface Place {
  readonly start: number;
  readonly sentence: number;
  readonly block: number;
}

interface Told {
  readonly document: Document;
  readonly passages: readonly Passage[];
}

/**
 * The passages of a document, one a block, in text order. With the memory of the document before an edit, those that have not changed keep their shelf
 * and their document; those that have not moved either are the same objects.
 */
export const passagesOf = (document: Document, memory: Memory = noMemory): readonly Passage[] =>
  memory.whole.keep<Told>("passages", [document], (before) => ({
    document,
    passages: before?.document.uri === document.uri && before.document.format === document.format ? passagesAgain(document, before) : passagesAnew(document),
  })).passages;

function passagesAnew(document: Document): readonly Passage[] {
  let sentence = 0;
  return document.blocks.map((block): Passage => {
    const place = { start: block.start, sentence, block: block.index };
    sentence += block.sentences.length;
    return { ...place, shelf: createShelf(), document: blockAlone(document, block, place) };
  });
}

function passagesAgain(document: Document, { document: old, passages }: Told): readonly Passage[] {
  const { blocks, text, prose } = document;
  const [texts, proses] = [sameEnds(old.text, text), sameEnds(old.prose, prose)];
  const isSame = (a: Block | undefined, b: Block | undefined, by: number) => a && b && a.kind === b.kind && a.start + by === b.start && a.end + by === b.end;
  const untouched = Math.min(texts.start, proses.start);
  let first = 0;
  while (isSame(old.blocks[first], blocks[first], 0) && (blocks[first] as Block).end <= untouched) first++;
  const by = text.length - old.text.length;
  const moved = text.length - Math.min(texts.end, proses.end);
  let last = 0;
  while (blocks.length - last > first && old.blocks.length - last > first) {
    const block = blocks.at(-1 - last);
    if (!isSame(old.blocks.at(-1 - last), block, by) || (block as Block).start < moved) break;
    last++;
  }
  const between = passages.slice(first, passages.length - last);
  let sentence = 0;
  return blocks.map((block, index): Passage => {
    const place = { start: block.start, sentence, block: index };
    sentence += block.sentences.length;
    const same = index < first ? passages[index] : index >= blocks.length - last ? passages.at(index - blocks.length) : takeAlike(between, document, block);
    if (!same) return { ...place, shelf: createShelf(), document: blockAlone(document, block, place) };
    return same.start === place.start && same.sentence === place.sentence && same.block === index ? same : { ...same, ...place };
  });
}

/** A passage of the same words that stood elsewhere. */
function takeAlike(passages: Passage[], { text, prose }: Document, { kind, start, end }: Block): Passage | undefined {
  const at = passages.findIndex(
    ({ document: own }) =>
      own.blocks[0]?.kind === kind && own.text.length === end - start && own.text === text.slice(start, end) && own.prose === prose.slice(start, end),
  );
  return at < 0 ? undefined : passages.splice(at, 1)[0];
}

function blockAlone({ uri, format, text, prose }: Document, { kind, start, end, sentences: own }: Block, { sentence: first }: Place): Document {
  const sentences = own.map(
    (sentence): Sentence => ({
      start: sentence.start - start,
      end: sentence.end - start,
      extent: sentence.extent - start,
      index: sentence.index - first,
      block: 0,
    }),
  );
  return {
    uri,
    format,
    text: text.slice(start, end),
    prose: prose.slice(start, end),
    blocks: [{ kind, start: 0, end: end - start, index: 0, sentences }],
    sentences,
    markup: [],
    metadata: {},
  };
}
