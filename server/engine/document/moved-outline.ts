import type { Markup, Span } from "./document.ts";
import { flatKept } from "./kept-lists.ts";
import type { Shelf } from "./memory.ts";
import type { Outline } from "./outline.ts";

/** The outlines of stretches of text, each counted from its start, as one of the whole: `offsets` are where they stand. */
export const joinedOutlines = (outlines: readonly Outline[], offsets: readonly number[], whole: Shelf): Outline => ({
  visible: flatKept(
    whole,
    "visible",
    offsets,
    outlines.map(({ visible }) => visible),
    moved,
  ),
  blocks: flatKept(
    whole,
    "blocks",
    offsets,
    outlines.map(({ blocks }) => blocks),
    (block, by) => ({ ...block, ...moved(block, by) }),
  ),
  markup: flatKept(
    whole,
    "markup",
    offsets,
    outlines.map(({ markup }) => markup),
    movedMarkup,
  ),
  code: flatKept(
    whole,
    "code",
    offsets,
    outlines.map(({ code }) => code),
    moved,
  ),
});

const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

function movedMarkup(markup: Markup, by: number): Markup {
  const here = { ...markup, ...moved(markup, by) };
  if (here.kind === "link") return { ...here, label: moved(here.label, by) };
  return here.kind === "footnote-definition" || here.kind === "comment" ? { ...here, content: moved(here.content, by) } : here;
}
