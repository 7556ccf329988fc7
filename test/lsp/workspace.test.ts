// The built server over stdio: the findings of all drafts for clients that ask, and answers that are never about an older text.
import assert from "node:assert/strict";
import { CancellationTokenSource, type WorkspaceDiagnosticReport, type WorkspaceDocumentDiagnosticReport } from "vscode-languageserver-protocol";
import { cleanUp, pulling, type Session, startSession } from "./session.ts";
import { files, hanging, header } from "./story.ts";

type Known = readonly { readonly uri: string; readonly value: string }[];
const pullAll = (session: Session, previousResultIds: Known = [], extra: object = {}): Promise<WorkspaceDiagnosticReport> =>
  session.connection.sendRequest("workspace/diagnostic", { identifier: "copydesk", previousResultIds, ...extra });
const known = (items: readonly WorkspaceDocumentDiagnosticReport[]): Known => items.map(({ uri, resultId }) => ({ uri, value: resultId ?? "" }));
const counts = (items: readonly WorkspaceDocumentDiagnosticReport[]) =>
  Object.fromEntries(items.map((one) => [one.uri.replace(/^.*\//, ""), one.kind === "full" ? one.items.length : one.kind]));

describe("findings of the workspace", () => {
  after(cleanUp);
  const drafts = { ...files, "one.md": hanging, "two.md": hanging, "three.md": `${header}The river rose.\n` };

  it("are those of all drafts, open ones with their version; nothing is pushed", async () => {
    const session = await startSession({ files: drafts, capabilities: pulling });
    session.open("one.md", `${header}The river rose.\n`);
    const { items } = await pullAll(session);
    assert.deepEqual(counts(items), { "one.md": 0, "two.md": 1, "three.md": 0 });
    assert.deepEqual(
      items.map(({ version }) => version),
      [1, null, null],
    );
    await session.connection.sendRequest("copydesk/checkAll", {});
    assert.deepEqual(session.everPushed(), []);
    await session.stop();
  });

  it("come one draft at a time to a client that takes partial results", async () => {
    const session = await startSession({ files: drafts, capabilities: pulling });
    const parts: WorkspaceDiagnosticReport[] = [];
    session.connection.onNotification("$/progress", ({ token, value }: { token: string; value: WorkspaceDiagnosticReport }) => {
      if (token === "part") parts.push(value);
    });
    const last = await pullAll(session, [], { partialResultToken: "part" });
    assert.deepEqual(last.items, []);
    assert.deepEqual(
      parts.map(({ items }) => items.length),
      [1, 1, 1],
    );
    await session.stop();
  });

  it("wait while nothing changes, and come when a draft on disk does; gone drafts have none", async () => {
    const session = await startSession({ files: drafts, capabilities: pulling });
    const first = await pullAll(session);
    let isAnswered = false;
    const second = pullAll(session, known(first.items)).finally(() => {
      isAnswered = true;
    });
    await session.hover("one.md", { line: 0, character: 0 });
    await new Promise((done) => setTimeout(done, 150));
    assert.equal(isAnswered, false);
    session.write("two.md", "The river rose.\n");
    session.remove("one.md");
    session.changedOnDisk("two.md", "one.md");
    const { items } = await second;
    assert.deepEqual(counts(items), { "one.md": 0, "two.md": 0, "three.md": "unchanged" });
    await session.stop();
  });

  it("that are waited for are given up when the client cancels", async () => {
    const session = await startSession({ files: drafts, capabilities: pulling });
    const first = await pullAll(session);
    const source = new CancellationTokenSource();
    const asked = session.connection.sendRequest("workspace/diagnostic", { previousResultIds: known(first.items) }, source.token);
    setTimeout(() => source.cancel(), 50);
    await assert.rejects(asked as Promise<unknown>, { code: -32_800 });
    await session.stop();
  });
});

describe("an answer", () => {
  after(cleanUp);

  it("is about the text as it is when the answer leaves, or there is none", async () => {
    const session = await startSession({ files, capabilities: pulling });
    session.open("draft.md", hanging);
    const outcomes: string[] = [];
    const asked: Promise<unknown>[] = [];
    for (let version = 2; version <= 12; version++) {
      const isHanging = version % 2 === 0;
      session.edit("draft.md", version, isHanging ? hanging : `${header}The river rose.\n`);
      asked.push(
        session.pull("draft.md").then(
          (report) => {
            const found = report.kind === "full" ? report.items.length : -1;
            outcomes.push(found === (isHanging ? 1 : 0) ? "right" : `version ${version}: ${found}`);
          },
          ({ code }: { code: number }) => outcomes.push(code === -32_802 ? "right" : `error ${code}`),
        ),
      );
    }
    await Promise.all(asked);
    assert.deepEqual([...new Set(outcomes)], ["right"]);
    await session.stop();
  });
});
