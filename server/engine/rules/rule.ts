import type { Desk } from "../compare/desk.ts";
import type { Finding, Report, Severity } from "../finding.ts";

export type { Edit, Evidence, Finding, Fix, Report, Severity } from "../finding.ts";

export type Family = "sourcing" | "casualty" | "figure" | "date" | "quote" | "name" | "citation" | "hygiene";

export interface RuleDocs {
  /** One line: what is found. */
  readonly summary: string;
  readonly what: string;
  readonly why: string;
  /** Markdown: a wrong and a right version. */
  readonly example: string;
  /** What it does not flag, and what to do instead. */
  readonly instead: string;
  /** Style book, coding manual or paper that it follows. */
  readonly reference?: string;
}

/** One rule: what it says and how it judges. It reads claims and verdicts, never raw prose, and imports no other rule. */
export interface Rule {
  readonly id: string;
  readonly family: Family;
  readonly severity: Severity;
  /** `draft`: no source can refute what it finds, so it speaks while the sources are still being read. `corpus`: it waits for all of them. */
  readonly needs: "draft" | "corpus";
  /** What it finds contradicts the sources or the draft itself, however severe the desk thinks that is: editors count it as a conflict. */
  readonly isContradiction?: true;
  readonly docs: RuleDocs;
  /** One mistake, one finding: a report that overlaps a finding of one of these rules is dropped. */
  readonly yieldsTo?: readonly string[];
  check(desk: Desk): Iterable<Report>;
  /** For what can only be told when all rules have judged: `findings` are those of every rule's `check`, the silenced ones marked. */
  afterwards?(desk: Desk, findings: readonly Finding[]): Iterable<Report>;
}
