import type { Token } from "../extract/tokens.ts";
import type { Placed } from "./placed.ts";

type Tokens = readonly Token[];
const said = /^(?:that|reports?|claims?|rumou?rs?|allegations?|assertions?|suggestions?|statements?|figures?|numbers?|tolls?|accounts?|talk|estimates?)$/;
const denials =
  /^(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disput(?:es?|ed|ing)|refut(?:es?|ed|ing)|rebutt(?:ed|ing)|debunk(?:s|ed)?)$/;
const untrue =
  /^(?:false|untrue|fiction|fictional|fictitious|fake|lies?|nonsense|fabricat(?:ed|ions?)|invent(?:ed|ions?)|baseless|unfounded|groundless|propaganda|fantasy|exaggerat(?:ed|ions?)|inflated|wrong|incorrect|rubbish|disinformation|misinformation)$/;
const reach = 12;

/** Does the sentence give the number only to deny it: "denied that 90 had died", "reports of 90 dead are false", "have nothing to do with reality"? */
export function isDenied(tokens: Tokens, { first, after }: Placed): boolean {
  let told = false;
  for (let i = first - 1; i >= 0 && i > first - reach; i--) {
    const { text, lower } = tokens[i] as Token;
    if (/^[;:]$/.test(text) || /^(?:but|while|and)$/.test(lower)) break;
    if (said.test(lower)) told = true;
    else if (told && denials.test(lower)) return true;
  }
  return told && isCalledUntrue(tokens, after);
}

function isCalledUntrue(tokens: Tokens, from: number): boolean {
  for (let i = from; i < tokens.length && i < from + reach; i++) {
    const { text, lower } = tokens[i] as Token;
    const next = tokens[i + 1]?.lower ?? "";
    if (/^[;:]$/.test(text) || /^(?:but|while)$/.test(lower) || (lower === "and" && tokens[i + 1]?.kind !== "number")) return false;
    if (
      /^(?:is|are|was|were|as)$/.test(lower) &&
      tokens.slice(i + 1, i + 4).some((token, k, near) => untrue.test(token.lower) || (token.lower === "true" && near[k - 1]?.lower === "not"))
    )
      return true;
    if (/^(?:has|have|had)$/.test(lower) && next === "nothing") return true;
    if (/^(?:do|does|did)$/.test(lower) && next === "not" && /^(?:correspond|match|reflect)$/.test(tokens[i + 2]?.lower ?? "")) return true;
  }
  return false;
}
