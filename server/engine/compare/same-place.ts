import type { Reading } from "../extract/mentions.ts";
import { stopWords } from "../lexicon/stop-words.ts";
import type { Alignment } from "./alignment.ts";
import { type CorpusName, wordKey } from "./name-index.ts";
import { isDerived, isNear } from "./name-likeness.ts";
import { editDistance } from "./spelling.ts";

/** Sentences this alike are one sentence, rewritten here and there; or not even that. */
const sameSentence = 0.55;
const sameWords = 0.75;

/**
 * The word that a source's sentence has in the place of a capitalised word of the draft: the sentences are nearly the same, and so are the words
 * on either side. Such company also tells of short words ("Syra" for "Syria") and of peoples, who are no names ("Iraiq forces").
 */
export function inItsPlace(draft: Reading, at: { readonly start: number; readonly end: number }, aligned: readonly Alignment[]): CorpusName | undefined {
  const { prose } = draft.document;
  const key = wordKey(prose.slice(at.start, at.end));
  const [before, after] = neighbours(prose, at.start, at.end);
  if (key.length < 4) return undefined;
  const telling = isTelling(before) || isTelling(after);
  for (const { source, sentence, score } of aligned) {
    if (score < (telling ? sameSentence : sameWords)) break;
    const { document } = source.reading;
    for (const match of document.prose.slice(sentence.start, sentence.end).matchAll(capitalised)) {
      const start = sentence.start + match.index;
      const end = start + match[0].length;
      const other = wordKey(match[0]);
      if (editDistance(key, other, 2) !== 1 || !isNear(key, other, false) || isDerived(key, other)) continue;
      const [theirBefore, theirAfter] = neighbours(document.prose, start, end);
      if (before !== theirBefore || after !== theirAfter) continue;
      const text = document.text.slice(start, end);
      return { source, name: { start, end, text, sentence: sentence.index, words: [text], kind: "unknown" } };
    }
  }
  return undefined;
}

const capitalised = /(?<![\p{L}\p{N}-])\p{Lu}\p{L}{3,}(?![\p{L}\p{N}-])/gu;

/** The words beside a span, in lower case; a border of the paragraph is an empty word. */
function neighbours(prose: string, start: number, end: number): readonly [string, string] {
  const before = /([\p{L}\p{N}]+)[^\p{L}\p{N}\n]*$/u.exec(prose.slice(Math.max(0, start - 40), start))?.[1] ?? "";
  const after = /^[^\p{L}\p{N}\n]*([\p{L}\p{N}]+)/u.exec(prose.slice(end, end + 40))?.[1] ?? "";
  return [before.toLowerCase(), after.toLowerCase()];
}

const isTelling = (word: string): boolean => word.length > 2 && !stopWords.has(word);
