// npm run bench [-- WORDS SOURCES]: the built server over stdio. Keystroke to findings, server CPU a keystroke, what a writer waits for while sources are read, and a full check against a bare segmenter pass over the same words.
import { readdirSync, readFileSync } from "node:fs";
import type * as Engine from "../server/engine/index.ts";
import { dice } from "./dice.ts";
import { article, manySources } from "./lsp/large-story.ts";
import { startSession } from "./lsp/session.ts";

const edits = 200;
/** Edits before those that count: a writer's session is long, and a runtime compiles what it runs often. */
const warmUp = 100;
/** Full checks: as many to warm up as to measure. */
const rounds = 150;
const share = (sorted: readonly number[], part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
const shown = (value: number): string => value.toFixed(1).padStart(7);

/** CPU milliseconds that all threads of a process have used so far; not a number where the system does not tell. */
function cpuOf(pid: number | undefined): number {
  try {
    const threads = readdirSync(`/proc/${pid}/task`).map((thread) => Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[0]));
    return threads.reduce((sum, nanoseconds) => sum + nanoseconds, 0) / 1e6;
  } catch {
    return Number.NaN;
  }
}

async function keystrokes(words: number, sources: number): Promise<string> {
  const session = await startSession({ files: manySources(sources, 400) });
  const text = article(100_003, words);
  const lines = text.split("\n");
  const roll = dice(7);
  const first = performance.now();
  session.open("draft.md", text);
  await session.pushed("draft.md", undefined, 600_000);
  const opened = performance.now() - first;
  const times: number[] = [];
  const marks: number[] = [];
  for (let version = 2; version < 2 + warmUp + edits; version++) {
    let line = 4 + roll(lines.length - 4);
    while (!lines[line]) line = 4 + roll(lines.length - 4);
    const at = { line, character: roll((lines[line] as string).length) };
    if (version >= 2 + warmUp) marks.push(cpuOf(session.process.pid));
    const start = performance.now();
    session.change("draft.md", version, { start: at, end: at }, "abc de.1"[roll(8)] as string);
    await session.pushed("draft.md", (one) => one.version === version, 30_000);
    if (version >= 2 + warmUp) times.push(performance.now() - start);
  }
  marks.push(cpuOf(session.process.pid));
  await session.stop();
  const costs = marks.slice(1).map((mark, index) => mark - (marks[index] as number));
  const [wait, cost] = [times, costs].map((all) => all.toSorted((a, b) => a - b)) as [number[], number[]];
  const cells = [share(wait, 0.5), share(wait, 0.95), share(cost, 0.5), share(cost, 0.95), opened].map(shown);
  return `| ${String(words).padStart(6)} | ${String(sources).padStart(7)} | ${cells.join(" | ")} |`;
}

/** How a draft fares while its sources are read: a question that costs nothing, asked again and again, tells how long the server serves nobody. */
async function whileReading(sources: number): Promise<string> {
  const session = await startSession({ files: manySources(sources, 400), capabilities: { window: { workDoneProgress: true } } });
  const start = performance.now();
  session.open("draft.md", article(100_003, 1000));
  let isWhole = false;
  const first = session.pushed("draft.md", undefined, 600_000).then(() => performance.now() - start);
  const whole = first.then(() => session.pushed("draft.md", undefined, 600_000)).then(() => performance.now() - start);
  void whole.finally(() => {
    isWhole = true;
  });
  const waits: number[] = [];
  while (!isWhole) {
    const asked = performance.now();
    await session.connection.sendRequest("textDocument/foldingRange", { textDocument: { uri: session.uri("none.md") } });
    waits.push(performance.now() - asked);
    await new Promise((done) => setTimeout(done, 5));
  }
  const sorted = waits.toSorted((a, b) => a - b);
  const times = [await first, await whole, share(sorted, 0.5), share(sorted, 0.95), sorted.at(-1) ?? 0].map((time) => Math.round(time));
  await session.stop();
  return `${sources} sources are read: first findings after ${times[0]} ms, all after ${times[1]} ms; meanwhile answers take ${times[2]} ms (median), ${times[3]} ms (95%), ${times[4]} ms (longest)`;
}

/** Words a second of a full check by the built library, warm, and of a bare pass over sentences and words; and what an edit costs beside it. */
async function fullCheck(): Promise<string> {
  const { buildCorpus, checkDraft, createMemory, defaultConfig, readSource }: typeof Engine = await import(new URL("../dist/index.mjs", import.meta.url).href);
  const corpus = buildCorpus(Array.from({ length: 5 }, (_, index) => readSource(`file:///${index}.md`, article(index, 400))));
  const text = article(100_003, 1000);
  const parts = text.split(/\n{2,}/);
  const segmenters = (["sentence", "word"] as const).map((granularity) => new Intl.Segmenter("en", { granularity }));
  const pass = () => {
    let segments = 0;
    for (const part of parts) for (const segmenter of segmenters) for (const _ of segmenter.segment(part)) segments++;
    return segments;
  };
  const milliseconds = (work: () => unknown): number => {
    for (let i = 0; i < rounds; i++) work();
    const start = process.cpuUsage();
    for (let i = 0; i < rounds; i++) work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / (1000 * rounds);
  };
  const bare = milliseconds(pass);
  const check = milliseconds(() => checkDraft("file:///draft.md", text, corpus, defaultConfig));
  const memory = createMemory();
  const roll = dice(7);
  let edited = text;
  const edit = milliseconds(() => {
    const at = edited.indexOf("\n---\n") + 5 + roll(edited.length - 200);
    edited = edited.slice(0, at) + "abc de.1"[roll(8)] + edited.slice(at);
    checkDraft("file:///draft.md", edited, corpus, defaultConfig, memory);
  });
  const words = text.split(/\s+/).length;
  const rate = (time: number) => `${Math.round(words / time)}k words a CPU second`;
  return `full check ${check.toFixed(1)} ms (${rate(check)}), bare segmenter ${bare.toFixed(1)} ms (${rate(bare)}): ${(check / bare).toFixed(1)} times as long; a letter more in it ${edit.toFixed(1)} ms, 1/${(check / edit).toFixed(1)} of a full check`;
}

async function main(): Promise<void> {
  const report: string[] = ["|  words | sources |  median |     95% |     CPU | CPU 95% |  opened |", "|---|---|---|---|---|---|---|"];
  const [words, sources] = process.argv.slice(2).map(Number);
  const sizes = words && sources ? [[words, sources] as const] : [1000, 10_000].flatMap((count) => [5, 1000].map((all) => [count, all] as const));
  for (const size of sizes) report.push(await keystrokes(...size));
  report.push("", "Milliseconds from a keystroke to its findings, and of CPU on all threads of the server.");
  // A few sources are read before there is anything to wait for.
  const most = Math.max(...sizes.map(([, count]) => count));
  if (most >= 500) report.push(await whileReading(most));
  report.push(await fullCheck());
  console.log(report.join("\n"));
}

void main();
