import type { Nodes, Parents, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import type { BlockKind, Markup, Span } from "../document.ts";
import type { Blanker } from "./blanker.ts";
import { citationGroups, footnoteReferences } from "./markers.ts";

export interface RawBlock extends Span {
  readonly kind: BlockKind;
}

/** What a format's reader finds in the body of a file: its blocks in order, and its markup; prose is shown through the blanker. */
export interface Body {
  readonly blocks: readonly RawBlock[];
  readonly markup: readonly Markup[];
}

const extensions = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };

/** Reads the body of a Markdown file; `page` starts blank, and only the text of paragraphs and headings is brought back. */
export function readMarkdown(text: string, body: Span, page: Blanker): Body {
  const blocks: RawBlock[] = [];
  const markup: Markup[] = [];
  const targets = new Map<string, string>();
  const spanOf = (node: Nodes): Span => ({ start: body.start + (node.position?.start.offset ?? 0), end: body.start + (node.position?.end.offset ?? 0) });
  const root: Root = fromMarkdown(text.slice(body.start, body.end), extensions);

  const visit = (node: Nodes, kind: BlockKind): void => {
    const span = spanOf(node);
    switch (node.type) {
      case "paragraph":
      case "heading":
      case "tableRow":
        blocks.push({
          ...inside(node, spanOf, span),
          kind: node.type === "heading" && kind === "paragraph" ? "heading" : node.type === "tableRow" ? "item" : kind,
        });
        break;
      case "text":
        showText(text, span, node.value, page);
        return;
      case "html":
        if (/^<!--/.test(node.value)) for (const m of node.value.matchAll(/<!--([\s\S]*?)-->/g)) markup.push(comment(span.start + m.index, m[0]));
        return;
      case "link":
        markup.push({ kind: "link", ...span, label: inside(node, spanOf, span), url: node.url });
        if (!/\[/.test(text.charAt(span.start))) return;
        break;
      case "linkReference":
        if (targets.has(node.identifier))
          markup.push({ kind: "link", ...span, label: inside(node, spanOf, span), url: targets.get(node.identifier) as string });
        break;
      case "footnoteDefinition": {
        const start = text.indexOf("]:", span.start) + 2;
        const content = { start: start + (/^[ \t]*/.exec(text.slice(start, span.end))?.[0].length ?? 0), end: span.end };
        markup.push({ kind: "footnote-definition", label: node.label ?? node.identifier, ...span, content });
        blocks.push({ ...span, kind: "footnote" });
        return;
      }
      case "inlineCode":
      case "code":
      case "image":
      case "imageReference":
      case "definition":
        return;
    }
    const inner: BlockKind = node.type === "listItem" ? "item" : node.type === "blockquote" ? "quote" : kind;
    if ("children" in node) for (const child of (node as Parents).children) visit(child as Nodes, inner);
  };
  for (const child of root.children) if (child.type === "definition") targets.set(child.identifier, child.url);
  visit(root, "paragraph");
  const shown = text.slice(body.start, body.end);
  const markers = [...citationGroups(shown), ...footnoteReferences(shown)].map((m) => ({ ...m, start: m.start + body.start, end: m.end + body.start }));
  for (const marker of markers) page.blank(marker);
  return { blocks, markup: [...markup, ...markers] };
}

/** The span of a node's children, without its own marks. */
function inside(node: Nodes, spanOf: (node: Nodes) => Span, whole: Span): Span {
  const children = "children" in node ? (node.children as Nodes[]) : [];
  const [first, last] = [children[0], children.at(-1)];
  return first && last ? { start: spanOf(first).start, end: spanOf(last).end } : whole;
}

const comment = (start: number, text: string): Markup => ({
  kind: "comment",
  start,
  end: start + text.length,
  content: { start: start + 4, end: start + text.length - 3 },
});

/** Shows a text node. Where its value is shorter than what is written (entities, escapes, `> ` on a new line), the two are walked side by side. */
function showText(text: string, span: Span, value: string, page: Blanker): void {
  if (span.end - span.start === value.length) {
    page.keep(span);
    return;
  }
  let at = span.start;
  for (const character of value.split("")) {
    while (at < span.end && text.charAt(at) !== character && /[\s>\\]/.test(text.charAt(at))) at++;
    if (at >= span.end) return;
    const entity = text.charAt(at) === "&" ? /^&(?:#\w+|\w+);/.exec(text.slice(at, at + 40)) : null;
    page.put(at, character);
    at += entity && (character !== "&" || entity[0] === "&amp;") ? entity[0].length : 1;
  }
}
