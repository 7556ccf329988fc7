import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A published article, or one of a test story. */
export interface Article {
  readonly id: string;
  /** File name: its ending says how the text is read. */
  readonly uri: string;
  readonly text: string;
}

const tests = join(import.meta.dirname, "..");

/** One of the files of real text. Undefined where the copy is absent. */
export function realArticles(file: "dates" | "quantities"): readonly Article[] | undefined {
  const path = join(tests, `real/${file}.jsonl`);
  if (!existsSync(path)) return undefined;
  return readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { id: string; text: string })
    .map(({ id, text }) => ({ id, uri: `${id}.txt`, text }));
}

/** The sources of the labelled stories. */
export const storyArticles = (): readonly Article[] =>
  readdirSync(join(tests, "packs")).flatMap((story) => {
    const seeds = join(tests, "packs", story, "seeds");
    return readdirSync(seeds).map((file) => ({ id: `${story}/${file}`, uri: file, text: readFileSync(join(seeds, file), "utf8") }));
  });
