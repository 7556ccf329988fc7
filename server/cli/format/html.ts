import type { Problem } from "../../engine/corpus/source.ts";
import type { Severity } from "../../engine/finding.ts";
import { countOf, type LintReport, openFindings, shownPath } from "../checked.ts";
import type { Excerpt } from "../excerpt.ts";
import { plural } from "../plural.ts";
import { linked, page } from "../report/page.ts";
import type { ReportedDraft, ReportedEvidence, ReportedFinding } from "../reported.ts";
import { escaped } from "./xml.ts";

/** How a severity is drawn: a class of the style sheet, and a sign that shows in grey as well. */
const looks: Readonly<Record<Severity, { readonly style: string; readonly sign: string }>> = {
  error: { style: "differs", sign: "✗" },
  warning: { style: "open", sign: "!" },
  information: { style: "reported", sign: "i" },
};
const severities = Object.keys(looks) as Severity[];
const namesOf = (severity: Severity, count: number): string => (severity === "information" || count === 1 ? severity : `${severity}s`);

/** For a desk: the findings of all drafts as one page to read, print or pass on. What drafts and sources say stays text. */
export function html({ drafts, problems }: LintReport): string {
  const open = drafts.map((draft, at) => ({ anchor: `draft-${at + 1}`, path: escaped(shownPath(draft.uri)), findings: openFindings(draft) }));
  const all = open.flatMap(({ findings }) => findings);
  const found = open.filter(({ findings }) => findings.length);
  return page(
    "Copydesk: findings",
    `<header>
<p class="kicker">Copydesk</p>
<h1>${drafts.length ? `${all.length ? plural(all.length, "finding") : "No findings"} in ${plural(drafts.length, "draft")}` : "Nothing was checked"}</h1>
<ul class="counts">${severities.map((severity) => `<li class="${looks[severity].style}"><span class="badge ${looks[severity].style}">${looks[severity].sign}</span> <b>${countOf(all, severity)}</b> ${namesOf(severity, countOf(all, severity))}</li>`).join("")}</ul>
${setAside(drafts)}</header>
${problems.length ? `<section>\n<h2>Not everything was checked</h2>\n<ol class="entries">${problems.map(problemItem).join("\n")}</ol>\n</section>\n` : ""}<section>
<h2>Drafts</h2>
${drafts.length ? overview(open) : '<p class="dim">None.</p>'}
</section>
${found.map(section).join("\n")}`,
  );
}

/** A draft as the page has it; `path` is HTML. */
interface Checked {
  readonly anchor: string;
  readonly path: string;
  readonly findings: readonly ReportedFinding[];
}

function setAside(drafts: readonly ReportedDraft[]): string {
  const findings = drafts.flatMap((draft) => draft.findings);
  const [known, silenced] = [findings.filter((one) => one.known).length, findings.filter(({ suppressed }) => suppressed).length];
  const words = [known && `${known} in the baseline`, silenced && `${silenced} silenced by a comment`].filter(Boolean);
  return words.length ? `<p class="dim">Not shown: ${words.join(", ")}.</p>\n` : "";
}

const problemItem = ({ uri, message, line }: Problem): string =>
  `<li class="differs"><p class="claim"><span class="number"><span class="badge differs">✗</span></span>${escaped(shownPath(uri))}${line ? `:${line}` : ""}</p><p class="note">${escaped(message)}</p></li>`;

function overview(open: readonly Checked[]): string {
  const rows = open.map(({ anchor, path, findings }) => {
    const counts = severities.map((severity) => `<td>${countOf(findings, severity) || "–"}</td>`).join("");
    return `<tr><td>${findings.length ? `<a href="#${anchor}">${path}</a>` : path}</td>${counts}</tr>`;
  });
  return `<table class="numbers"><thead><tr><th>draft</th>${severities.map((severity) => `<th>${severity}</th>`).join("")}</tr></thead><tbody>
${rows.join("\n")}
</tbody></table>`;
}

const section = ({ anchor, path, findings }: Checked): string => `<section id="${anchor}">
<h2 class="path">${path}</h2>
<ol class="entries">${findings.map(item).join("\n")}</ol>
</section>`;

function item({ severity, rule, message, from, excerpt, evidence, fixes }: ReportedFinding): string {
  const { style, sign } = looks[severity];
  const name = linked(rule, `https://github.com/copydesk/copydesk/blob/main/docs/rules.md#${rule}`);
  return `<li class="${style}"><p class="claim"><span class="number"><span class="badge ${style}">${sign}</span></span>${escaped(message)} <span class="dim">${severity}, ${name}, line ${from.line}:${from.column}</span></p>
<p class="excerpt">${marked(excerpt, `mark class="${style}"`)}</p>
${evidence.map(proof).join("")}${fixes.map(({ title }) => `<p class="dim">Fix: ${escaped(title)}</p>`).join("")}</li>`;
}

const proof = ({ source, uri, place, from, excerpt }: ReportedEvidence): string => {
  const where = `${escaped(shownPath(uri))}${place ? `, ${escaped(place)}` : `:${from.line}`}`;
  const origin = source ? `<b>${escaped(source.id)}</b> · ${source.date ?? "no date"} · ${where}` : `this draft · ${where}`;
  const { text, from: start, to } = excerpt;
  const isWhole = to - start >= mostBold * text.length;
  return `<blockquote>${isWhole ? escaped(text) : marked(excerpt, "b")}<cite>${origin}</cite></blockquote>`;
};

/** Bold type marks a part of a line; more than this share of it would mark nothing. */
const mostBold = 0.6;

/** One line with its span in an element. */
const marked = ({ text, from, to }: Excerpt, element: string): string =>
  `${escaped(text.slice(0, from))}<${element}>${escaped(text.slice(from, to))}</${element.split(" ")[0]}>${escaped(text.slice(to))}`;
