// Articles in any number, for what takes long.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { dice } from "../dice.ts";

const packs = "test/packs";
const articles = readdirSync(packs).flatMap((pack) =>
  readdirSync(join(packs, pack, "seeds")).map((name) => readFileSync(join(packs, pack, "seeds", name), "utf8").replace(/^---\n[\s\S]*?\n---\n/, "")),
);
const paragraphs = articles.flatMap((text) => text.split(/\n{2,}/)).filter((paragraph) => paragraph.split(/\s+/).length > 12);

/** An article of its own: paragraphs of the packs in another order, with other numbers. */
export function article(index: number, words: number): string {
  const roll = dice(index + 1);
  const parts: string[] = [];
  for (let count = 0; count < words; ) {
    const paragraph = (paragraphs[roll(paragraphs.length)] as string).replace(/\b\d{2,3}\b/g, () => String(10 + roll(900)));
    parts.push(paragraph);
    count += paragraph.split(/\s+/).length;
  }
  const day = String(1 + (index % 28)).padStart(2, "0");
  return `---\ntitle: Article ${index}\ndate: 2031-05-${day}\n---\n${parts.join("\n\n")}\n`;
}

/** So many sources, by path. */
export const manySources = (count: number, words: number): Readonly<Record<string, string>> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`seeds/${index}.md`, article(index, words)]));
