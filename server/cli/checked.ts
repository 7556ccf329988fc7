import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Check } from "../engine/check.ts";
import type { Problem, Source } from "../engine/corpus/source.ts";
import type { Finding, Severity } from "../engine/finding.ts";
import { type Lines, linesOf } from "./lines.ts";
import { harmless } from "./terminal.ts";

/** A draft that was checked, with the text that its offsets count in. */
export interface CheckedDraft {
  readonly uri: string;
  readonly text: string;
  readonly lines: Lines;
  readonly check: Check;
}

/** What one run of `lint` has to say: all that a report format needs. */
export interface LintReport {
  readonly drafts: readonly CheckedDraft[];
  readonly problems: readonly Problem[];
  readonly version: string;
}

/** The findings that no comment silences. */
export const openFindings = ({ check }: CheckedDraft): readonly Finding[] => check.findings.filter(({ suppressedBy }) => suppressedBy === undefined);

export const countOf = (findings: readonly Finding[], severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;

/** A file as the person at the terminal would name it: relative to where they are. */
export function shownPath(uri: string): string {
  if (!uri.startsWith("file:")) return uri;
  const path = fileURLToPath(uri);
  const shown = relative(process.cwd(), path).replaceAll("\\", "/");
  return shown.startsWith("../../..") ? path : shown || ".";
}

/** A URI reference, relative where the file lies below the current folder: what other machines can resolve. */
export function relativeUri(uri: string): string {
  if (!uri.startsWith("file:")) return uri;
  const path = relative(process.cwd(), fileURLToPath(uri)).replaceAll("\\", "/");
  return path.startsWith("..") || /^[a-z]:/i.test(path) ? uri : path.split("/").map(encodeURIComponent).join("/");
}

/** One line each on stderr. */
export function sayProblems(problems: readonly Problem[]): void {
  for (const { uri, message, line, column } of problems) {
    const place = [shownPath(uri), ...(line ? [line, ...(column ? [column] : [])] : [])].join(":");
    process.stderr.write(`${harmless(`${place}: ${message}`)}\n`);
  }
}

const linesOfSources = new WeakMap<Source, Lines>();

/** The lines of a source's text, counted once. */
export function linesOfSource(source: Source): Lines {
  const known = linesOfSources.get(source) ?? linesOf(source.reading.document.text);
  linesOfSources.set(source, known);
  return known;
}
