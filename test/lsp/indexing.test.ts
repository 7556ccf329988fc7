// The built server over stdio while it reads a thousand sources: first findings early, whole ones after, and nobody waits.
import assert from "node:assert/strict";
import { CancellationTokenSource, type ClientCapabilities, type Diagnostic, type PublishDiagnosticsParams } from "vscode-languageserver-protocol";
import { buildCorpus, checkDraft, defaultConfig, readSource, rules, type Source } from "../../server/engine/index.ts";
import { article, manySources } from "./large-story.ts";
import { cleanUp, pulling, type Session, startSession } from "./session.ts";
import { codes, firstFinding, header, files as story } from "./story.ts";

const files = manySources(1000, 120);
/** Enough where the time that it takes does not matter. */
const some = Object.fromEntries(Object.entries(files).slice(0, 400));
const draft = `${article(100_003, 600)}\nThe mayor said that TK lorries were on the road [@nobody].\n\nThe council met on Monday, 14 May 2031.\n`;
const patient = 60_000;
const progress: ClientCapabilities = { window: { workDoneProgress: true } };
const early = new Set(rules.flatMap(({ id, needs }) => (needs === "draft" ? id : [])));

const hasRead = ({ notified }: Session): boolean =>
  notified.some(({ method, params }) => method === "$/progress" && (params as { value: { kind: string } }).value.kind === "end");
const isReading = ({ notified }: Session): boolean =>
  (notified.findLast(({ method }) => method === "copydesk/status")?.params as { reading?: boolean } | undefined)?.reading === true;
const isWhole = ({ diagnostics }: PublishDiagnosticsParams): boolean => codes(diagnostics).includes("unresolved-citation");
const delay = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

const read = new Map<string, Source>();
const sourceOf = (path: string, text: string): Source => {
  const known = read.get(path + text) ?? readSource(`file:///${path}`, text);
  read.set(path + text, known);
  return known;
};

/** What a check finds that begins with all sources read. */
function expected(text: string, sources: Readonly<Record<string, string>>): readonly string[] {
  const corpus = buildCorpus(Object.entries(sources).map(([path, source]) => sourceOf(path, source)));
  return checkDraft("file:///draft.md", text, corpus, defaultConfig).findings.map(({ rule, message, start }) => {
    const before = text.slice(0, start);
    return `${before.split("\n").length - 1}:${start - before.lastIndexOf("\n") - 1} ${rule} ${message}`;
  });
}
const told = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.map(({ code, message, range: { start } }) => `${start.line}:${start.character} ${code} ${message}`);

describe("while sources are read", function () {
  this.timeout(180_000);
  after(cleanUp);

  it("a draft has first findings, which the whole ones replace", async () => {
    const session = await startSession({ files, capabilities: progress });
    session.open("draft.md", draft);
    const first = await session.pushed("draft.md", undefined, patient);
    assert.equal(hasRead(session), false);
    for (const { code } of first.diagnostics) assert.ok(early.has(String(code)), `${code} speaks too early`);
    for (const code of ["placeholder", "weekday-mismatch", "unsourced-figure"]) assert.ok(codes(first.diagnostics).includes(code), code);
    await session.connection.sendRequest("textDocument/documentSymbol", { textDocument: { uri: session.uri("draft.md") } });
    assert.ok(isReading(session));
    const whole = await session.pushed("draft.md", undefined, patient);
    assert.ok(hasRead(session));
    assert.deepEqual(told(whole.diagnostics), expected(draft, files));
    assert.deepEqual([first.version, whole.version], [1, 1]);
    await session.hover("draft.md", { line: 0, character: 0 });
    assert.equal(isReading(session), false);
    await session.stop();
  });

  it("a client that cannot tell first findings from whole ones gets whole ones only", async () => {
    const session = await startSession({ files: some });
    session.open("draft.md", draft);
    const { diagnostics } = await session.pushed("draft.md", undefined, patient);
    assert.deepEqual(told(diagnostics), expected(draft, some));
    await session.stop();
  });

  it("a client that asks gets first findings, and is told to ask again", async () => {
    const session = await startSession({ files: some, capabilities: { ...pulling, ...progress } });
    session.open("draft.md", draft);
    const first = await session.pull("draft.md");
    assert.equal(hasRead(session), false);
    assert.ok(first.kind === "full" && first.items.length > 0 && first.items.every(({ code }) => early.has(String(code))));
    while (!session.notified.some(({ method }) => method === "workspace/diagnostic/refresh")) await delay(20);
    const whole = await session.pull("draft.md", first.resultId);
    assert.deepEqual(whole.kind === "full" && told(whole.items), expected(draft, some));
    assert.deepEqual(session.everPushed(), []);
    await session.stop();
  });

  it("typing goes on: answers come as if nothing was read, the findings are those of the last version", async function () {
    // A machine that does other things besides may be late once.
    this.retries(2);
    const session = await startSession({ files, capabilities: progress });
    session.open("draft.md", draft);
    const textDocument = { uri: session.uri("draft.md") };
    const lines = draft.split("\n");
    let text = draft;
    let version = 1;
    /** An edit each 50 ms; gives how long the answers took that came meanwhile. */
    const type = async (goesOn: () => boolean): Promise<readonly number[]> => {
      const waits: number[] = [];
      const asked: Promise<unknown>[] = [];
      const timed = (work: Promise<unknown>) => {
        const start = performance.now();
        asked.push(work.then(() => goesOn() && waits.push(performance.now() - start)).catch((error: { code?: number }) => assert.equal(error.code, -32_801)));
      };
      while (goesOn()) {
        const line = 5 + (version % (lines.length - 6));
        session.change("draft.md", ++version, { start: { line, character: 0 }, end: { line, character: 0 } }, "A ");
        const at = text.split("\n").slice(0, line).join("\n").length + 1;
        text = `${text.slice(0, at)}A ${text.slice(at)}`;
        timed(session.connection.sendRequest("textDocument/documentSymbol", { textDocument }));
        timed(session.hover("draft.md", { line: lines.length - 3, character: 10 }));
        await delay(50);
      }
      await Promise.all(asked);
      return waits.toSorted((a, b) => a - b);
    };
    const during = await type(() => !hasRead(session));
    const versions = new Set(session.everPushed().map((one) => one.version));
    assert.ok(during.length > 10 && versions.size > 2, `${during.length} answers, ${versions.size} versions`);
    const whole = await session.pushed("draft.md", (one) => one.version === version && isWhole(one), patient);
    assert.deepEqual(told(whole.diagnostics), expected(text, files));
    const until = performance.now() + 2000;
    const after = await type(() => performance.now() < until);
    const p95 = (sorted: readonly number[]) => sorted[Math.floor(sorted.length * 0.95)] ?? 0;
    // A machine so busy that answers are late even when nothing is read tells nothing of reading.
    const isBusy = p95(after) > 50;
    assert.ok(isBusy || p95(during) < 100, `95th percentile ${p95(during)} ms while sources are read, ${p95(after)} ms after`);
    await session.stop();
  });

  it("sources that are changed and deleted count as they are in the end", async () => {
    const session = await startSession({ files: some, capabilities: { ...progress, workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } } });
    session.open("draft.md", draft);
    await session.pushed("draft.md", undefined, patient);
    assert.equal(hasRead(session), false);
    const changed = "---\ntitle: Nobody\nid: nobody\ndate: 2031-05-14\n---\nThe mayor said that lorries were on the road.\n";
    session.write("seeds/3.md", changed);
    session.remove("seeds/397.md");
    session.changedOnDisk("seeds/3.md", "seeds/397.md");
    const { diagnostics } = await session.pushed("draft.md", ({ diagnostics: found }) => found.some(({ code }) => !early.has(String(code))), patient);
    const { "seeds/397.md": _, ...left } = some;
    assert.deepEqual(told(diagnostics), expected(draft, { ...left, "seeds/3.md": changed }));
    await session.stop();
  });

  it("a draft that is closed has no findings, then or later", async () => {
    const session = await startSession({ files: { ...some, "other.md": draft }, capabilities: progress });
    session.open("draft.md", draft);
    session.open("other.md", draft);
    await session.pushed("draft.md", undefined, patient);
    await session.connection.sendNotification("textDocument/didClose", { textDocument: { uri: session.uri("draft.md") } });
    assert.equal(hasRead(session), false);
    await session.pushed("other.md", isWhole, patient);
    await delay(100);
    assert.deepEqual(session.everPushed().findLast(({ uri }) => uri === session.uri("draft.md"))?.diagnostics, []);
    await session.stop();
  });

  it("a draft of another folder, with few sources, does not wait for them", async () => {
    const under = (folder: string, all: Readonly<Record<string, string>>) =>
      Object.fromEntries(Object.entries(all).map(([path, text]) => [`${folder}/${path}`, text]));
    const session = await startSession({ files: { ...under("large", some), ...under("small", story) }, folders: ["large", "small"], capabilities: progress });
    session.open("large/draft.md", draft);
    session.open("small/draft.md", `${header}The dam burst near Tokari killed 83 people, the ministry said.\n`);
    await firstFinding(session, "small/draft.md", "stale-casualty");
    await session.pushed("large/draft.md", undefined, patient);
    assert.ok(!session.everPushed().some((one) => one.uri === session.uri("large/draft.md") && isWhole(one)));
    const { diagnostics } = await session.pushed("large/draft.md", isWhole, patient);
    assert.deepEqual(told(diagnostics), expected(draft, some));
    await session.stop();
  });

  it("what was asked before an edit, and what was cancelled, is not worked out", async () => {
    const session = await startSession({ files: some, capabilities: progress });
    session.open("draft.md", draft);
    const textDocument = { uri: session.uri("draft.md") };
    const edited = session.connection.sendRequest("textDocument/codeLens", { textDocument });
    session.edit("draft.md", 2, `${draft}\n`);
    const source = new CancellationTokenSource();
    const cancelled = session.connection.sendRequest("textDocument/codeLens", { textDocument }, source.token);
    const answered = session.connection.sendRequest("textDocument/codeLens", { textDocument });
    await session.pushed("draft.md", undefined, patient);
    source.cancel();
    await assert.rejects(edited as Promise<unknown>, { code: -32_801 });
    await assert.rejects(cancelled as Promise<unknown>, { code: -32_800 });
    assert.ok(((await answered) as readonly unknown[]).length > 0);
    assert.ok(hasRead(session));
    await session.stop();
  });

  it("the server leaves at once when it is told to", async () => {
    const session = await startSession({ files: some, capabilities: progress });
    session.open("draft.md", draft);
    await session.pushed("draft.md", undefined, patient);
    const start = performance.now();
    assert.equal(hasRead(session), false);
    assert.equal(await session.stop(), 0);
    assert.ok(performance.now() - start < 1000);
  });
});
