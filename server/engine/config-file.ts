import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { type CitationStyle, defaultConfig, type EngineConfig, type SuppressionReason } from "./config.ts";
import type { Problem } from "./corpus/source.ts";
import type { Severity } from "./finding.ts";
import { closest, nearest } from "./nearest.ts";
import { rules } from "./rules/registry.ts";

/** All of `copydesk.yaml`: where drafts and sources lie, and what changes findings. */
export interface Config extends EngineConfig {
  /** Folders or globs, relative to the configuration file. */
  readonly corpus: readonly string[];
  /** Globs, relative to the configuration file. */
  readonly drafts: readonly string[];
}

export const configFileName = "copydesk.yaml";
export const defaultProject: Config = { ...defaultConfig, corpus: ["seeds"], drafts: ["**/*.{md,txt,news}"] };

export const severityWords: readonly (Severity | "off")[] = ["error", "warning", "information", "off"];
export const citationStyles: readonly CitationStyle[] = ["pandoc", "footnote", "link", "inline"];

/** Reads `copydesk.yaml`. What is wrong comes back as problems with line and nearest valid key; the rest holds. Never throws. */
export function parseConfig(uri: string, text: string): { readonly value: Config; readonly problems: readonly Problem[] } {
  const lineCounter = new LineCounter();
  const problems: Problem[] = [];
  const report: Report = (node, message) => {
    const offset = node?.range?.[0];
    const place = offset === undefined ? undefined : lineCounter.linePos(offset);
    problems.push({ uri, message, ...(place && { line: place.line, column: place.col }) });
  };
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const tooDeep = document.errors.find(({ message }) => message.startsWith("Maximum call stack"));
  // What the parser says after it has given up is of no use.
  for (const { code, message, pos } of tooDeep ? [tooDeep] : document.errors) {
    const words = tooDeep ? "is nested too deeply" : code === "MULTIPLE_DOCS" ? "holds more than one YAML document" : firstSentence(message);
    problems.push({ uri, message: words, ...placeOf(lineCounter, pos[0]) });
  }
  const root = document.contents as Node | null;
  if (document.errors.length) return { value: defaultProject, problems };

  let value = defaultProject;
  const put = (part: Partial<Config> | undefined) => {
    if (part) value = { ...value, ...part };
  };
  eachKey(root, "the configuration", configKeys, report, (key, node) => {
    if (key === "corpus" || key === "drafts") {
      const list = strings(node, key, report);
      if (list) put({ [key]: list });
    } else if (key === "rules") put({ rules: ruleSettings(node, report) });
    else if (key === "citations") put(citations(node, report));
    else if (key === "suppressions") put(suppressions(node, report));
    else if (key === "names") put({ names: aliases(node, report) });
    else put({ hedges: intervals(node, report) });
  });
  return { value, problems };
}

export const configKeys = ["corpus", "drafts", "rules", "citations", "suppressions", "names", "hedges"] as const;
export const ruleOptionKeys = ["severity"] as const;
export const citationKeys = ["style"] as const;
const suppressionKeys = ["reason"] as const;
const suppressionReasons: readonly SuppressionReason[] = ["optional", "required"];

type Report = (node: Node | null | undefined, message: string) => void;

const placeOf = (lineCounter: LineCounter, offset: number) => {
  const { line, col } = lineCounter.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
};

const firstSentence = (message: string): string => message.split("\n")[0]?.replace(/:$/, "") ?? message;

const quoted = (node: Node | null): string =>
  isScalar(node) ? JSON.stringify(node.value) : isSeq(node) ? "a list" : isMap(node) ? "a map" : isAlias(node) ? `*${node.source}: write it out` : "nothing";

const didYouMean = (word: string, valid: readonly string[]): string => {
  const near = nearest(word, valid);
  if (near) return `did you mean "${near}"?`;
  return valid.length > 8 ? `the nearest is "${closest(word, valid)}"` : `use ${[valid.slice(0, -1).join(", "), valid.at(-1)].filter(Boolean).join(" or ")}`;
};

/** Nothing is written there, or only comments. */
const isEmpty = (node: Node | null): boolean => node === null || (isScalar(node) && node.value === null);

/** Visits a map's entries whose keys are valid, reports the others. `valid` undefined: any key. */
function eachKey<K extends string>(
  node: Node | null,
  what: string,
  valid: readonly K[] | undefined,
  report: Report,
  visit: (key: K, value: Node | null, keyNode: Node) => void,
): void {
  if (isEmpty(node)) return;
  if (!isMap(node)) {
    report(node, `${what} must be a map of keys and values, not ${quoted(node)}`);
    return;
  }
  for (const { key: keyNode, value } of node.items as { key: Node; value: Node | null }[]) {
    const key = isScalar(keyNode) ? String(keyNode.value) : "";
    if (!key) report(keyNode, `${what} has a key that is no word`);
    else if (valid && !(valid as readonly string[]).includes(key)) report(keyNode, `unknown key "${key}" in ${what}: ${didYouMean(key, valid)}`);
    else visit(key as K, value, keyNode);
  }
}

/** One string or a list of them. */
function strings(node: Node | null, key: string, report: Report): readonly string[] | undefined {
  const nodes = isSeq(node) ? (node.items as Node[]) : [node];
  const list = nodes.flatMap((item) => {
    if (isScalar(item) && typeof item.value === "string" && item.value) return item.value;
    report(item ?? node, `${key} must be text or a list of texts, not ${quoted(item)}`);
    return [];
  });
  if (!nodes.length) report(node, `${key} must name something`);
  return list.length ? list : undefined;
}

function oneOf<T extends string>(node: Node | null, what: string, valid: readonly T[], report: Report): T | undefined {
  const word = isScalar(node) ? node.value : undefined;
  if (typeof word === "string" && (valid as readonly string[]).includes(word)) return word as T;
  report(node, `${what} cannot be ${quoted(node)}: ${didYouMean(String(word ?? ""), valid)}`);
  return undefined;
}

function ruleSettings(node: Node | null, report: Report): Config["rules"] {
  const settings: Record<string, Severity | "off"> = {};
  const ids = rules.map(({ id }) => id);
  eachKey(node, "rules", ids, report, (rule, value) => {
    const put = (level: Severity | "off" | undefined) => {
      if (level) settings[rule] = level;
    };
    if (isMap(value))
      eachKey(value, `rules.${rule}`, ruleOptionKeys, report, (key, option) => put(oneOf(option, `rules.${rule}.${key}`, severityWords, report)));
    else put(oneOf(value, `rules.${rule}`, severityWords, report));
  });
  return settings;
}

function citations(node: Node | null, report: Report): Partial<Config> | undefined {
  let style: CitationStyle | undefined;
  eachKey(node, "citations", citationKeys, report, (_key, value) => {
    style = oneOf(value, "citations.style", citationStyles, report);
  });
  return style && { citationStyle: style };
}

function suppressions(node: Node | null, report: Report): Partial<Config> | undefined {
  let reason: SuppressionReason | undefined;
  eachKey(node, "suppressions", suppressionKeys, report, (_key, value) => {
    reason = oneOf(value, "suppressions.reason", suppressionReasons, report);
  });
  return reason && { suppressionReason: reason };
}

function aliases(node: Node | null, report: Report): Config["names"] {
  const names: [string, readonly string[]][] = [];
  eachKey(node, "names", undefined, report, (name, value) => {
    const list = isEmpty(value) || (isSeq(value) && !value.items.length) ? [] : strings(value, `names.${name}`, report);
    if (list) names.push([name, list]);
  });
  return Object.fromEntries(names);
}

function intervals(node: Node | null, report: Report): Config["hedges"] {
  const hedges: [string, readonly [number, number]][] = [];
  eachKey(node, "hedges", undefined, report, (word, value) => {
    const [low, high, ...more] = isSeq(value) ? value.items.map((item) => (isScalar(item) ? item.value : undefined)) : [];
    if (typeof low === "number" && typeof high === "number" && low >= 0 && Number.isFinite(low) && low <= high && !more.length)
      hedges.push([word.toLowerCase(), [low, high]]);
    else report(value, `hedges.${word} must be two numbers, the lower first, as in [24, 99]`);
  });
  return Object.fromEntries(hedges);
}
