import { readClaims } from "./claims/claims.ts";
import { type Desk, layOut } from "./compare/desk.ts";
import type { EngineConfig } from "./config.ts";
import type { Corpus } from "./corpus/corpus.ts";
import { dateDraft } from "./corpus/dating.ts";
import { overlaps } from "./document/document.ts";
import { parseDocument } from "./document/parse.ts";
import { read } from "./extract/read.ts";
import { rules } from "./rules/registry.ts";
import type { Finding, Rule, Severity } from "./rules/rule.ts";

/** A checked draft: everything that was understood, and what is to be said about it. */
export interface Check {
  readonly desk: Desk;
  /** In text order; suppressed ones included, marked. */
  readonly findings: readonly Finding[];
  /** Rules that broke on this draft: the others' findings stand, but the check is not complete. */
  readonly failures: readonly { readonly rule: string; readonly message: string }[];
}

/** Checks one draft against the corpus. Pure: same draft, corpus and configuration, same findings. */
export function checkDraft(uri: string, text: string, corpus: Corpus, config: EngineConfig): Check {
  const document = parseDocument(uri, text);
  const reading = read(document, dateDraft(document, corpus));
  const desk = layOut(reading, readClaims(reading), corpus, config);
  const failures: { rule: string; message: string }[] = [];
  const reported = rules.filter((rule) => rule.id !== "unused-suppression").flatMap((rule) => judge(rule, desk, failures));
  const kept = suppress(onePerMistake(reported), desk);
  return { desk, findings: kept.toSorted(byPlace), failures };
}

function judge(rule: Rule, desk: Desk, failures: { rule: string; message: string }[]): Finding[] {
  const severity: Severity | "off" = desk.config.rules[rule.id] ?? rule.severity;
  if (severity === "off") return [];
  try {
    return [...rule.check(desk)].map((report) => ({ ...report, rule: rule.id, severity, evidence: report.evidence ?? [], fixes: report.fixes ?? [] }));
  } catch (error) {
    failures.push({ rule: rule.id, message: error instanceof Error ? error.message : String(error) });
    return [];
  }
}

const yields = new Map(rules.map((rule) => [rule.id, new Set(rule.yieldsTo ?? [])]));

/** RULES.md "One mistake, one finding, with the most specific rule". */
function onePerMistake(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => !findings.some((other) => yields.get(finding.rule)?.has(other.rule) && overlaps(finding, other)));
}

/** Marks what a comment silences, and reports the comments that silence nothing. */
function suppress(findings: readonly Finding[], desk: Desk): Finding[] {
  const { suppressions } = desk.draft;
  const used = new Set<number>();
  const marked = findings.map((finding) => {
    const by = suppressions.findIndex((s) => s.rule === finding.rule && overlaps(s.covers, finding));
    if (by < 0) return finding;
    used.add(by);
    return { ...finding, suppressedBy: by };
  });
  const severity = desk.config.rules["unused-suppression"] ?? "warning";
  if (severity === "off") return marked;
  const unused = suppressions.flatMap((s, index): Finding[] =>
    used.has(index)
      ? []
      : [
          {
            start: s.start,
            end: s.end,
            rule: "unused-suppression",
            severity,
            message: `Nothing here is flagged by ${s.rule}: the comment can go.`,
            evidence: [],
            fixes: [{ title: "Remove the comment", safety: "suggested", edits: [{ start: s.start, end: s.end, newText: "" }] }],
          },
        ],
  );
  return [...marked, ...unused];
}

const byPlace = (a: Finding, b: Finding): number => a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : 1);
