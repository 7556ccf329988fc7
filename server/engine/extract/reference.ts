import type { Document } from "../document/document.ts";

/** In lower case: letters of all scripts in either case take long to compile. */
const pointing =
  /(?:^|[^\p{L}])(?:the|these|those|both|all|its|his|her|their|our|my|your|\p{L}+['’]s|\p{L}+s['’])\s+(?:(other|remaining|further|additional|more)\s+|(?:last|first|next|final|same|only|main|old|new|surviving)\s+)?$/u;

/** Whether a figure that starts here points back to people or things that are known already ("the two men", "its three reactors"), or to the rest of them ("the other five"). */
export function pointsBack({ prose }: Document, start: number): "known" | "rest" | undefined {
  const match = pointing.exec(prose.slice(Math.max(0, start - 40), start).toLowerCase());
  return match ? (match[1] ? "rest" : "known") : undefined;
}
