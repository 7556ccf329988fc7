import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Check } from "../engine/check.ts";
import { textOf } from "../engine/corpus/packed-source.ts";
import type { Problem, Source } from "../engine/corpus/source.ts";
import type { Severity } from "../engine/finding.ts";
import { type Lines, linesOf } from "./lines.ts";
import type { ReportedDraft, ReportedFinding } from "./reported.ts";
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
  readonly drafts: readonly ReportedDraft[];
  /** What could not be read or checked: with any, the report is not complete. */
  readonly problems: readonly Problem[];
  readonly version: string;
  /** Say as well how many figures were compared, and which were not. */
  readonly stats?: boolean;
}

/** A rule that broke on a draft is a problem like a file that could not be read: such a draft never looks clean. */
export function reportOf(drafts: readonly ReportedDraft[], problems: readonly Problem[], version: string): LintReport {
  const broken = drafts.flatMap(({ uri, failures }) => failures.map(({ rule, message }) => ({ uri, message: `the rule ${rule} broke: ${message}` })));
  return { drafts, problems: [...problems, ...broken], version };
}

/** The exit status: 2 when the check is not complete, 1 for errors or more warnings than allowed. */
export function statusOf({ drafts, problems }: LintReport, maxWarnings: number): 0 | 1 | 2 {
  if (problems.length) return 2;
  const findings = drafts.flatMap(openFindings);
  return countOf(findings, "error") > 0 || countOf(findings, "warning") > maxWarnings ? 1 : 0;
}

/** The findings that no comment silences and no baseline knows. */
export const openFindings = ({ findings }: ReportedDraft): readonly ReportedFinding[] => findings.filter(({ suppressed, known }) => !suppressed && !known);

export const countOf = (findings: readonly ReportedFinding[], severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;

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
  const known = linesOfSources.get(source) ?? linesOf(textOf(source));
  linesOfSources.set(source, known);
  return known;
}
