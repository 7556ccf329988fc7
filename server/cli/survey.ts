import { join, relative } from "node:path";
import { sourcesAmong } from "../archive/corpus-files.ts";
import { filesBelow } from "../archive/folder.ts";
import { readTextFile } from "../archive/text-file.ts";
import type { CitationStyle } from "../engine/config.ts";
import { parseDocument } from "../engine/document/parse.ts";
import { readCitations } from "../engine/extract/citations.ts";

/** Files of one kind in a folder. */
interface Found {
  /** From the surveyed folder, with forward slashes; empty for the folder itself. */
  readonly folder: string;
  readonly files: number;
}

/** What a folder looks like to somebody who comes to set a desk up in it. */
export interface Survey {
  readonly corpora: readonly Found[];
  readonly drafts: readonly Found[];
  /** How most citations of the drafts are written, and how many there are. */
  readonly citations?: { readonly style: CitationStyle; readonly count: number };
}

/** Folders that are called so hold sources, even where those are plain text. */
const corpusName = /^(?:seeds?|sources?|corpus|corpora|wires?|clippings?|cuttings?|research|articles?|archives?|feeds?|press|background)$/i;
/** What nobody writes a draft in. */
const received = /\.(?:html?|xhtml|ninjs|newsml|nitf|rss|atom|pdf|docx|eml)$/i;
const written = /\.(?:md|txt|news)$/i;
/** Papers of a repository. */
const paper = /^(?:readme|changelog|changes|contributing|code_of_conduct|security|licen[cs]e|copying|authors|notice|todo|agents|claude)\b/i;

/** Larger folders are looked at in part. */
const mostFiles = 5000;
const mostDrafts = 100;

export async function survey(folder: string): Promise<Survey> {
  const all = (await filesBelow(folder)).files.slice(0, mostFiles);
  const byTop = new Map<string, string[]>();
  for (const path of all) {
    const parts = relative(folder, path).replaceAll("\\", "/").split("/");
    const top = parts.length > 1 ? (parts[0] as string) : "";
    byTop.set(top, [...(byTop.get(top) ?? []), path]);
  }
  const tops = [...byTop].map(([name, paths]) => ({ name, paths, sources: sourcesAmong(paths) })).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const isCorpus = ({ name, paths, sources }: (typeof tops)[number]): boolean =>
    name !== "" && sources.length > 0 && (corpusName.test(name) || 2 * paths.filter((path) => received.test(path)).length > sources.length);
  const corpora = tops.filter(isCorpus);
  const others = tops
    .filter((top) => !corpora.includes(top))
    .map(({ name, paths }) => ({ name, paths: paths.filter((path) => written.test(path) && !paper.test(relative(join(folder, name), path))) }))
    .filter(({ paths }) => paths.length);
  const citations = await citationsIn(others.flatMap(({ paths }) => paths).slice(0, mostDrafts));
  return {
    corpora: corpora.map(({ name, sources }) => ({ folder: name, files: sources.length })),
    drafts: others.map(({ name, paths }) => ({ folder: name, files: paths.length })),
    ...(citations && { citations }),
  };
}

async function citationsIn(paths: readonly string[]): Promise<Survey["citations"]> {
  const counts: Record<"pandoc" | "footnote" | "link", number> = { pandoc: 0, footnote: 0, link: 0 };
  for (const path of paths) {
    const { file } = await readTextFile(path);
    for (const { kind } of file ? readCitations(parseDocument(file.uri, file.text)) : []) counts[kind]++;
  }
  const [style, count] = (Object.entries(counts) as [keyof typeof counts, number][]).reduce((best, one) => (one[1] > best[1] ? one : best));
  return count ? { style, count } : undefined;
}
