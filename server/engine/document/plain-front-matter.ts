import type { Text } from "./front-matter.ts";

/** A key, and behind it words that YAML takes as they stand, in quotes without escapes or in none; no value at all counts too. */
const plainLine = /^([A-Za-z]\w*):(?:[ \t]+(?:"([^"\\]*)"|'([^']*)'|([\p{L}\d](?:(?!:(?:[ \t\r]|$)|[ \t]#)[^\r])*?))?)?[ \t]*\r?$/u;
/** What YAML reads as nothing. */
const nothing = /^(?:null|Null|NULL)$/;

/** Metadata of lines `key: value` alone, as most is written: no parser need look at it. Undefined where it may be more. */
export function readPlain(yaml: string): [string, Text[]][] | undefined {
  if (/\r(?!\n)/.test(yaml)) return undefined;
  const found: [string, Text[]][] = [];
  let at = 0;
  for (const line of yaml.split("\n")) {
    const match = plainLine.exec(line);
    if (!match && line.trim()) return undefined;
    const [, key, double, single, bare] = match ?? [];
    const value = double ?? single ?? bare;
    if (bare !== undefined && nothing.test(bare)) return undefined;
    if (key !== undefined && value !== undefined) {
      const start = at + (bare === undefined ? line.indexOf(double === undefined ? "'" : '"') + 1 : line.indexOf(bare, key.length + 1));
      found.push([key.toLowerCase(), [{ value, span: { start, end: start + value.length } }]]);
    }
    at += line.length + 1;
  }
  return found;
}
