import type { Markup, Span } from "./document.ts";
import type { Outline } from "./outline.ts";

/** The outline of a stretch of text that stands elsewhere now. */
export const movedOutline = ({ visible, blocks, markup, code }: Outline, by: number): Outline => ({
  visible: visible.map((span) => moved(span, by)),
  blocks: blocks.map((block) => ({ ...block, ...moved(block, by) })),
  markup: markup.map((one) => movedMarkup(one, by)),
  code: code.map((span) => moved(span, by)),
});

const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

function movedMarkup(markup: Markup, by: number): Markup {
  const here = { ...markup, ...moved(markup, by) };
  if (here.kind === "link") return { ...here, label: moved(here.label, by) };
  return here.kind === "footnote-definition" || here.kind === "comment" ? { ...here, content: moved(here.content, by) } : here;
}
