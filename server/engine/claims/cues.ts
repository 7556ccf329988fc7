import { type Token, wordsOf } from "../extract/tokens.ts";
import { type Cue, casualtyCues, cueStarts } from "../lexicon/casualties.ts";

/** A casualty cue in a sentence: tokens `from` to `to` (exclusive). */
export interface PlacedCue {
  readonly from: number;
  readonly to: number;
  readonly words: string;
  readonly meanings: readonly Cue[];
}

/** The casualty cues of a sentence, longest first at each place, in order. */
export function cuesOf(tokens: readonly Token[]): readonly PlacedCue[] {
  const found: PlacedCue[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const longest = cueStarts.get(tokens[i]?.lower ?? "");
    if (!longest) continue;
    for (let length = Math.min(longest, tokens.length - i); length > 0; length--) {
      const words = wordsOf(tokens, i, i + length);
      const meanings = casualtyCues.get(words);
      if (!meanings || (/^rescues?$/.test(words) && rescuers.test(tokens[i + 1]?.lower ?? ""))) continue;
      // "attempted murder" kills nobody
      if (tokens[i - 1]?.lower === "attempted") break;
      found.push({ from: i, to: i + length, words, meanings });
      i += length - 1;
      break;
    }
  }
  return found;
}

/** "The rescue services", "a rescue team" rescue nobody yet. */
const rescuers =
  /^(?:service|team|worker|crew|official|operation|effort|mission|personnel|agency|agencies|authority|authorities|boat|ship|vessel|helicopter|plane|chief|squad|brigade|unit|centre|center|department|diver|dog|party|parties|coordinator|leader|spokes\w+|force|attempt|work)s?$/;
