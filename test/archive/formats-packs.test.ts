import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { loadCorpus } from "../../server/archive/load-corpus.ts";
import { checkDraft } from "../../server/engine/check.ts";
import { defaultConfig } from "../../server/engine/config.ts";
import type { Corpus } from "../../server/engine/corpus/corpus.ts";
import { folderOf, removeFolders, repository } from "../cli-process.ts";
import { bibliographyOf, docxOf, htmlOf, newsmlOf, ninjs1Of, ninjs3Of, pdfOf, rssOf, type Story, storyOf } from "./rewrite.ts";

type Files = Record<string, string | Uint8Array>;

const each = (stories: readonly Story[], ending: string, write: (story: Story) => string | Uint8Array): Files =>
  Object.fromEntries(stories.map((story) => [`${story.id}.${ending}`, write(story)]));

/**
 * What the formats cannot say, a bibliography beside them says: who published a Word document or a PDF, and where; which id the entries of a feed have.
 * Entries of a feed are published by the feed where nothing else is known.
 */
const formats: Readonly<Record<string, (stories: readonly Story[]) => Files | Promise<Files>>> = {
  html: (stories) => each(stories, "html", htmlOf),
  "ninjs 1.x": (stories) => each(stories, "json", ninjs1Of),
  "ninjs 3.x": (stories) => each(stories, "ninjs", ninjs3Of),
  RSS: (stories) => ({ "feed.xml": rssOf(stories), "sources.json": bibliographyOf(stories) }),
  "NewsML-G2": (stories) => each(stories, "xml", newsmlOf),
  docx: (stories) => ({ ...each(stories, "docx", docxOf), "sources.json": bibliographyOf(stories) }),
  PDF: async (stories) => ({
    ...Object.fromEntries(await Promise.all(stories.map(async (story) => [`${story.id}.pdf`, await pdfOf(story)] as const))),
    "sources.json": bibliographyOf(stories),
  }),
};

const packs = join(repository, "test/packs");

/** Rule, place and words of all findings of a pack's drafts. */
const findingsOf = (pack: string, corpus: Corpus): readonly string[] =>
  readdirSync(join(packs, pack, "drafts")).flatMap((name) => {
    const path = join(packs, pack, "drafts", name);
    const { findings } = checkDraft(pathToFileURL(path).href, readFileSync(path, "utf8"), corpus, defaultConfig);
    return findings.map(({ rule, start, end, message }) => `${name}:${start}-${end} ${rule}: ${message}`);
  });

describe("the packs' sources in other formats", () => {
  after(removeFolders);

  for (const pack of readdirSync(packs)) {
    for (const [format, write] of Object.entries(formats)) {
      it(`${pack} as ${format} gives the same findings`, async () => {
        const original = await loadCorpus([join(packs, pack, "seeds")], "/");
        const files = await write(original.corpus.sources.map(storyOf));
        const { corpus, problems } = await loadCorpus([folderOf(files)], "/");
        assert.deepEqual(problems, []);
        const unnamed = format === "RSS" ? "All sources" : undefined;
        const shape = ({ id, title, publisher = unnamed, author, date }: Corpus["sources"][number]) => ({ id, title, publisher, author, date });
        assert.deepEqual(corpus.sources.map(shape), original.corpus.sources.map(shape));
        assert.deepEqual(findingsOf(pack, corpus), findingsOf(pack, original.corpus));
      });
    }
  }
});
