#!/usr/bin/env node
// Scores a linter's findings on story packs against their gold labels.
//
//   node test/score.mjs [--packs DIR] [--cli 'node dist/cli.js'] [--pack ID] [--verbose] [--json FILE] [--min-f1 0.9]
//
// For each pack it runs   CLI lint --corpus seeds --format sarif --no-config drafts/*   in the pack's folder and
// reads SARIF 2.1.0 from standard output (exit status 0 or 1; anything else is an error). Columns are 1-based UTF-16 code units.
//
// A finding matches a label when its rule is the label's (strict) or one of that rule's family or of the label's `alsoAccept`
// (family), and its region overlaps the label's text or one of its `alt` texts. Each label is matched once. A second finding of the same rule
// family at the same place, or at a label's `alt` place, is not a false alarm. Everything else that is reported is one.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

export const FAMILIES = {
  sourcing: ["unsourced-figure"],
  casualty: ["casualty-mismatch", "stale-casualty", "casualty-inconsistent"],
  figure: ["figure-mismatch", "sum-mismatch", "hedge-drift"],
  date: ["weekday-mismatch", "invalid-date", "date-mismatch", "date-inconsistent", "chronology"],
  quote: ["quote-mismatch", "misattributed-quote"],
  name: ["name-mismatch"],
  citation: ["unresolved-citation", "unsupported-citation"],
  placeholder: ["placeholder"],
};
// A wrong number can be caught as a wrong figure, a wrong toll or a wrong sum: family matching takes any of them.
const NUMBERS = [...FAMILIES.casualty, "figure-mismatch", "sum-mismatch"];
const familyOf = new Map(Object.entries(FAMILIES).flatMap(([f, rules]) => rules.map((r) => [r, f])));

const args = process.argv.slice(2);
const opt = (name, fallback) => (args.includes(name) ? args[args.indexOf(name) + 1] : fallback);
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const packsDir = opt("--packs", here("packs"));
const cli = opt("--cli");
const verbose = args.includes("--verbose");
const [bin, ...binArgs] = cli ? cli.split(/\s+/) : [process.execPath, here("../dist/cli.js")];

const lineStarts = (text) => {
  const starts = [0];
  for (let i = 0; i < text.length; i++) if (text[i] === "\n") starts.push(i + 1);
  return starts;
};
function place(text, { text: needle, occurrence = 1 }) {
  let at = -1;
  for (let n = 0; n < occurrence; n++) {
    at = text.indexOf(needle, at + 1);
    if (at < 0) throw new Error(`label not found: ${JSON.stringify(needle)} #${occurrence}`);
  }
  return { start: at, end: at + needle.length };
}
const overlaps = (a, b) => a.start < b.end && b.start < a.end;

const tally = {}; // family -> {tp, fp, fn, strict}
const count = (family, key) => {
  tally[family] ??= { tp: 0, fp: 0, fn: 0, strict: 0 };
  tally[family][key]++;
};
const detail = [];
let drafts = 0,
  cleanDrafts = 0,
  cleanFalse = 0,
  okFalse = 0,
  okTotal = 0,
  failed = 0;

for (const pack of readdirSync(packsDir).sort()) {
  const dir = join(packsDir, pack);
  if (!existsSync(join(dir, "gold")) || (opt("--pack") && opt("--pack") !== pack)) continue;
  for (const goldFile of readdirSync(join(dir, "gold")).sort()) {
    const gold = JSON.parse(readFileSync(join(dir, "gold", goldFile), "utf8"));
    const text = readFileSync(join(dir, gold.draft), "utf8");
    const starts = lineStarts(text);
    drafts++;
    let sarif;
    try {
      sarif = JSON.parse(run(dir, gold.draft));
    } catch (error) {
      failed++;
      console.error(`${pack}/${gold.draft}: ${String(error.message).split("\n")[0]}`);
      for (const label of gold.findings) count(familyOf.get(label.rule), "fn");
      continue;
    }
    const found = (sarif.runs?.[0]?.results ?? [])
      .filter((r) => familyOf.has(r.ruleId) && !r.suppressions?.length)
      .map((r) => {
        const g = r.locations[0].physicalLocation.region;
        const start = starts[g.startLine - 1] + (g.startColumn ?? 1) - 1;
        const end = starts[(g.endLine ?? g.startLine) - 1] + (g.endColumn ?? g.startColumn + 1) - 1;
        return { rule: r.ruleId, family: familyOf.get(r.ruleId), start, end: Math.max(end, start + 1), message: r.message.text, used: false };
      });
    const labels = gold.findings.map((l) => ({
      ...l,
      family: familyOf.get(l.rule),
      accepts: new Set([...FAMILIES[familyOf.get(l.rule)], ...(NUMBERS.includes(l.rule) ? NUMBERS : []), ...(l.alsoAccept ?? [])]),
      spots: [place(text, l), ...(l.alt ?? []).map((a) => place(text, a))],
    }));
    for (const strict of [true, false])
      for (const label of labels) {
        if (label.hit) continue;
        const hit = found.find((f) => !f.used && (strict ? f.rule === label.rule : label.accepts.has(f.rule)) && label.spots.some((s) => overlaps(s, f)));
        if (hit) {
          hit.used = true;
          label.hit = hit;
          label.strict = strict;
        }
      }
    for (const label of labels) {
      if (label.hit) {
        count(label.family, "tp");
        if (label.strict) count(label.family, "strict");
      } else {
        count(label.family, "fn");
        detail.push(`MISS  ${pack}/${basename(gold.draft)} ${label.rule}: "${label.text}"  (${label.why ?? ""})`);
      }
    }
    let falseHere = 0;
    for (const f of found) {
      if (f.used || labels.some((l) => l.accepts.has(f.rule) && l.spots.some((s) => overlaps(s, f)))) continue;
      count(f.family, "fp");
      falseHere++;
      detail.push(`FALSE ${pack}/${basename(gold.draft)} ${f.rule}: "${text.slice(f.start, f.end)}"  (${f.message})`);
    }
    for (const o of gold.ok ?? []) {
      okTotal++;
      const spot = place(text, o);
      if (found.some((f) => !f.used && overlaps(f, spot) && !labels.some((l) => l.accepts.has(f.rule) && l.spots.some((s) => overlaps(s, f))))) okFalse++;
    }
    if (!labels.length) {
      cleanDrafts++;
      cleanFalse += falseHere;
    }
  }
}

function run(cwd, draft) {
  try {
    return execFileSync(bin, [...binArgs, "lint", "--corpus", "seeds", "--format", "sarif", "--no-config", draft], {
      cwd,
      encoding: "utf8",
      maxBuffer: 1 << 28,
      stdio: ["ignore", "pipe", "pipe"],
    });
  } catch (error) {
    if (error.status === 1 && error.stdout) return error.stdout; // findings
    throw new Error(error.stderr?.trim() || error.message);
  }
}

const rates = ({ tp, fp, fn, strict }) => {
  const p = tp + fp ? tp / (tp + fp) : 1,
    r = tp + fn ? tp / (tp + fn) : 1;
  return { tp, fp, fn, precision: p, recall: r, f1: p + r ? (2 * p * r) / (p + r) : 0, strict: tp ? strict / tp : 1 };
};
const total = Object.values(tally).reduce((a, t) => ({ tp: a.tp + t.tp, fp: a.fp + t.fp, fn: a.fn + t.fn, strict: a.strict + t.strict }), {
  tp: 0,
  fp: 0,
  fn: 0,
  strict: 0,
});
const report = {
  drafts,
  failed,
  families: Object.fromEntries(Object.entries(tally).map(([k, t]) => [k, rates(t)])),
  total: rates(total),
  clean: { drafts: cleanDrafts, falseAlarms: cleanFalse },
  hardNegatives: { total: okTotal, flagged: okFalse },
};
if (verbose) for (const line of detail) console.log(line);
const row = (name, r) =>
  console.log(
    `${name.padEnd(12)} tp ${String(r.tp).padStart(3)}  fp ${String(r.fp).padStart(3)}  fn ${String(r.fn).padStart(3)}  P ${r.precision.toFixed(3)}  R ${r.recall.toFixed(3)}  F1 ${r.f1.toFixed(3)}  same rule ${r.strict.toFixed(2)}`,
  );
for (const [family, r] of Object.entries(report.families)) row(family, r);
row("TOTAL", report.total);
console.log(
  `clean drafts ${cleanDrafts}, false alarms in them ${cleanFalse}; hard negatives ${okTotal}, flagged ${okFalse}; drafts ${drafts}, failed ${failed}`,
);
if (opt("--json")) writeFileSync(opt("--json"), JSON.stringify(report, null, 1));
if (failed || report.total.f1 < Number(opt("--min-f1", "0"))) process.exit(1);
