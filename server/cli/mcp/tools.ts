import { stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { readTextFile } from "../../archive/text-file.ts";
import { draftAnswer } from "../../engine/answers/draft-answer.ts";
import { figureAnswer } from "../../engine/answers/figure-answer.ts";
import { checkDraft } from "../../engine/check.ts";
import { shownPath } from "../checked.ts";
import { UsageError, type Values } from "../usage.ts";
import { openWorkspace, type Workspace } from "../workspace.ts";

export type Arguments = Readonly<Record<string, unknown>>;

/** A tool of the Model Context Protocol: it reads files, changes nothing, and answers in plain text. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** What it takes: texts, by name. */
  readonly properties: Readonly<Record<string, { readonly type: "string"; readonly description: string }>>;
  readonly required: readonly string[];
  /** Throws a UsageError where it cannot answer. The values are those of the command line. */
  readonly call: (input: Arguments, values: Values) => Promise<string>;
}

function textIn(input: Arguments, name: string): string | undefined {
  const value = input[name];
  if (value !== undefined && typeof value !== "string") throw new UsageError(`${name} must be a text`);
  return value || undefined;
}

/** A configuration or a source that cannot be read is said first: what follows may rest on less than it seems. */
function withProblems(workspace: Workspace, answer: string): string {
  const said = workspace.problems().map(({ uri, message }) => `Not read: ${shownPath(uri)}: ${message}\n`);
  return said.length ? `${said.join("")}\n${answer}` : answer;
}

const checkTool: Tool = {
  name: "check_draft",
  title: "Check a news draft",
  description:
    "Checks a news draft against the source articles of its story. Returns every finding (figures without a source, tolls that contradict the sources or are out of date, wrong dates, quotations and names, bad citations) with its line, the evidence word for word with the source's key, and the possible fixes. Use it before judging or editing a draft's facts.",
  properties: { path: { type: "string", description: "The draft's path, absolute or from the folder in which the server runs." } },
  required: ["path"],
  call: async (input, values) => {
    const path = textIn(input, "path");
    if (!path) throw new UsageError("path is missing: which draft?");
    const { file, problem } = await readTextFile(resolve(path));
    if (problem) throw new UsageError(`${path}: ${problem.message}`);
    const workspace = openWorkspace(values);
    const { corpus, config } = await workspace.deskFor(file);
    return withProblems(workspace, draftAnswer(checkDraft(file.uri, file.text, corpus, config), shownPath(file.uri)));
  },
};

const findTool: Tool = {
  name: "find_sources",
  title: "Find sources for a figure",
  description:
    "Finds what the source articles of a story say about the figures in a statement: which source supports, words otherwise, supersedes or contradicts each, with its date, its sentence and the citation key. Use it instead of guessing whether a number is right or where it comes from.",
  properties: {
    statement: { type: "string", description: "One whole sentence with the figure in it, as it stands or would stand in the draft." },
    day: { type: "string", description: "The day of which the statement speaks: YYYY-MM-DD." },
    path: { type: "string", description: "A draft or a folder of the story, where the server does not run in it." },
  },
  required: ["statement"],
  call: async (input, values) => {
    const statement = textIn(input, "statement");
    const day = textIn(input, "day");
    if (!statement) throw new UsageError("statement is missing: which sentence?");
    if (day && !/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new UsageError("day must be written YYYY-MM-DD");
    const folder = await folderOf(textIn(input, "path") ?? ".");
    const workspace = openWorkspace(values);
    const [corpus, { config }] = await Promise.all([workspace.corpusFor(folder), workspace.project(folder)]);
    return withProblems(workspace, figureAnswer(statement, day, corpus, config));
  },
};

async function folderOf(path: string): Promise<string> {
  const found = await stat(path).catch(() => {
    throw new UsageError(`${path}: no such file or folder`);
  });
  return found.isDirectory() ? resolve(path) : dirname(resolve(path));
}

export const tools: readonly Tool[] = [checkTool, findTool];
