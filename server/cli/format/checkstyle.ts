import { type LintReport, openFindings, shownPath } from "../checked.ts";
import type { ReportedFinding } from "../reported.ts";
import { attributes } from "./xml.ts";

const severities = { error: "error", warning: "warning", information: "info" } as const;

/** Checkstyle's XML, which most CI servers read. A file that could not be checked is an error in it. */
export const checkstyle = ({ drafts, problems, version }: LintReport): string => `<?xml version="1.0" encoding="UTF-8"?>
<checkstyle${attributes({ version })}>
${[
  ...drafts.map((draft) => file(draft.uri, openFindings(draft).map(finding))),
  ...problems.map(({ uri, line, column, message }) => file(uri, [error({ line: line ?? 1, column, severity: "error", message, source: "copydesk" })])),
].join("")}</checkstyle>
`;

const file = (uri: string, errors: readonly string[]): string => `  <file${attributes({ name: shownPath(uri) })}>\n${errors.join("")}  </file>\n`;

const finding = ({ from, severity, message, rule }: ReportedFinding): string =>
  error({ line: from.line, column: from.column, severity: severities[severity], message, source: `copydesk.${rule}` });

const error = (values: Readonly<Record<string, string | number | undefined>>): string => `    <error${attributes(values)}/>\n`;
