/** Measures the engine on published text: `npm run realtext [-- --verbose]`. Dates and quantities against their labels, and articles against themselves. */
import { realArticles, storyArticles } from "./articles.ts";
import { changeKinds } from "./changes.ts";
import { news } from "./dates.ts";
import { reportScore } from "./figures.ts";
import { metamorphosis } from "./metamorphic.ts";

const verbose = process.argv.includes("--verbose");
/** Changes of a kind in one article. */
const mostChanges = 10;

const share = (part: number, whole: number): string => `${part} of ${whole}${whole ? ` (${((100 * part) / whole).toFixed(1)}%)` : ""}`;
const row = (what: string, value: string, target = ""): void => console.log(`${what.padEnd(34)}${value.padEnd(26)}${target}`.trimEnd());

const dates = realArticles("dates");
const quantities = realArticles("quantities");
for (const [file, articles] of Object.entries({ dates, quantities })) if (!articles) console.log(`test/real/${file}.jsonl is not there: measured without it.`);

if (dates) {
  const score = news();
  console.log("Dates of labelled news (test/real/dates.jsonl)");
  row("  recall", share(score.found, score.labels), "target 93%");
  row("  precision", share(score.right, score.reported), "target 93%");
  row("  right value", share(score.exact, score.valued), "target 87%");
  if (verbose) for (const note of score.notes) console.log(`    ${note}`);
}
if (quantities) {
  const score = reportScore();
  console.log("Quantities in labelled reports (test/real/quantities.jsonl)");
  row("  recall of spans", share(score.found, score.labels));
  if (verbose) for (const note of score.notes) console.log(`    ${note}`);
}
for (const [name, articles] of [
  ["Published articles", [...(dates ?? []), ...(quantities ?? [])]],
  ["Articles of the test stories", storyArticles()],
] as const) {
  const { words, falseMismatches, changes } = metamorphosis(articles, mostChanges);
  console.log(`${name}, each against itself: ${articles.length} articles, ${words} words`);
  row("  false mismatches", `${falseMismatches.length}`, "");
  row("    in 10,000 words", words ? ((10000 * falseMismatches.length) / words).toFixed(2) : "-", "target 1 at most");
  if (verbose) for (const note of falseMismatches) console.log(`    FALSE ${note}`);
  for (const kind of changeKinds) {
    const { made, found, extra, notes } = changes[kind];
    row(`  one ${kind} changed, found`, share(found, made), { toll: "target 95%", "full name": "target 90%", quotation: "target 95%" }[kind as string]);
    row("    other findings", `${extra}`);
    if (verbose) for (const note of notes) console.log(`    ${note}`);
  }
}
