import type { DatingBasis, Source } from "../../engine/corpus/source.ts";
import { sayProblems, shownPath } from "../checked.ts";
import { harmless, paintFor, progress } from "../terminal.ts";
import { type Command, UsageError } from "../usage.ts";
import { openWorkspace, workspaceOptions } from "../workspace.ts";

const bases: Readonly<Record<DatingBasis, string>> = {
  metadata: "from its metadata",
  dateline: "from its dateline",
  text: "inferred from its text",
  unknown: "",
};

export const sources: Command = {
  name: "sources",
  operands: "",
  summary: "list the sources: id, date and how it was found, publisher, title, figures",
  options: workspaceOptions,
  run: async (operands, values) => {
    if (operands.length) throw new UsageError("sources takes no operands: name a folder with --corpus DIR");
    const bar = progress();
    const workspace = openWorkspace(values, bar.say);
    const corpus = await workspace.corpusFor(process.cwd());
    bar.done();
    const paint = paintFor(process.stdout);
    process.stdout.write(corpus.sources.map((source) => describe(source, (id) => paint("bold", id))).join("\n"));
    sayProblems(workspace.problems());
    return workspace.problems().length ? 2 : 0;
  },
};

function describe(source: Source, bold: (id: string) => string): string {
  const { id, title, publisher, date, dateBasis, stamped, uri, claims } = source;
  const basis = [bases[dateBasis], ...(stamped && stamped !== date ? [`stamped ${stamped}`] : [])].filter(Boolean).join(", ");
  const figures = claims.filter(({ figure }) => figure.form !== "vague").map(({ figure, role, measure }) => `${figure.text} ${role ?? measure}`);
  const rows: (readonly [string, string | undefined])[] = [
    ["title", title],
    ["publisher", publisher],
    ["date", date ? `${date}${basis ? ` (${basis})` : ""}` : "unknown"],
    ["file", shownPath(uri)],
    ["figures", figures.length ? `${figures.length}: ${figures.join("; ")}` : "none"],
  ];
  return `${bold(harmless(id))}\n${rows.flatMap(([name, value]) => (value ? `  ${name.padEnd(9)}  ${harmless(value)}\n` : [])).join("")}`;
}
