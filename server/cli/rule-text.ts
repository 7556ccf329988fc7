import type { Rule } from "../engine/rules/rule.ts";

/** A rule's documentation as Markdown, below a heading of its own. */
export const ruleMarkdown = ({ id, family, severity, docs }: Rule): string =>
  [
    `# ${id}`,
    `*${family}, ${severity} by default.* ${docs.summary}`,
    `## What it does\n\n${docs.what}`,
    `## Why\n\n${docs.why}`,
    `## Example\n\n${docs.example}`,
    `## Instead\n\n${docs.instead}`,
    ...(docs.reference ? [`## Reference\n\n${docs.reference}`] : []),
  ].join("\n\n");

/** The same for a terminal. */
export const ruleText = ({ id, family, severity, docs }: Rule): string =>
  [
    `${id} (${family}, ${severity} by default)`,
    docs.summary,
    `What it does: ${docs.what}`,
    `Why: ${docs.why}`,
    `Example:\n${docs.example}`,
    `Instead: ${docs.instead}`,
    ...(docs.reference ? [`Reference: ${docs.reference}`] : []),
  ].join("\n\n");
