import { type LintReport, openFindings, shownPath } from "../checked.ts";
import type { ReportedDraft, ReportedFinding } from "../reported.ts";
import { attributes, escaped } from "./xml.ts";

/** JUnit's XML: a draft is a suite, a finding a failed case. Information is told and does not fail; a clean draft is one case that passed. */
export function junit({ drafts, problems }: LintReport): string {
  const suites = drafts.map(suiteOf);
  const failures = suites.reduce((sum, suite) => sum + suite.failures, 0);
  const tests = suites.reduce((sum, suite) => sum + suite.cases.length, problems.length);
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites${attributes({ name: "copydesk", tests, failures, errors: problems.length })}>
${[
  ...suites.map(({ name, cases, failures: failed }) => suite({ name, tests: cases.length, failures: failed, errors: 0 }, cases)),
  ...problems.map(({ uri, message }) => suite({ name: shownPath(uri), tests: 1, failures: 0, errors: 1 }, [broken(shownPath(uri), message)])),
].join("")}</testsuites>
`;
}

function suiteOf(draft: ReportedDraft) {
  const name = shownPath(draft.uri);
  const findings = openFindings(draft);
  const cases = findings.length ? findings.map((finding) => caseOf(name, finding)) : [testcase({ name: "no findings", classname: name }, "")];
  return { name, cases, failures: findings.filter(({ severity }) => severity !== "information").length };
}

const suite = (values: Readonly<Record<string, string | number>>, cases: readonly string[]): string =>
  `  <testsuite${attributes(values)}>\n${cases.join("")}  </testsuite>\n`;

function caseOf(classname: string, { rule, severity, message, from, evidence }: ReportedFinding): string {
  const place = `${classname}:${from.line}:${from.column}`;
  const words = [`${place} ${severity} ${rule}: ${message}`, ...evidence.map(({ note, quote }) => `${note}: ${quote}`)].join("\n");
  const body =
    severity === "information"
      ? `      <system-out>${escaped(words)}</system-out>\n`
      : `      <failure${attributes({ type: rule, message })}>${escaped(words)}</failure>\n`;
  return testcase({ name: `${rule} ${from.line}:${from.column}`, classname }, body);
}

const broken = (classname: string, message: string): string =>
  testcase({ name: "could be checked", classname }, `      <error${attributes({ type: "problem", message })}>${escaped(message)}</error>\n`);

const testcase = (values: Readonly<Record<string, string>>, body: string): string =>
  body ? `    <testcase${attributes(values)}>\n${body}    </testcase>\n` : `    <testcase${attributes(values)}/>\n`;
