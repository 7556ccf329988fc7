import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { isMap, isScalar, LineCounter, type Node, parseDocument as parseYaml } from "yaml";
import { readTextFile } from "../archive/text-file.ts";
import { parseDocument } from "../engine/document/parse.ts";
import { rules } from "../engine/rules/registry.ts";
import { sayProblems, shownPath } from "./checked.ts";
import { ruleOverrides } from "./rule-option.ts";
import { table, textsOf, type Values } from "./usage.ts";
import { openWorkspace } from "./workspace.ts";

interface Setting {
  readonly key: string;
  readonly value: unknown;
  /** `default`, `command line`, or file and line. */
  readonly from: string;
}

/** Prints every setting that holds for a file, with where it comes from. */
export async function printConfig(path: string, values: Values): Promise<number> {
  const workspace = openWorkspace(values);
  const { config, configFile } = await workspace.project(dirname(resolve(path)));
  const written = configFile ? placesIn(configFile) : new Map<string, string>();
  const overridden = ruleOverrides(textsOf(values, "rule") ?? []);
  const given = textsOf(values, "corpus");
  const own = given ? undefined : await ownCorpus(path);
  const from = (key: string): string => written.get(key) ?? "default";
  const { corpus, rules: severities, citationStyle, suppressionReason = "optional", ...rest } = config;
  const settings: readonly Setting[] = [
    given ? { key: "corpus", value: given, from: "command line" } : (own ?? { key: "corpus", value: corpus, from: from("corpus") }),
    ...Object.entries({ ...rest, "citations.style": citationStyle, "suppressions.reason": suppressionReason }).map(([key, value]) => ({
      key,
      value,
      from: from(key),
    })),
    ...rules.map(({ id, severity }) => ({
      key: `rules.${id}`,
      value: severities[id] ?? severity,
      from: overridden[id] ? "command line" : from(`rules.${id}`),
    })),
  ];
  process.stdout.write(
    `configuration of ${shownPath(pathToFileURL(resolve(path)).href)}: ${configFile ? shownPath(pathToFileURL(configFile).href) : "none, the defaults hold"}\n`,
  );
  process.stdout.write(`${columns(settings.map(({ key, value, from: origin }) => [key, JSON.stringify(value), origin]))}\n`);
  sayProblems(workspace.problems());
  return workspace.problems().length ? 2 : 0;
}

/** Three columns: key, value, origin. */
const columns = (rows: readonly (readonly [string, string, string])[]): string => {
  const width = Math.max(...rows.map(([, value]) => value.length));
  return table(rows.map(([key, value, origin]) => [key, `${value.padEnd(width)}  ${origin}`]));
};

/** What the draft's front matter says of its sources. */
async function ownCorpus(path: string): Promise<Setting | undefined> {
  const { file } = await readTextFile(resolve(path));
  const corpus = file && parseDocument(file.uri, file.text).metadata.corpus;
  if (!corpus || !file) return undefined;
  const line = file.text.slice(0, corpus.span?.start ?? 0).split("\n").length;
  return { key: "corpus", value: corpus.value, from: `${shownPath(file.uri)}:${line}` };
}

/** Where each key of a configuration file stands: `corpus`, `rules.hedge-drift`, `citations.style` -> file and line. */
function placesIn(file: string): Map<string, string> {
  const lineCounter = new LineCounter();
  const places = new Map<string, string>();
  const visit = (node: Node | null, prefix: string): void => {
    if (!isMap(node)) return;
    for (const { key, value } of node.items as { key: Node; value: Node | null }[]) {
      if (!isScalar(key)) continue;
      const name = prefix + String(key.value);
      places.set(name, `${shownPath(pathToFileURL(file).href)}:${lineCounter.linePos(key.range?.[0] ?? 0).line}`);
      if (!prefix) visit(value, `${name}.`);
    }
  };
  visit(parseYaml(readFileSync(file, "utf8"), { lineCounter, prettyErrors: false }).contents as Node | null, "");
  return places;
}
