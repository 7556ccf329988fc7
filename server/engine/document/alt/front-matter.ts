import { isMap, isScalar, isSeq, type Pair, parseDocument as parseYaml, Scalar } from "yaml";
import type { Located, Metadata, Span } from "../document.ts";

export interface FrontMatter {
  readonly metadata: Metadata;
  /** From the first fence to the line after the last one. */
  readonly span: Span;
}

const fence = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** YAML front matter at the start of a file, with the place of every value. Broken YAML yields the values that could be read. */
export function readFrontMatter(text: string): FrontMatter | undefined {
  const match = fence.exec(text);
  if (!match) return undefined;
  const offset = match[0].indexOf("\n") + 1;
  const values = new Map<string, Located<string>>();
  const lists = new Map<string, Located<readonly string[]>>();
  for (const pair of pairsOf(match[1] ?? "")) {
    const key = isScalar(pair.key) ? String(pair.key.value) : "";
    if (isScalar(pair.value)) {
      const value = scalarText(pair.value);
      if (value) values.set(key, { value, span: inner(pair.value, offset) });
    } else if (isSeq(pair.value)) {
      lists.set(key, { value: pair.value.items.flatMap((item) => (isScalar(item) ? [String(item.value)] : [])) });
    }
  }
  const corpus =
    lists.get("corpus") ??
    (values.has("corpus") ? { ...(values.get("corpus") as Located<string>), value: [(values.get("corpus") as Located<string>).value] } : undefined);
  const date = isoDay(values.get("date"));
  const metadata: Metadata = {
    ...pick(values, "id"),
    ...pick(values, "title"),
    ...pick(values, "publisher"),
    ...pick(values, "author"),
    ...pick(values, "url"),
    ...(date && { date }),
    ...(corpus && { corpus }),
  };
  return { metadata, span: { start: 0, end: match[0].length } };
}

function pairsOf(yaml: string): readonly Pair[] {
  try {
    const { contents } = parseYaml(yaml, { keepSourceTokens: false });
    return isMap(contents) ? contents.items : [];
  } catch {
    return [];
  }
}

const scalarText = (node: Scalar): string => (typeof node.value === "string" ? node.value : (node.source ?? String(node.value ?? ""))).trim();

/** The value without its quotation marks. */
function inner(node: Scalar, offset: number): Span {
  const [start, end] = node.range ?? [0, 0];
  const quoted = node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE ? 1 : 0;
  return { start: offset + start + quoted, end: offset + end - quoted };
}

const pick = <K extends string>(values: ReadonlyMap<string, Located<string>>, key: K): { [P in K]?: Located<string> } =>
  values.has(key) ? ({ [key]: values.get(key) } as { [P in K]: Located<string> }) : {};

const isoDay = (located: Located<string> | undefined): Located<string> | undefined => {
  const day = /^\d{4}-\d\d-\d\d/.exec(located?.value ?? "")?.[0];
  return day && located ? { ...located, value: day } : undefined;
};
