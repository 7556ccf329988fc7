import { clockHalves, leadingAbbreviations, numberedAbbreviations, openAbbreviations } from "../lexicon/abbreviations.ts";
import { sentenceOpeners } from "../lexicon/sentence-openers.ts";
import type { Span } from "./document.ts";
import { trim } from "./prose.ts";

/** A sentence's prose, and where the next one of its paragraph starts. */
export interface SentenceSpan extends Span {
  readonly extent: number;
}

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
/** The segmenter takes quadratic time on some runtimes: it gets at most this much at once. */
const longest = 5000;
const opener = /^["“‘'([«]*/;
const closers = /["”’'»)\]]+$/;
/** As much of a sentence's end as tells whether its full stop is one: an abbreviation, and the marks behind it. */
const longestEnd = 40;
const runsOn =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|mon|tues|wednes|thurs|fri|satur|sun)|^(?:e[sd]t|c[sde]t|m[sd]t|p[sd]t|gmt|bst|utc|cest|ist|pkt|local)\b|^\d/i;
/** `“Is it?” she said`, `“Get out!” Moreno told reporters`. */
const tag =
  /^(?:\p{Lu}[\p{L}\p{M}'’.-]*[ ,]+){1,5}(?:said|says|asked|asks|added|told|wrote|shouted|cried|yelled|replied|wondered|demanded|recalled|exclaimed|tweeted|posted|joked|pleaded)\b/u;

/** Cuts a block's prose into sentences. A closing quotation mark belongs to its sentence; line breaks are no borders. */
export function readSentences(prose: string, block: Span): SentenceSpan[] {
  const text = prose.slice(block.start, block.end).replace(/[^\S ]/g, " ");
  const cuts = bounded([0, ...boundaries(text), text.length], prose.slice(block.start, block.end));
  const trimmed = cuts.slice(0, -1).flatMap((cut, index) => trim(prose, { start: block.start + cut, end: block.start + (cuts[index + 1] as number) }) ?? []);
  return trimmed.map((span, index) => ({ ...span, extent: trimmed[index + 1]?.start ?? block.end }));
}

/** Nobody writes longer sentences: what goes on is a table or a list without full stops, and reading one takes quadratic time in its figures. */
const longestSentence = 2000;

/** The cuts, and more where they are too far apart: at a line's end, else between words. */
function bounded(cuts: readonly number[], text: string): readonly number[] {
  return cuts.flatMap((cut, index) => {
    const found = [cut];
    const end = cuts[index + 1] ?? cut;
    for (let from = cut; end - from > longestSentence; from = found.at(-1) as number) {
      const latest = from + longestSentence;
      const line = text.lastIndexOf("\n", latest - 1) + 1;
      const word = text.lastIndexOf(" ", latest - 1) + 1;
      const next = line > from ? line : word > from ? word : text.indexOf(" ", latest) + 1;
      if (next <= from || next >= end) break;
      found.push(next);
    }
    return found;
  });
}

/** Something that may end a sentence, and more behind it: the paragraphs of one sentence need no segmenter. */
const endsInside = /[.!?…。？！:]["”’'»)\]]*(?:\s+\S|[^\s"”’'»)\]])/;

function boundaries(text: string): number[] {
  const found: number[] = [];
  if (!endsInside.test(text)) return found;
  let start = 0;
  const offer = (at: number) => {
    if (at <= start || !isBoundary(text, start, at)) return;
    found.push(at);
    start = at;
  };
  for (let from = 0; from < text.length; ) {
    const to = safeCut(text, from);
    for (const { index } of segmenter.segment(text.slice(from, to))) if (from + index > 0) offer(from + index);
    from = to;
  }
  return found;
}

/** Where a long paragraph may be cut: before a capital after a full stop, else at a space, else anywhere. */
function safeCut(text: string, from: number): number {
  const to = from + longest;
  if (to >= text.length) return text.length;
  for (let at = to; at > from + longest / 2; at--) if (text[at - 1] === " " && /[.?!]/.test(text[at - 2] ?? "") && /\p{Lu}/u.test(text[at] ?? "")) return at;
  const space = text.lastIndexOf(" ", to);
  return space > from + longest / 2 ? space + 1 : to;
}

/** Whether one sentence ends and another starts at the offset; `start` is where the present one began. */
function isBoundary(text: string, start: number, at: number): boolean {
  const before = text.slice(Math.max(start, at - 300), at).trimEnd();
  const after = text.slice(at, at + 120).trimStart();
  const rest = after.slice(opener.exec(after)?.[0].length ?? 0);
  if (!before || !after) return !!before;
  const bare = before.slice(-longestEnd).replace(closers, "");
  if (!/[.?!…。？！:]$/.test(bare)) return false;
  const isClosed = closers.test(before.slice(-1));
  if (/^\p{Ll}/u.test(after)) return before.endsWith(".") && !endsInAbbreviation(bare, rest) && /^(?:al|el|de|van|von|d)[-'’ ]/u.test(after);
  if (/^[”’»)\],;]/.test(after)) return false;
  if (isClosed && /[?!…]$/.test(bare)) return !tag.test(after);
  return isClosed || !endsInAbbreviation(bare, rest);
}

/** Whether the full stop belongs to an abbreviation or an initial that the next words continue. */
function endsInAbbreviation(before: string, rest: string): boolean {
  if (!before.endsWith(".")) return false;
  const last = /(?:^|[\s("“‘'[—–-])([\p{L}\p{M}.]{1,12})\.$/u.exec(before)?.[1];
  if (last === undefined) return false;
  const lower = last.toLowerCase();
  const next = /^[\p{L}\p{M}'’-]+/u.exec(rest)?.[0] ?? "";
  const opens = /^\p{Lu}/u.test(next) && sentenceOpeners.has(next.toLowerCase()) && next.length > 1;
  if (numberedAbbreviations.has(lower) && /^\d/.test(rest)) return true;
  if (/^\p{Ll}/u.test(last) && !clockHalves.has(lower) && !/^(?:vs?|approx|est|e\.g|i\.e|cf|ca|incl)$/.test(lower)) return false;
  if (leadingAbbreviations.has(lower)) return true;
  if (clockHalves.has(lower)) return runsOn.test(rest);
  if (/^\p{Lu}$/u.test(last)) return !opens && !/^(?:I|X)$/.test(last);
  return (openAbbreviations.has(lower) || /^(?:\p{Lu}\.)+\p{Lu}$/u.test(last)) && !opens && rest !== "";
}
