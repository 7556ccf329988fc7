import { checkDraft } from "../server/engine/check.ts";
import { parseConfig } from "../server/engine/config-file.ts";
import { buildCorpus } from "../server/engine/corpus/corpus.ts";
import { readSource } from "../server/engine/corpus/read-source.ts";
import type { Edit, Finding, Fix } from "../server/engine/finding.ts";
import { applyEdits } from "../server/engine/fixes/apply.ts";
import type { SpecCase, SpecFile } from "./spec-file.ts";

interface Mark {
  readonly rule: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** Runs one case, of one rule or (`undefined`) of all, and says what is wrong; empty if nothing is. */
export function runCase(spec: SpecCase, rule: string | undefined): string {
  const { value: config, problems } = parseConfig("copydesk.yaml", spec.config ?? "");
  if (spec.config !== undefined && problems.length) return `configuration: ${problems.map(({ message }) => message).join("; ")}`;
  const corpus = buildCorpus(spec.sources.map((source) => readSource(`seeds/${source.name}.txt`, withDate(source))));
  const check = (text: string) => checkDraft("draft.md", text, corpus, config);
  const text = withDate(spec.draft);
  const offset = text.length - spec.draft.text.length;
  const { findings, failures } = check(text);
  if (failures.length) return failures.map((failure) => `${failure.rule} broke: ${failure.message}`).join("\n");

  const shown = findings.filter((finding) => finding.suppressedBy === undefined);
  const own = shown.filter((finding) => !rule || finding.rule === rule);
  const found = own.map((finding) => ({ finding, mark: markOf(finding, spec.draft.text, offset) }));
  const wanted = spec.expected.filter((mark) => !rule || mark.rule === rule);
  const missing = wanted.filter((mark) => !found.some((other) => same(mark, other.mark)));
  const extra = found.filter(({ mark }) => !wanted.some((other) => same(mark, other)));
  if (missing.length || extra.length || found.length !== wanted.length) return difference(spec.draft.text, wanted, found);

  const recheck = (fixed: string) => check(fixed).findings.filter((other) => other.suppressedBy === undefined);
  for (const expectation of wanted) {
    const finding = found.find(({ mark }) => same(mark, expectation))?.finding;
    if (!finding) continue;
    const wrong =
      expectation.fixed !== undefined && !finding.fixes.length
        ? `${finding.rule}: "${finding.message}" offers no fix`
        : (gives(text, finding, expectation.fixed) ?? finding.fixes.map((fix) => breaksFixLaw(text, finding, fix, shown, recheck)).find(Boolean));
    if (wrong) return wrong;
  }
  return "";
}

/** The first fix gives the expected line. */
function gives(text: string, { fixes: [fix], start }: Finding, expected: string | undefined): string | undefined {
  if (!fix || expected === undefined) return undefined;
  const fixed = applyEdits(text, fix.edits);
  return fixed.split("\n").includes(expected) ? undefined : `the fix "${fix.title}" gives\n  ${lineAround(fixed, start)}\nexpected\n  ${expected}`;
}

/** The fix law, of every fix: it puts in what its title says, its finding is gone, and no new one has come. */
function breaksFixLaw(text: string, finding: Finding, fix: Fix, before: readonly Finding[], check: (text: string) => readonly Finding[]): string {
  const [, promised] = /^(?:Change|Update) to “(.+?)”/.exec(fix.title) ?? [];
  if (promised !== undefined && !fix.edits.some(({ newText }) => newText === promised)) return `the fix "${fix.title}" puts in ${JSON.stringify(fix.edits)}`;
  const fixed = applyEdits(text, fix.edits);
  const left = before.filter((other) => other !== finding);
  const fresh = check(fixed).filter((after) => {
    const start = beforeEdits(after.start, fix.edits);
    const end = beforeEdits(after.end, fix.edits);
    return !left.some((other) => other.rule === after.rule && other.start <= end && start <= other.end);
  });
  return fresh.map(({ rule, message, start }) => `after the fix "${fix.title}" there is ${rule}: ${message}\n  ${lineAround(fixed, start)}`).join("\n");
}

/** Where an offset of the fixed text was before the edits. */
function beforeEdits(offset: number, edits: readonly Edit[]): number {
  let grown = 0;
  for (const { start, end, newText } of edits) {
    if (offset <= start + grown) break;
    if (offset < start + grown + newText.length) return start;
    grown += newText.length - (end - start);
  }
  return offset - grown;
}

const lineAround = (text: string, offset: number): string =>
  text.slice(text.lastIndexOf("\n", offset - 1) + 1, (text.indexOf("\n", offset) + text.length + 1) % (text.length + 1));

/** The file with the date that its fence gives: as front matter of its own, or in the one that it has. */
function withDate({ date, text }: SpecFile): string {
  if (!date) return text;
  const own = /^---\n([\s\S]*?)^---$/m.exec(text);
  if (!text.startsWith("---\n") || !own) return `---\ndate: ${date}\n---\n\n${text}`;
  return /^date:/m.test(own[1] ?? "") ? text : `---\ndate: ${date}\n${text.slice(4)}`;
}

function markOf({ rule, start, end }: Finding, draft: string, offset: number): Mark {
  const before = draft.slice(0, Math.max(0, start - offset));
  const column = before.length - (before.lastIndexOf("\n") + 1);
  const line = before.split("\n").length - 1;
  const room = (draft.split("\n")[line]?.length ?? 0) - column;
  return { rule, line, start: column, end: column + Math.min(end - start, Math.max(room, 0)) };
}

const same = (a: Mark, b: Mark): boolean => a.rule === b.rule && a.line === b.line && a.start === b.start && a.end === b.end;

/** The draft with carets under what was found (+), what was expected (-), and what was both. */
function difference(draft: string, wanted: readonly Mark[], found: readonly { mark: Mark; finding: Finding }[]): string {
  return draft
    .trimEnd()
    .split("\n")
    .flatMap((text, line) => [
      `    ${text}`,
      ...found
        .filter(({ mark }) => mark.line === line)
        .map(({ mark, finding }) => `${wanted.some((other) => same(mark, other)) ? "    " : "  + "}${carets(mark)}: ${finding.message}`),
      ...wanted.filter((mark) => mark.line === line && !found.some((other) => same(mark, other.mark))).map((mark) => `  - ${carets(mark)}`),
    ])
    .join("\n");
}

const carets = ({ rule, start, end }: Mark): string => `${" ".repeat(start)}${"^".repeat(Math.max(1, end - start))} ${rule}`;
