import type { Span } from "./document/document.ts";

export type Severity = "error" | "warning" | "information";

/** A replacement of a stretch of the checked text. */
export interface Edit extends Span {
  readonly newText: string;
}

/** Edits are disjoint and sorted. `safe` fixes (citing a supporting source) may be applied unasked by `--fix`; what changes a figure or a date is `suggested`. */
export interface Fix {
  readonly title: string;
  readonly safety: "safe" | "suggested";
  readonly edits: readonly Edit[];
}

/** Where it stands: `source` is a source id, or undefined for the draft itself; `quote === text.slice(start, end)` of that file. */
export interface Evidence extends Span {
  readonly source?: string;
  readonly quote: string;
  /** One phrase: "002 (20 October 2023) has 3,785". */
  readonly note: string;
}

/** What a rule reports. The engine adds rule id and severity. */
export interface Report extends Span {
  readonly message: string;
  readonly evidence?: readonly Evidence[];
  readonly fixes?: readonly Fix[];
}

export interface Finding extends Report {
  readonly rule: string;
  readonly severity: Severity;
  readonly evidence: readonly Evidence[];
  readonly fixes: readonly Fix[];
  /** Silenced by this suppression's position in `Reading.suppressions`. */
  readonly suppressedBy?: number;
}
