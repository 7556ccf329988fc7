import type { Severity } from "./finding.ts";

export type SuppressionReason = "optional" | "required";
export type CitationStyle = "pandoc" | "footnote" | "link" | "inline";

/** What of `copydesk.yaml` changes findings. */
export interface EngineConfig {
  /** Overrides of severities, by rule id. */
  readonly rules: Readonly<Record<string, Severity | "off">>;
  readonly citationStyle: CitationStyle;
  /** `required`: a comment that gives no reason silences nothing. */
  readonly suppressionReason?: SuppressionReason;
  /** Accepted spellings: canonical name -> aliases. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  /** Intervals of vague words, by lower-case word: `dozens: [24, 99]`. */
  readonly hedges: Readonly<Record<string, readonly [number, number]>>;
}

export const defaultConfig: EngineConfig = { rules: {}, citationStyle: "pandoc", names: {}, hedges: {} };
