import type { Check } from "../check.ts";
import type { Evidence, Finding } from "../finding.ts";

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** What a check found, as plain text for a language model: every finding with its line, its evidence word for word, and its fixes. Suppressed ones are left out. */
export function draftAnswer({ desk, findings, failures }: Check, name: string): string {
  const { text } = desk.draft.document;
  const open = findings.filter(({ suppressedBy }) => suppressedBy === undefined);
  const needing = desk.claims.filter(({ sourced }) => sourced !== "not-needed");
  const sourced = needing.filter((claim) => claim.sourced !== "no");
  const lines = [
    `${name}: ${open.length} findings. ${needing.length} figures, ${sourced.length} of them with a source in their sentence. Checked against ${desk.corpus.sources.length} sources.`,
    ...failures.map(({ rule, message }) => `The check is not complete: the rule ${rule} failed (${message}).`),
    ...open.map((finding) => findingText(finding, text)),
  ];
  if (!open.length) lines.push("Silence is not approval: statements that may not be about the same thing are not compared.");
  return `${lines.join("\n\n")}\n`;
}

function findingText({ rule, severity, message, start, end, evidence, fixes }: Finding, text: string): string {
  const line = text.slice(0, start).split("\n").length;
  return [
    `${severity} ${rule}, line ${line}, “${oneLine(text.slice(start, end))}”: ${message}`,
    ...evidence.map(evidenceText),
    ...fixes.map(({ title }) => `  fix: ${title}`),
  ].join("\n");
}

const evidenceText = ({ source, note, quote }: Evidence): string =>
  `  ${source === undefined ? "this draft" : `source ${source}`}: ${note}: “${oneLine(quote)}”`;
