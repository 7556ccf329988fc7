import type { Severity } from "../../engine/finding.ts";
import { countOf, type LintReport, openFindings, shownPath } from "../checked.ts";
import { totalOf } from "../coverage-total.ts";
import type { Excerpt } from "../excerpt.ts";
import { plural } from "../plural.ts";
import type { ReportedDraft, ReportedEvidence, ReportedFinding } from "../reported.ts";
import { type Colour, harmless, type Paint } from "../terminal.ts";

const colours: Readonly<Record<Severity, Colour>> = { error: "red", warning: "yellow", information: "blue" };

/** For a reader at a terminal: the finding, the draft's line, and what the sources say. */
export function text(report: LintReport, paint: Paint): string {
  const findings = report.drafts.flatMap((draft) => openFindings(draft).map((finding) => findingText(draft, finding, paint)));
  return [...findings, summary(report, paint), ...(report.stats ? [coverageText(report.drafts, paint)] : [])].join("\n");
}

function findingText(draft: ReportedDraft, finding: ReportedFinding, paint: Paint): string {
  const { excerpt, from } = finding;
  const { line, column } = from;
  const severity = paint(colours[finding.severity], finding.severity);
  const gutter = " ".repeat(String(line).length);
  return [
    `${paint("bold", `${harmless(shownPath(draft.uri))}:${line}:${column}`)} ${severity} ${paint("cyan", finding.rule)} ${harmless(finding.message)}`,
    ` ${paint("dim", `${line} |`)} ${excerpt.text}`,
    ` ${paint("dim", `${gutter} |`)} ${carets(excerpt, (marks) => paint(colours[finding.severity], marks))}`,
    ...finding.evidence.map((evidence) => ` ${gutter} ${paint("dim", "=")} ${evidenceText(evidence, paint)}`),
    ...finding.fixes.map(({ title, safety }) => ` ${gutter} ${paint("green", "fix:")} ${harmless(title)}${safety === "safe" ? paint("dim", " (--fix)") : ""}`),
    "",
  ].join("\n");
}

const carets = ({ from, to }: Excerpt, colour: (marks: string) => string): string => " ".repeat(from) + colour("^".repeat(Math.max(1, to - from)));

/** Source id, date, place, and the words themselves. */
function evidenceText({ source, uri, place, excerpt, from: { line } }: ReportedEvidence, paint: Paint): string {
  const { text: words, from, to } = excerpt;
  const shown = words.slice(0, from) + paint("bold", words.slice(from, to)) + words.slice(to);
  return `${source ? sourceName(source) : "this draft"}, ${harmless(shownPath(uri))}${place ? `, ${place}` : `:${line}`}: ${shown}`;
}

const sourceName = ({ id, date }: NonNullable<ReportedEvidence["source"]>): string => `${harmless(id)} (${date ?? "no date"})`;

function summary({ drafts, problems }: LintReport, paint: Paint): string {
  const trouble = plural(problems.length, "problem");
  if (!drafts.length) return `${paint("red", `nothing was checked: ${trouble}`)}\n`;
  const findings = drafts.flatMap(openFindings);
  const counts = [
    plural(countOf(findings, "error"), "error"),
    plural(countOf(findings, "warning"), "warning"),
    `${countOf(findings, "information")} information`,
  ];
  const found = findings.length ? counts.join(", ") : paint("green", "no findings");
  const known = drafts.flatMap((draft) => draft.findings).filter((finding) => finding.known).length;
  return `${found}${known ? ` (and ${known} known)` : ""}; ${plural(drafts.length, "draft")} checked${problems.length ? paint("red", `; not everything was checked: ${trouble}`) : ""}\n`;
}

/** What was compared, and each figure that was not: silence is no approval. */
function coverageText(drafts: readonly ReportedDraft[], paint: Paint): string {
  const { read, compared, supported, differing, abstained } = totalOf(drafts);
  if (!read) return "no figures\n";
  const share = Math.round((100 * (supported + differing)) / read);
  const counts = `${plural(read, "figure")} read, ${compared} compared: ${supported} supported, ${differing} not as in the sources, ${abstained.length} not judged (recognised: ${share}%)`;
  const open = drafts.flatMap(({ uri, coverage }) =>
    coverage.abstained.map(
      ({ from, text: words, reason }) =>
        `  ${harmless(shownPath(uri))}:${from.line}:${from.column} ${harmless(words.replace(/\s+/g, " "))} ${paint("dim", `(${reason})`)}\n`,
    ),
  );
  return `${counts}\n${open.length ? `not judged, and so not approved:\n${open.join("")}` : ""}`;
}
