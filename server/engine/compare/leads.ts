import { contentStems } from "../document/words.ts";
import type { PassageReading, Reading } from "../extract/mentions.ts";
import { passagesIn } from "./by-passage.ts";

export type Stems = ReadonlySet<string>;

/**
 * The stems of the text that each passage of a draft rests on, one a passage: a headline on the first sentence of the story, an item of a list on what leads
 * up to the list. The other passages tell for themselves.
 */
export function leadsOf(draft: Reading): readonly (Stems | undefined)[] {
  const passages = passagesIn(draft);
  const kinds = passages.map(({ document }) => document.blocks[0]?.kind);
  const opening = passages[kinds.indexOf("paragraph")];
  let introduction: Stems | undefined;
  return passages.map((passage, at) => {
    if (kinds[at] === "title") return opening && stemsOf(opening, "opening", 0, 1);
    if (kinds[at] === "item") return introduction;
    introduction = stemsOf(passage, "introduction", -longest, undefined);
    return undefined;
  });
}

/** A list rests on the last sentences before it, not on a whole story. */
const longest = 3;

const stemsOf = ({ document, shelf }: PassageReading, name: string, from: number, to: number | undefined): Stems =>
  shelf.keep(
    `stems of ${name}`,
    [document],
    () => new Set(document.sentences.slice(from, to).flatMap(({ start, end }) => contentStems(document.prose.slice(start, end)))),
  );
