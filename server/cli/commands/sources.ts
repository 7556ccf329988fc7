import { sayProblems } from "../checked.ts";
import { checkJson, checkSources, checkText, isQuiet } from "../sources/check.ts";
import { sourceLists } from "../sources/list.ts";
import { paintFor, progress } from "../terminal.ts";
import { type Command, textOf, UsageError } from "../usage.ts";
import { openWorkspace, workspaceOptions } from "../workspace.ts";

const names = Object.keys(sourceLists);

export const sources: Command = {
  name: "sources",
  operands: "",
  summary: "list the sources: id, date and how it was found, publisher, title, figures",
  details: `With --check it looks at the sources alone: tolls that they give differently, copies of one text, files without a date or with a wrong one, ids that are
not unique, stories that were withdrawn. Exit status then: 0 nothing of the kind, 1 something to look at.`,
  options: {
    ...workspaceOptions,
    format: { type: "string", value: "FORMAT", help: `${names.join(", ")} (default: text); with --check text or json` },
    check: { type: "boolean", help: "say where the sources contradict each other, repeat each other or have no date" },
  },
  run: async (operands, values) => {
    if (operands.length) throw new UsageError("sources takes no operands: name a folder with --corpus DIR");
    const format = textOf(values, "format") ?? "text";
    const write = Object.hasOwn(sourceLists, format) ? sourceLists[format] : undefined;
    if (!write) throw new UsageError(`unknown format "${format}": use ${names.join(", ")}`);
    if (values.check && format !== "text" && format !== "json") throw new UsageError("--check reports as text or json");
    const bar = progress();
    const workspace = openWorkspace(values, bar.say);
    const corpus = await workspace.corpusFor(process.cwd());
    bar.done();
    const paint = paintFor(process.stdout);
    const check = values.check ? checkSources(corpus) : undefined;
    process.stdout.write(check ? (format === "json" ? checkJson(check) : checkText(check, paint)) : write(corpus.sources, paint));
    sayProblems(workspace.problems());
    return workspace.problems().length ? 2 : check && !isQuiet(check) ? 1 : 0;
  },
};
