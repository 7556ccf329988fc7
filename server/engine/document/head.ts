import { readByline } from "./byline.ts";
import { readDateline } from "./dateline.ts";
import type { Dateline, Metadata, Span } from "./document.ts";
import type { OutlineBlock } from "./outline.ts";
import { linesOf, trim } from "./prose.ts";

/** What stands above a text's first sentence: title, byline and dateline, and the blocks without them. */
export interface Head {
  readonly metadata: Metadata;
  readonly blocks: readonly OutlineBlock[];
  /** What is no prose: byline and dateline. */
  readonly blanks: readonly Span[];
}

const longestTitle = 250;
const mostTitleLines = 3;
/** A full stop that no abbreviation explains ends a sentence, and a title is none. */
const sentenceEnd = /(?<!\b(?:U\.S|U\.K|U\.N|Inc|Jr|Sr|Co|Corp|Ltd|St|[A-Z]))[.:;,]["”’')]*$/;

/** Reads title, byline and dateline. `stamped`: the text starts on the line of its date stamp, which leaves no room for a title. */
export function readHead(prose: string, outline: readonly OutlineBlock[], front: Metadata, stamped: boolean): Head {
  let metadata = front;
  const blanks: Span[] = [];
  const blocks: OutlineBlock[] = [];
  let rest = [...outline];
  const first = rest[0];
  if (first && !metadata.title && !stamped) {
    const title = first.kind === "heading" ? titleSpan(prose, first) : readTitle(prose, first, rest.length > 1);
    if (title) {
      metadata = { ...metadata, title: { value: prose.slice(title.start, title.end).replace(/\s+/g, " "), span: title } };
      blocks.push({ kind: "title", ...title });
      rest = cut(prose, rest, title.end);
    }
  }
  for (let left = 2; left > 0; left--) {
    const block = rest[0];
    const line = block && linesOf(prose, block).find((candidate) => trim(prose, candidate));
    const byline =
      line && (block.kind === "paragraph" || block.kind === "heading") && (metadata.title || outline.length > 1) ? readByline(prose, line) : undefined;
    if (!byline || !line) break;
    metadata = { ...byline, ...metadata };
    blanks.push(line);
    rest = cut(prose, rest, line.end);
  }
  const dateline = readDatelineOf(prose, rest, metadata, stamped);
  if (dateline) blanks.push({ start: dateline.start, end: dateline.end });
  return { metadata: { ...metadata, ...(dateline && { dateline }) }, blocks: [...blocks, ...rest], blanks };
}

function readDatelineOf(prose: string, blocks: readonly OutlineBlock[], metadata: Metadata, stamped: boolean): Dateline | undefined {
  const block = blocks.find(({ kind }) => kind !== "heading");
  const span = block?.kind === "paragraph" ? trim(prose, block) : undefined;
  return span && readDateline(prose, span, !!metadata.title && !metadata.date && !stamped);
}

const titleSpan = (prose: string, block: Span): Span | undefined => trim(prose, block);

/** A first paragraph is a title if it is short, ends like no sentence and something follows; lines from a byline on are none of it. */
function readTitle(prose: string, block: OutlineBlock, followed: boolean): Span | undefined {
  if (block.kind !== "paragraph") return undefined;
  const lines: Span[] = [];
  let bylined = false;
  for (const line of linesOf(prose, block)) {
    const span = trim(prose, line);
    if (!span) continue;
    bylined = lines.length > 0 && readByline(prose, span) !== undefined;
    if (bylined) break;
    if (lines.push(span) > mostTitleLines) return undefined;
  }
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last || (!followed && !bylined)) return undefined;
  const text = prose.slice(first.start, last.end);
  if (text.length > longestTitle || sentenceEnd.test(text) || readDateline(prose, first, false)) return undefined;
  return { start: first.start, end: last.end };
}

/** The blocks without what ends at the offset; a block that goes on behind it is a paragraph. */
function cut(prose: string, blocks: readonly OutlineBlock[], end: number): OutlineBlock[] {
  const [first, ...others] = blocks;
  const left = first && first.end > end ? trim(prose, { start: end, end: first.end }) : undefined;
  return left ? [{ kind: "paragraph", ...left }, ...others] : others;
}
