/** Measures the figure extractor: `npx tsx test/accuracy/figures.ts [--verbose]`. Labelled articles, probe sentences, and the recall of quantity spans in real reports. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "../../server/engine/document/parse.ts";
import type { Figure, HedgeKind } from "../../server/engine/extract/mentions.ts";
import { read } from "../../server/engine/extract/read.ts";

export interface FigureScore {
  readonly labels: number;
  readonly found: number;
  readonly reported: number;
  readonly notes: readonly string[];
}

const load = (path: string) => readFileSync(join(import.meta.dirname, "..", path), "utf8");
const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }) => a.start < b.end && b.start < a.end;

/** Figures of a text that is written on an ISO day. */
export function figuresOf(uri: string, text: string, written: string | undefined): readonly Figure[] {
  return read(parseDocument(uri, text), written).figures;
}

const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
const comparisons: Readonly<Record<string, HedgeKind | undefined>> = { "=": undefined, "~": "about", ">": "more-than", ">=": "at-least", "<~": "nearly" };

/** The five articles: number expression, value and hedge of every figure labelled `core`. */
export function seedScore(): FigureScore & { readonly hedges: number } {
  const gold = JSON.parse(load("gold/seeds.json"));
  const notes: string[] = [];
  let [labels, found, hedges, reported] = [0, 0, 0, 0];
  for (const id of Object.keys(gold.written)) {
    const text = load(`packs/spillover/seeds/${id}.txt`);
    const figures = figuresOf(`${id}.txt`, text, gold.written[id]);
    const here = gold.figures.filter((label: { source: string }) => label.source === id);
    reported += figures.filter((figure) => figure.form === "number").length;
    for (const label of here) {
      if (label.tier !== "core") continue;
      labels++;
      const figure = figures.find((f) => f.start === label.start && f.end === label.end);
      if (figure && near(figure.value, label.value)) found++;
      else notes.push(`seed ${id} "${label.text}" (${label.value}): ${figure ? figure.value : "not found"}`);
      if (figure && (figure.hedge?.kind === comparisons[label.cmp] || label.cmp === "=")) hedges++;
      else notes.push(`seed ${id} "${label.text}" hedge ${label.cmp}: ${figure?.hedge?.kind ?? "none"}`);
    }
    for (const figure of figures)
      if (figure.form !== "vague" && !here.some((label: { tier: string; start: number; end: number }) => label.tier === "core" && overlaps(label, figure)))
        notes.push(`seed ${id} extra "${text.slice(figure.start - 25, figure.end + 25).replace(/\s+/g, " ")}"`);
  }
  return { labels, found, hedges, reported, notes };
}

/** Single sentences: a number, an interval, or no figure. Ages are no figures here, and vague words follow RULES.md. */
export function probeScore(): FigureScore {
  const gold = JSON.parse(load("gold/probes.json")).figures as { text: string; start: number; end: number; value: number | [number, number] | null }[];
  const notes: string[] = [];
  let [found, reported] = [0, 0];
  for (const { text, start, end, value } of gold) {
    const figures = figuresOf("probe.txt", text, "2023-10-20");
    reported += figures.length;
    const figure = figures.find((f) => overlaps(f, { start, end }));
    if (value === null ? !figure : figure && matches(figure, value)) found++;
    else notes.push(`probe "${text}" wants ${JSON.stringify(value)}, has ${figure ? `${figure.text} ${figure.low}..${figure.high}` : "none"}`);
    if (figures.some((f) => !overlaps(f, { start, end }))) notes.push(`probe "${text}" extra ${figures.map((f) => f.text)}`);
  }
  return { labels: gold.length, found, reported, notes };
}

function matches(figure: Figure, value: number | readonly [number, number]): boolean {
  if (figure.form === "range" && typeof value === "number") return figure.low === value;
  if (typeof value === "number") return near(figure.value, value);
  return figure.form === "vague" || (figure.low === value[0] && figure.high === value[1]) || figure.value === value[0];
}

/** Labels of one, of vague words and of articles are left out: they are no figures here. */
const noFigure =
  /^(?:an?|one|several|multiple|many|some|few|a few|couple|a couple|more|most|numerous|various|both|single|a single|first|second|third|no|another|half|dozens|hundreds|thousands|scores)$/i;

/** Quantities in real reports: how many of the labelled spans that hold a number are met by a figure, or are a time expression. */
export function reportScore(): FigureScore {
  const notes: string[] = [];
  let [labels, found, reported] = [0, 0, 0];
  for (const line of load("real/quantities.jsonl").trim().split("\n")) {
    const { id, text, quantities } = JSON.parse(line) as { id: string; text: string; quantities: { start: number; end: number }[] };
    const { dates, figures } = read(parseDocument("report.txt", text), undefined);
    reported += figures.length;
    const context = ({ start, end }: { start: number; end: number }) =>
      `${text.slice(Math.max(0, start - 25), start)}[${text.slice(start, end)}]${text.slice(end, end + 25)}`.replace(/\s+/g, " ");
    for (const label of quantities) {
      if (noFigure.test(text.slice(label.start, label.end)) || dates.some((date) => overlaps(date, label))) continue;
      labels++;
      if (figures.some((figure) => overlaps(figure, label))) found++;
      else notes.push(`${id.slice(0, 12)} missed ${context(label)}`);
    }
    for (const figure of figures) if (!quantities.some((label) => overlaps(label, figure))) notes.push(`${id.slice(0, 12)} extra ${context(figure)}`);
  }
  return { labels, found, reported, notes };
}

if (process.argv[1]?.endsWith("accuracy/figures.ts")) {
  const parts = { articles: seedScore(), probes: probeScore(), reports: reportScore() };
  for (const [name, { labels, found, reported, notes }] of Object.entries(parts)) {
    console.log(`${name.padEnd(9)} right ${found} of ${labels}, reported ${reported}${name === "articles" ? `, hedges ${parts.articles.hedges}` : ""}`);
    if (process.argv.includes("--verbose")) for (const note of notes) console.log(`  ${note}`);
  }
}
