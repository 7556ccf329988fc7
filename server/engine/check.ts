import { readClaims } from "./claims/claims.ts";
import { type Desk, layOut } from "./compare/desk.ts";
import type { EngineConfig } from "./config.ts";
import type { Corpus } from "./corpus/corpus.ts";
import { dateDraft } from "./corpus/dating.ts";
import { usableOn } from "./corpus/embargo.ts";
import { overlaps } from "./document/document.ts";
import { createMemory, type DraftMemory } from "./document/memory.ts";
import { parseDocument } from "./document/parse.ts";
import { passagesOf } from "./document/passage.ts";
import { read } from "./extract/read.ts";
import { silences } from "./extract/silences.ts";
import { rules } from "./rules/registry.ts";
import type { Finding, Report, Rule, Severity } from "./rules/rule.ts";

/** A checked draft: everything that was understood, and what is to be said about it. */
export interface Check {
  readonly desk: Desk;
  /** In text order; suppressed ones included, marked. */
  readonly findings: readonly Finding[];
  /** Rules that broke on this draft: the others' findings stand, but the check is not complete. */
  readonly failures: readonly { readonly rule: string; readonly message: string }[];
}

/**
 * Checks one draft against the corpus, as far as it may be used on the draft's day. Pure: same draft, corpus and configuration, same findings.
 * On `unreadCorpus` it finds what stays found whatever the sources say.
 * With the memory of the draft's last check, what an edit has left alone is not worked out again.
 */
export function checkDraft(uri: string, text: string, all: Corpus, config: EngineConfig, memory: DraftMemory = createMemory()): Check {
  memory.begin();
  const document = parseDocument(uri, text, undefined, memory);
  const written = dateDraft(document, all);
  const corpus = usableOn(all, written);
  const reading = read(document, written, passagesOf(document, memory), memory.whole);
  const desk = layOut(reading, readClaims(reading), corpus, config);
  const failures: { rule: string; message: string }[] = [];
  const ready = corpus.isUnread ? rules.filter(({ needs }) => needs === "draft") : rules;
  const judge = (reports: (rule: Rule) => Iterable<Report>) =>
    suppress(onePerMistake(ready.flatMap((rule) => findingsOf(rule, desk, reports, failures))), desk);
  const first = judge((rule) => rule.check(desk));
  const second = judge((rule) => rule.afterwards?.(desk, first) ?? []);
  return { desk, findings: [...first, ...second].toSorted(byPlace), failures };
}

function findingsOf(rule: Rule, { config }: Desk, reports: (rule: Rule) => Iterable<Report>, failures: { rule: string; message: string }[]): Finding[] {
  const severity: Severity | "off" = config.rules[rule.id] ?? rule.severity;
  if (severity === "off") return [];
  try {
    // Named one by one: rules build their reports in many shapes, which takes long to copy.
    return Array.from(reports(rule), ({ start, end, message, evidence = [], fixes = [] }) => ({
      start,
      end,
      message,
      rule: rule.id,
      severity,
      evidence,
      fixes,
    }));
  } catch (error) {
    failures.push({ rule: rule.id, message: error instanceof Error ? error.message : String(error) });
    return [];
  }
}

const yields = new Map(rules.map((rule) => [rule.id, new Set(rule.yieldsTo ?? [])]));

/** RULES.md "One mistake, one finding, with the most specific rule". */
function onePerMistake(unsorted: readonly Finding[]): Finding[] {
  const findings = unsorted.toSorted(byPlace);
  const dropped = new Set<Finding>();
  findings.forEach((finding, index) => {
    for (let next = index + 1; next < findings.length && overlaps(finding, findings[next] as Finding); next++) {
      const other = findings[next] as Finding;
      if (yields.get(finding.rule)?.has(other.rule)) dropped.add(finding);
      if (yields.get(other.rule)?.has(finding.rule)) dropped.add(other);
    }
  });
  return findings.filter((finding) => !dropped.has(finding));
}

/** Marks what a comment silences. */
function suppress(findings: readonly Finding[], { draft: { suppressions, document }, config }: Desk): Finding[] {
  const reasonRequired = config.suppressionReason === "required";
  return findings.map((finding) => {
    const suppressedBy = suppressions.findIndex((comment) => silences(comment, finding.rule, finding, document.text, reasonRequired));
    return suppressedBy < 0 ? finding : { ...finding, suppressedBy };
  });
}

const byPlace = (a: Finding, b: Finding): number => a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : 1);
