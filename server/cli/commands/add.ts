import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { basename, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { cleanSource, keyFor, type SourceMetadata } from "../../archive/clean-source.ts";
import { isSourceFile } from "../../archive/corpus-files.ts";
import { dayOf } from "../../archive/formats/day-of.ts";
import { isGlob, splitGlob } from "../../archive/glob.ts";
import { isInCorpus, isWithin } from "../../archive/load-corpus.ts";
import { readSourceFile } from "../../archive/read-source-file.ts";
import { readBytes, reasonOf } from "../../archive/text-file.ts";
import type { Source } from "../../engine/corpus/source.ts";
import { sayProblems, shownPath } from "../checked.ts";
import { harmless } from "../terminal.ts";
import { type Command, textOf, textsOf, UsageError, type Values } from "../usage.ts";
import { openWorkspace, workspaceOptions } from "../workspace.ts";

export const add: Command = {
  name: "add",
  operands: "FILE|-",
  summary: "put a source into the corpus, with clean metadata, and print where",
  details: `Takes text, Markdown, a saved page, ninjs, NewsML-G2, NITF, a feed, PDF, Word or a mail; - reads standard input. What it says of itself becomes front matter, what was
scraped with it is left out. It is called what its file is called, unless --id says otherwise; nothing is overwritten, and what is there already is not added again.`,
  options: {
    corpus: { ...workspaceOptions.corpus, multiple: false, help: "folder to put it into, instead of the first configured one" },
    config: workspaceOptions.config,
    "no-config": workspaceOptions["no-config"],
    id: { type: "string", value: "ID", help: "what it is cited by: the name of its file" },
    title: { type: "string", value: "TEXT", help: "its title, where it does not say so itself" },
    publisher: { type: "string", value: "NAME", help: "who published it" },
    author: { type: "string", value: "NAME", help: "who wrote it" },
    date: { type: "string", value: "DAY", help: "the day of its publication: 2031-05-14" },
    url: { type: "string", value: "URL", help: "its address" },
    accessed: { type: "string", value: "DAY", help: "the day on which you read it" },
  },
  run: async (operands, values) => {
    const [operand, ...others] = operands;
    if (operand === undefined || others.length) throw new UsageError("add takes one file, or - for standard input");
    const given = metadataOf(values);
    const folder = await folderOf(values);
    const { uri, bytes } = await input(operand);
    if (operand !== "-" && isWithin(folder)(resolve(operand))) throw new UsageError(`${operand} lies in the corpus already`);
    const { sources, problems: unread } = await readSourceFile(uri, bytes);
    const problems = [...unread];
    if (!sources.length && !problems.length) throw new UsageError(`${operand} holds no article`);
    const id = textOf(values, "id");
    if (sources.length > 1 && (id !== undefined || Object.values(given).some((value) => value !== undefined))) {
      throw new UsageError(`${operand} holds ${sources.length} articles: --id and metadata go with one`);
    }
    const name = operand === "-" ? undefined : basename(operand).replace(/\.[^.]+$/, "");
    await mkdir(folder, { recursive: true }).catch(cannotWrite(folder));
    for (const source of sources) {
      if (source.provenance?.withdrawn) {
        problems.push({ uri, message: `“${source.id}” was withdrawn by its publisher: not added` });
        continue;
      }
      const key = id ?? keyFor(sources.length > 1 ? source.id : name, titled(source, given));
      const { path, isNew } = await file(folder, key, source.reading.document.format === "markdown" ? "md" : "txt", cleanSource(source, given));
      process.stdout.write(`${harmless(shownPath(pathToFileURL(path).href))}${isNew ? "" : " (was there already)"}\n`);
    }
    sayProblems(problems);
    return problems.length ? 2 : 0;
  },
};

const titled = (source: Source, { title, date }: SourceMetadata): Source => ({ ...source, ...(title && { title }), ...(date && { stamped: date }) });

function metadataOf(values: Values): SourceMetadata {
  const [title, publisher, author, url] = ["title", "publisher", "author", "url"].map((name) => textOf(values, name));
  const id = textOf(values, "id");
  if (id !== undefined && !/^[\p{L}\p{N}][\p{L}\p{N}._:+-]*$/u.test(id)) throw new UsageError(`--id takes letters, digits and - . _ : +, not "${id}"`);
  return { title, publisher, author, date: dayIn(values, "date"), url, accessed: dayIn(values, "accessed") };
}

function dayIn(values: Values, option: string): string | undefined {
  const text = textOf(values, option);
  const day = text === undefined ? undefined : dayOf(text);
  if (text !== undefined && day === undefined) throw new UsageError(`--${option} takes a day, 2031-05-14, not "${text}"`);
  return day;
}

/** Where new sources go: the first configured folder. It must be one that is read. */
async function folderOf(values: Values): Promise<string> {
  const named = textOf(values, "corpus") ?? textsOf(values, "corpus")?.[0];
  if (named !== undefined) return resolve(named);
  const { root, config } = await openWorkspace(values).project(process.cwd());
  for (const entry of config.corpus) {
    const folder = resolve(root, isGlob(entry) ? splitGlob(entry).folder : entry);
    const isFolder = await stat(folder).then(
      (found) => found.isDirectory(),
      () => !isSourceFile(folder),
    );
    if (isFolder && isInCorpus([entry], root)(join(folder, "source.txt"))) return folder;
  }
  throw new UsageError("no corpus folder takes text files: name one with --corpus DIR");
}

async function input(operand: string): Promise<{ readonly uri: string; readonly bytes: Uint8Array }> {
  if (operand !== "-") {
    const { uri, bytes, problem } = await readBytes(resolve(operand));
    if (problem) throw new UsageError(`${operand}: ${problem.message}`);
    if (!isSourceFile(uri)) throw new UsageError(`${operand}: Copydesk does not read files of this kind`);
    return { uri, bytes };
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  const bytes = Buffer.concat(chunks);
  return { uri: pathToFileURL(resolve(`stdin.${endingOf(bytes)}`)).href, bytes };
}

/** What the bytes themselves tell of their format. */
function endingOf(bytes: Uint8Array): string {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  if (head.startsWith("%PDF")) return "pdf";
  if (head.startsWith("PK\x03\x04")) return "docx";
  if (/^\s*[[{]\s*["{]/.test(head)) return "json";
  if (/^(?:[\w-]+: .*\r?\n(?:[ \t].*\r?\n)*)+/.test(head) && /^(?:from|received|subject|message-id|mime-version):/im.test(head)) return "eml";
  if (/^\s*(?:<!doctype html|<html|<head|<body|<article|<div|<p[\s>])/i.test(head)) return "html";
  if (/^\s*(?:<\?xml|<[\w:]+[\s>])/.test(head)) return "xml";
  return /^#{1,6} |\*\*\S|\]\(|^\[\^\w+\]:/m.test(head) ? "md" : "txt";
}

const cannotWrite =
  (path: string) =>
  (error: unknown): never => {
    throw new UsageError(`${shownPath(pathToFileURL(path).href)}: ${reasonOf(error).replace("read", "written")}`);
  };

/** Writes the file under the first free name; the same text is not written twice. */
async function file(folder: string, key: string, ending: string, text: string): Promise<{ readonly path: string; readonly isNew: boolean }> {
  for (let number = 1; ; number++) {
    const path = join(folder, `${number === 1 ? key : `${key}-${number}`}.${ending}`);
    if (relative(folder, path).startsWith("..")) throw new UsageError(`"${key}" is no file name`);
    try {
      await writeFile(path, text, { flag: "wx" });
      return { path, isNew: true };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") return cannotWrite(path)(error);
      if ((await readFile(path, "utf8").catch(() => undefined)) === text) return { path, isNew: false };
    }
  }
}
