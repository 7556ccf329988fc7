import type { LintReport } from "../checked.ts";
import type { Paint } from "../terminal.ts";
import { checkstyle } from "./checkstyle.ts";
import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import { html } from "./html.ts";
import { json } from "./json.ts";
import { junit } from "./junit.ts";
import { rdjson } from "./rdjson.ts";
import { sarif } from "./sarif.ts";
import { text } from "./text.ts";

/** A report format of `lint`: what it is for, and how it is written. Colours are for a terminal's text alone. */
interface Format {
  readonly summary: string;
  readonly write: (report: LintReport, paint: Paint) => string;
}

/** The report formats of `lint`, by name. */
export const formats = {
  text: { summary: "for people: the finding, the line, what the sources say", write: text },
  json: { summary: "everything, as one JSON object", write: json },
  sarif: { summary: "SARIF 2.1.0, for code scanning", write: sarif },
  github: { summary: "workflow commands: annotations in GitHub Actions", write: github },
  gitlab: { summary: "GitLab code quality report", write: gitlab },
  junit: { summary: "JUnit XML: a draft is a suite, a finding a failure", write: junit },
  checkstyle: { summary: "Checkstyle XML", write: checkstyle },
  html: { summary: "a page for a desk, to read, print or pass on: the findings of all drafts, without script", write: html },
  rdjson: { summary: "Reviewdog diagnostics, with the fix as a suggestion", write: rdjson },
} satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;
export const formatNames = Object.keys(formats) as readonly FormatName[];
