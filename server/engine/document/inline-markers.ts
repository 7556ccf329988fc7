import type { Markup } from "./document.ts";
import { matchesOf } from "./matches.ts";

const brackets = /\[([^[\]]{1,600})\]/g;
const pandocKey = /(?:^|[\s;(-])@(?:\{[^}\s]|[\p{L}\p{N}_])/u;
const footnoteLabel = /^\^[^\s^]+$/;
const url = /(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)[^\s<>"”’)\]]*[^\s<>"”’)\].,;:!?]/gu;

/**
 * Markers that both formats share and no Markdown parser knows: Pandoc citations `[see @id, p. 3; @id2]`, footnote references, bare URLs.
 * `prose` tells what is in sight: brackets inside code or of a link are none of these.
 */
export function readInlineMarkers(text: string, prose: string, from: number): Markup[] {
  const markup: Markup[] = [];
  const inSight = (at: number) => at >= from && prose[at] === text[at];
  for (const { 0: whole, 1: inside = "", index: start } of matchesOf(brackets, text)) {
    if (!inSight(start) || /\n[^\S\n]*\n/.test(inside)) continue;
    const span = { start, end: start + whole.length };
    if (pandocKey.test(inside)) markup.push({ kind: "citation", ...span });
    else if (footnoteLabel.test(inside)) markup.push({ kind: "footnote-reference", ...span, label: inside.slice(1) });
  }
  let next = 0;
  const bracketed = markup.length;
  for (const { 0: target, index: start } of matchesOf(url, text)) {
    while (next < bracketed && (markup[next]?.end ?? 0) <= start) next++;
    const inside = next < bracketed && (markup[next]?.start ?? 0) <= start;
    if (inside || !inSight(start)) continue;
    const span = { start, end: start + target.length };
    markup.push({ kind: "link", ...span, label: span, url: target.startsWith("www.") ? `https://${target}` : target });
  }
  return markup;
}
