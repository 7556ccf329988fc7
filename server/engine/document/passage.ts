import type { Block, Document, Sentence } from "./document.ts";
import { createMemory, type Memory, type Shelf } from "./memory.ts";

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

/** The passages of a document, one a block, in text order; with the memory of the document before an edit, the same as there where they have not changed. */
export function passagesOf(document: Document, memory: Memory = createMemory()): readonly Passage[] {
  let sentence = 0;
  return document.blocks.map((block): Passage => {
    const text = document.text.slice(block.start, block.end);
    const prose = document.prose.slice(block.start, block.end);
    const shelf = memory.shelf(`${block.kind} ${text === prose ? text : `${text}\n${prose}`}`);
    const place = { start: block.start, sentence, block: block.index };
    sentence += block.sentences.length;
    return { ...place, shelf, document: shelf.keep("document", [], () => blockAlone(document, block, place)) };
  });
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
