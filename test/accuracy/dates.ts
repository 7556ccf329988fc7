/** Measures the date extractor: `npx tsx test/accuracy/dates.ts [--verbose]`. Recall, precision and value accuracy against labelled text. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Document } from "../../server/engine/document/document.ts";
import { parseDocument } from "../../server/engine/document/parse.ts";
import { readDates } from "../../server/engine/extract/dates.ts";
import type { DateMention } from "../../server/engine/extract/mentions.ts";

interface Label {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** ISO days; undefined where the label has no value. */
  readonly from?: string;
  readonly to?: string;
  readonly value?: string | null;
}

export interface Score {
  readonly labels: number;
  readonly found: number;
  readonly reported: number;
  readonly right: number;
  readonly valued: number;
  readonly exact: number;
  readonly notes: readonly string[];
}

const here = import.meta.dirname;
const load = (path: string) => readFileSync(join(here, "..", path), "utf8");
const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }) => a.start < b.end && b.start < a.end;

/** Days of an ISO or EDTF value. */
function daysOf(value: string): { from: string; to: string } {
  const [first = "", last = first] = value.split("/");
  const season = { SP: ["03-01", "05-31"], SU: ["06-01", "08-31"], AU: ["09-01", "11-30"], WI: ["12-01", "02-28"] }[last.slice(5)];
  if (season) return { from: `${first.slice(0, 4)}-${season[0]}`, to: `${last.slice(0, 4)}-${season[1]}` };
  const quarter = /^(\d{4})-Q(\d)$/.exec(first);
  if (quarter)
    return {
      from: `${quarter[1]}-${String(Number(quarter[2]) * 3 - 2).padStart(2, "0")}-01`,
      to: `${quarter[1]}-${String(Number(quarter[2]) * 3).padStart(2, "0")}-31`,
    };
  const end = (v: string) =>
    v.length === 4
      ? `${v}-12-31`
      : v.length === 7
        ? new Date(Date.UTC(Number(v.slice(0, 4)), Number(v.slice(5, 7)), 0)).toISOString().slice(0, 10)
        : v.slice(0, 10);
  const start = (v: string) => (v.length === 4 ? `${v}-01-01` : v.length === 7 ? `${v}-01` : v.slice(0, 10));
  return { from: start(first), to: end(last) };
}

const sameDays = (mention: DateMention, label: Label): boolean => {
  const clock = /(?:^|T)(\d\d:\d\d)/.exec(label.value ?? "")?.[1];
  if (clock && mention.value === `T${clock}`) return true;
  if (label.value?.includes("Q")) return mention.value === label.value;
  const want = label.from && label.to ? { from: label.from, to: label.to } : label.value ? daysOf(label.value) : undefined;
  if (!want || !mention.range) return false;
  const { from, to } = mention.range;
  if (from === want.from && to === want.to) return true;
  // A span ("from 2004 to 2009") may be labelled as its two ends.
  return from < to && mention.value?.includes("/") === true && ((from === want.from && want.to < to) || (to === want.to && want.from > from));
};

export function score(documents: readonly { name: string; mentions: readonly DateMention[]; labels: readonly Label[]; text: string }[]): Score {
  let [labels, found, reported, right, valued, exact] = [0, 0, 0, 0, 0, 0];
  const notes: string[] = [];
  for (const { name, mentions, labels: gold, text } of documents) {
    const dated = mentions.filter((m) => m.type === "date" || m.type === "time");
    const context = (at: { start: number; end: number }) => text.slice(Math.max(0, at.start - 40), at.end + 40).replace(/\s+/g, " ");
    for (const label of gold) {
      labels++;
      const hits = mentions.filter((m) => overlaps(m, label));
      if (hits.length) found++;
      else notes.push(`MISS  ${name} "${label.text}" in ...${context(label)}...`);
      if (!hits.length || (!label.value && !label.from)) continue;
      valued++;
      if (hits.some((m) => sameDays(m, label))) exact++;
      else
        notes.push(
          `VALUE ${name} "${label.text}" want ${label.value ?? `${label.from}/${label.to}`} got ${hits.map((m) => `${m.text}=${m.value}`)} in ...${context(label)}...`,
        );
    }
    for (const mention of dated) {
      reported++;
      if (gold.some((label) => overlaps(label, mention))) right++;
      else notes.push(`FALSE ${name} "${mention.text}" (${mention.basis} ${mention.value}) in ...${context(mention)}...`);
    }
  }
  return { labels, found, reported, right, valued, exact, notes };
}

/** What a reader of the file sees: the date of the metadata is a date of the text like the others. */
function seen(document: Document, written: string): readonly DateMention[] {
  const stamp = document.metadata.date;
  const mentions = readDates(document, written).filter((mention) => mention.basis !== "vague");
  if (!stamp?.span) return mentions;
  const { start, end } = stamp.span;
  const text = document.text.slice(start, end);
  const range = { from: stamp.value, to: stamp.value };
  return [{ start, end, text, sentence: -1, type: "date", basis: "absolute", granularity: "day", value: stamp.value, range }, ...mentions];
}

export function seeds(): Score {
  const gold = JSON.parse(load("gold/seeds.json")) as { written: Record<string, string>; dates: (Label & { source: string; tier: string })[] };
  return score(
    Object.entries(gold.written).map(([id, written]) => {
      const text = load(`packs/spillover/seeds/${id}.txt`);
      const labels = gold.dates.filter((label) => label.source === id && label.tier === "core");
      return { name: id, text, mentions: seen(parseDocument(`${id}.txt`, text), written), labels };
    }),
  );
}

export function probes(): { right: number; all: number; notes: readonly string[] } {
  const { dates } = JSON.parse(load("gold/probes.json")) as { dates: Label[] };
  const notes: string[] = [];
  for (const probe of dates) {
    const text = (probe as { text: string }).text;
    const mentions = readDates(parseDocument("probe.txt", text), "2023-10-20").filter((m) => overlaps(m, probe));
    const right = probe.value === null ? mentions.length === 0 : mentions.some((m) => m.value === probe.value || sameDays(m, probe));
    if (!right) notes.push(`PROBE ${text} want ${probe.value} got ${mentions.map((m) => `${m.text}=${m.value}`)}`);
  }
  return { right: dates.length - notes.length, all: dates.length, notes };
}

export function news(): Score {
  const articles = load("real/dates.jsonl")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { id: string; dct: string; text: string; timexes: Label[] });
  return score(
    articles.map(({ id, dct, text, timexes }) => ({
      name: id.replace("GUM_news_", ""),
      text,
      mentions: seen(parseDocument("article.txt", text), dct),
      labels: timexes,
    })),
  );
}

if (process.argv[1]?.endsWith("dates.ts") && process.argv[1].includes("accuracy")) {
  const verbose = process.argv.includes("--verbose");
  for (const [name, s] of [
    ["seeds", seeds()],
    ["news", news()],
  ] as const) {
    if (verbose) for (const note of s.notes) console.log(note);
    console.log(
      `${name}: recall ${s.found}/${s.labels} = ${(s.found / s.labels).toFixed(3)}, precision ${s.right}/${s.reported} = ${(s.right / s.reported).toFixed(3)}, values ${s.exact}/${s.valued} = ${(s.exact / s.valued).toFixed(3)}`,
    );
  }
  const p = probes();
  if (verbose) for (const note of p.notes) console.log(note);
  console.log(`probes: ${p.right}/${p.all}`);
}
