// Red Hat's YAML language server, which VS Code's extension for YAML and other editors run: with the shipped schema it completes, explains and checks copydesk.yaml.
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { CompletionItem, CompletionList, Hover, MarkupContent, Position, PublishDiagnosticsParams } from "vscode-languageserver-protocol";
import { createProtocolConnection, type ProtocolConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver-protocol/node";
import { rules } from "../../server/engine/rules/registry.ts";

const root = join(__dirname, "../..");
const program = join(root, ".cache/yaml-language-server/node_modules/yaml-language-server/bin/yaml-language-server");
/** What the extension for YAML makes of `yamlValidation` in the manifest. */
const schemas = { [pathToFileURL(join(root, "schemas/copydesk.schema.json")).href]: ["copydesk.yaml"] };
const settings = { yaml: { schemas, validate: true, hover: true, completion: true, schemaStore: { enable: false } } };

const ids = rules.map(({ id }) => id);
const severities = ["error", "warning", "information", "off"];
const docsOf = (rule: string) => rules.find(({ id }) => id === rule)?.docs.what ?? "";
const wordsOf = (contents: unknown): string => (typeof contents === "string" ? contents : ((contents as MarkupContent | undefined)?.value ?? ""));

describe("copydesk.yaml in the YAML language server", () => {
  let child: ChildProcess;
  let connection: ProtocolConnection;
  let opened = 0;
  const found = new Map<string, (messages: readonly string[]) => void>();

  before(async () => {
    child = spawn(process.execPath, [program, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
    assert.ok(child.stdout && child.stdin);
    connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    connection.onRequest("workspace/configuration", ({ items }: { items: readonly { section: keyof typeof settings }[] }) =>
      items.map(({ section }) => settings[section] ?? null),
    );
    connection.onRequest("client/registerCapability", () => null);
    connection.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }: PublishDiagnosticsParams) =>
      found.get(uri)?.(diagnostics.map(({ range: { start }, message }) => `${start.line + 1}:${start.character + 1} ${message}`)),
    );
    connection.listen();
    const documentation = { completionItem: { documentationFormat: ["markdown"], snippetSupport: true } };
    await connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities: { workspace: { configuration: true }, textDocument: { completion: documentation, hover: { contentFormat: ["markdown"] } } },
    });
    await connection.sendNotification("initialized", {});
    await connection.sendNotification("workspace/didChangeConfiguration", { settings });
    // It checks open files again once it has the settings.
    const uri = "file:///story/copydesk.yaml";
    const isReady = new Promise<void>((resolve) => found.set(uri, (messages) => messages.length && resolve()));
    await connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text: "corups: seeds" } });
    await isReady;
  });
  after(async () => {
    const exit = once(child, "exit");
    connection.dispose();
    child.kill();
    await exit;
  });

  /** Opens a configuration in which | is the cursor. */
  const open = async (text: string, uri = `file:///story/${opened++}/copydesk.yaml`) => {
    const before = text.slice(0, text.indexOf("|")).split("\n");
    const position: Position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    const messages = new Promise<readonly string[]>((resolve) => found.set(uri, resolve));
    await connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text: text.replace("|", "") } });
    return { textDocument: { uri }, position, messages };
  };
  const offered = async (text: string): Promise<readonly CompletionItem[]> => {
    const { textDocument, position } = await open(text);
    const list = await connection.sendRequest<CompletionList | readonly CompletionItem[]>("textDocument/completion", { textDocument, position });
    return "items" in list ? list.items : list;
  };
  const hovered = async (text: string): Promise<string> => {
    const { textDocument, position } = await open(text);
    return wordsOf((await connection.sendRequest<Hover | null>("textDocument/hover", { textDocument, position }))?.contents);
  };

  for (const [what, text, expected] of [
    ["keys", "c|", ["corpus", "drafts", "rules", "citations", "suppressions", "names", "hedges"]],
    ["rules", "rules:\n  |", ids],
    ["severities", "rules:\n  hedge-drift: |", severities],
    ["a rule's options", "rules:\n  hedge-drift:\n    |", ["severity"]],
    ["severities as an option", "rules:\n  hedge-drift:\n    severity: |", severities],
    ["styles of citations", "citations:\n  style: |", ["pandoc", "footnote", "link", "inline"]],
    ["whether comments give reasons", "suppressions:\n  reason: |", ["optional", "required"]],
  ] as const)
    it(`is completed with ${what}, each explained`, async () => {
      const items = await offered(text);
      assert.deepEqual(items.map(({ label }) => label.replaceAll('"', "")).toSorted(), [...expected].toSorted());
      const explanations = items.map(({ documentation }) => wordsOf(documentation));
      assert.equal(new Set(explanations.filter(Boolean)).size, expected.length, explanations.join("\n"));
    });

  for (const [what, text, expected] of [
    ["a key", "cor|pus: seeds", "Where the sources lie"],
    ["a folder in a list", "corpus:\n  - se|eds", "A folder or a glob"],
    ["a rule that is set", "rules:\n  hedge-dr|ift: error", docsOf("hedge-drift")],
    ["a rule that has options", "rules:\n  pla|ceholder:\n    severity: off", docsOf("placeholder")],
    ["a severity", "rules:\n  hedge-drift: info|rmation", "`information`: Worth knowing: never fails a check"],
    ["a style", "citations:\n  sty|le: inline", "`footnote`: `[^1]`"],
    ["a name", "names:\n  Port El|la: [Puerto Ella]", "What else the name is written like"],
    ["a hedge", "hedges:\n  doz|ens: [24, 99]", "The lowest and the highest number"],
  ] as const)
    it(`explains ${what}`, async () => assert.ok((await hovered(text)).includes(expected), await hovered(text)));

  const listed = 'Valid values: "error", "warning", "information", "off".';
  for (const [text, expected] of [
    ["corups: seeds\n", ["1:1 Property corups is not allowed."]],
    ["corpus: 7\n", ['1:9 Incorrect type. Expected "string | array".']],
    ["rules:\n  placehodler: off\n", ["2:3 Property placehodler is not allowed."]],
    ["rules:\n  placeholder: warn\n", [`2:16 Value is not accepted. ${listed}`]],
    ["rules:\n  placeholder:\n    severity: loud\n", [`3:15 Value is not accepted. ${listed}`]],
    ["citations: { style: chicago }\n", ['1:21 Value is not accepted. Valid values: "pandoc", "footnote", "link", "inline".']],
    ["hedges: { dozens: [24] }\n", ["1:19 Array has too few items. Expected 2 or more."]],
    ["hedges: { dozens: [-1, 9] }\n", ["1:20 Value is below the minimum of 0."]],
    ["names: { Kyiv: 3 }\n", ['1:16 Incorrect type. Expected "null | string | array".']],
    [
      "rules:\n  placeholder: off\n  hedge-drift:\n    severity: error\ncorpus: [seeds]\ndrafts: '*.md'\nnames: { Kyiv: Kiev, Lviv: [Lvov], Odesa: }\nhedges:\n",
      [],
    ],
  ] as const)
    it(`finds ${expected.length ? expected.join(", ") : "nothing wrong with what is right"}`, async () =>
      assert.deepEqual(await (await open(text)).messages, expected));

  it("is known by the line that the README gives, in editors that read no manifest", async () => {
    const [line = ""] = /# yaml-language-server: \$schema=[\w./]+/.exec(readFileSync(join(root, "README.md"), "utf8")) ?? [];
    const here = line.replace("./node_modules/copydesk/", "./");
    assert.notEqual(here, line);
    const { messages } = await open(`${here}\ncorups: seeds\n`, pathToFileURL(join(root, "other.yaml")).href);
    assert.deepEqual(await messages, ["2:1 Property corups is not allowed."]);
  });
});
