import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { reportOf, statusOf } from "../server/cli/checked.ts";
import { formats } from "../server/cli/format/formats.ts";
import { linesOf } from "../server/cli/lines.ts";
import { reportDraft } from "../server/cli/reported.ts";
import { plain } from "../server/cli/terminal.ts";
import { checkDraft } from "../server/engine/check.ts";
import { defaultConfig } from "../server/engine/config.ts";
import { buildCorpus } from "../server/engine/corpus/corpus.ts";
import { rules } from "../server/engine/rules/registry.ts";
import { copydesk, folderOf, isPlain, removeFolders, repository } from "./cli-process.ts";

const wire = `---
title: "Bridge at Harrow Point reopens"
date: 2030-04-02
---

The bridge at Harrow Point reopened on Monday after 14 months of repairs, the county said.
`;
const clean = "---\ntitle: Bridge opens\ndate: 2030-04-03\n---\n\nThe bridge is open again, the county said [@wire-1].\n";
const warned = "---\ntitle: Bridge opens\ndate: 2030-04-03\n---\n\nThe bridge is open again, the county said [@wire-1]. The builder is TK.\n";
const failing = "---\ntitle: Bridge opens\ndate: 2030-04-03\n---\n\nThe bridge is open again, the county said [@wire-2].\n";

const story = (more: Readonly<Record<string, string | Uint8Array>> = {}) =>
  folderOf({ "seeds/wire-1.md": wire, "clean.md": clean, "warned.md": warned, "failing.md": failing, ...more });

describe("copydesk lint", () => {
  after(removeFolders);

  const statuses: readonly (readonly [string, readonly string[], number])[] = [
    ["nothing found", ["lint", "clean.md"], 0],
    ["a warning", ["lint", "warned.md"], 1],
    ["a warning that is allowed", ["lint", "--max-warnings", "1", "warned.md"], 0],
    ["more warnings than allowed", ["lint", "--max-warnings", "1", "warned.md", "warned2.md"], 1],
    ["an error, warnings allowed", ["lint", "--max-warnings=9", "failing.md"], 1],
    ["several files", ["lint", "clean.md", "failing.md"], 1],
    ["a missing path", ["lint", "clean.md", "gone.md"], 2],
    ["a missing corpus", ["lint", "--corpus", "nowhere", "clean.md"], 2],
    ["a missing configuration", ["lint", "--config", "gone.yaml", "clean.md"], 2],
    ["an unknown option", ["lint", "--fxi"], 2],
    ["an unknown format", ["lint", "--format", "xml", "clean.md"], 2],
    ["a number that is none", ["lint", "--max-warnings", "few", "clean.md"], 2],
    ["both a path and --stdin", ["lint", "--stdin", "clean.md"], 2],
    ["--fix without a file", ["lint", "--stdin", "--fix"], 2],
    ["a name without --stdin", ["lint", "--stdin-filename", "a.md"], 2],
    ["an unknown command", ["lnit"], 2],
    ["no command", [], 2],
    ["help", ["--help"], 0],
    ["a command's help", ["lint", "--help"], 0],
    ["version", ["--version"], 0],
  ];
  for (const [what, args, status] of statuses)
    it(`exits ${status} for ${what}`, () => {
      const result = copydesk(args, { cwd: story({ "warned2.md": warned }) });
      assert.equal(result.status, status, result.stderr);
      assert.ok(isPlain(result.stderr), result.stderr);
      assert.equal(result.stderr.trimEnd().split("\n").filter(Boolean).length, status === 2 ? 1 : 0, result.stderr);
    });

  it("prints file, place, severity, rule, the line with carets, and a summary", () => {
    const { stdout } = copydesk(["lint", "warned.md"], { cwd: story() });
    assert.match(
      stdout,
      /^warned\.md:6:69 warning placeholder .+\n 6 \| The bridge is open again, .+ The builder is TK\.\n {3}\| {69}\^\^\n[\s\S]*\n0 errors, 1 warning, 0 information; 1 draft checked\n$/,
    );
  });

  it("colours on a terminal or on request only", () => {
    const cwd = story();
    const sequence = "\u001b[";
    assert.ok(!copydesk(["lint", "failing.md"], { cwd }).stdout.includes(sequence));
    assert.ok(copydesk(["lint", "failing.md"], { cwd, env: { FORCE_COLOR: "1" } }).stdout.includes(sequence));
    assert.ok(!copydesk(["lint", "failing.md"], { cwd, env: { FORCE_COLOR: "1", NO_COLOR: "1" } }).stdout.includes(sequence));
  });

  it("shows no control characters of a draft to the terminal", () => {
    const { stdout } = copydesk(["lint", "odd.md"], { cwd: story({ "odd.md": "A \u001b[31mred TK line.\n" }) });
    assert.match(stdout, /placeholder/);
    assert.ok(!stdout.includes("\u001b"), JSON.stringify(stdout));
  });

  it("goes on after bad input, one line each, and never looks clean", () => {
    const cwd = story({
      "bad/binary.md": new Uint8Array([0x89, 80, 78, 71, 0, 0]),
      "bad/latin.md": new Uint8Array([0x63, 0x61, 0x66, 0xe9]),
      "seeds/broken.txt": new Uint8Array([0, 1, 2]),
    });
    const { status, stdout, stderr } = copydesk(["lint", "gone.md", "bad", "clean.md", "failing.md", "*.zip"], { cwd });
    assert.equal(status, 2);
    assert.match(stdout, /^failing\.md:6:\d+ error unresolved-citation /);
    assert.match(stdout, /2 drafts checked; not everything was checked: 5 problems\n$/);
    assert.deepEqual(stderr.trimEnd().split("\n").sort(), [
      "*.zip: matches no drafts",
      "bad/binary.md: is a binary file, not text",
      "bad/latin.md:1: is not valid UTF-8",
      "gone.md: no such file or folder",
      "seeds/broken.txt: is a binary file, not text",
    ]);
  });

  it("names file, line and nearest key of a broken configuration, and still checks", () => {
    const cwd = story({ "copydesk.yaml": "corpus: seeds\nrules:\n  placehodler: off\n" });
    const { status, stdout, stderr } = copydesk(["lint", "warned.md"], { cwd });
    assert.equal(status, 2);
    assert.match(stdout, /^warned\.md:6:69 warning placeholder /);
    assert.equal(stderr, 'copydesk.yaml:3:3: unknown key "placehodler" in rules: did you mean "placeholder"?\n');
  });

  it("checks nothing against a corpus that is missing or empty, and says so once", () => {
    for (const [args, line] of [
      [["--corpus", "nowhere"], "nowhere: corpus not found: name the folder of the sources with --corpus or in copydesk.yaml\n"],
      [["--corpus", "empty"], "empty: corpus holds no sources: text, pages, PDF, Word, mail or news feeds\n"],
    ] as const) {
      const { status, stdout, stderr } = copydesk(["lint", ...args, "failing.md", "warned.md"], { cwd: story({ "empty/a.rst": "x" }) });
      assert.deepEqual([status, stdout, stderr], [2, "nothing was checked: 1 problem\n", line]);
    }
  });

  it("does not fall over a file that it may not read", function () {
    const cwd = story({ "locked.md": clean });
    chmodSync(join(cwd, "locked.md"), 0);
    if (process.getuid?.() === 0) this.skip();
    const { status, stderr } = copydesk(["lint", "locked.md"], { cwd });
    assert.deepEqual([status, stderr], [2, "locked.md: cannot be read: permission denied\n"]);
  });

  it("takes the nearest configuration, a named one, or none", () => {
    const cwd = story({ "copydesk.yaml": "rules: { placeholder: off }\n", "strict.yaml": "rules: { placeholder: error }\n", "deep/warned.md": warned });
    const first = (...args: string[]) => copydesk(["lint", ...args, "deep/warned.md"], { cwd }).stdout.split("\n")[0];
    assert.match(first() ?? "", /^no findings/);
    assert.match(first("--config", "strict.yaml") ?? "", /^deep\/warned\.md:6:69 error placeholder /);
    assert.match(first("--no-config") ?? "", /^deep\/warned\.md:6:69 warning placeholder /);
  });

  it("searches folders and globs for drafts, and leaves the sources out unless they are named", () => {
    const cwd = story({ "deep/a.md": failing, "deep/b.txt": "TK\n", "deep/c.pdf": "x", "node_modules/d.md": failing, ".git/e.md": failing });
    const checked = (...args: string[]) =>
      (JSON.parse(copydesk(["lint", "--format", "json", ...args], { cwd }).stdout) as { drafts: { uri: string }[] }).drafts.map(({ uri }) => uri);
    assert.deepEqual(checked(), ["clean.md", "deep/a.md", "deep/b.txt", "failing.md", "warned.md"]);
    assert.deepEqual(checked("."), checked());
    assert.deepEqual(checked("deep"), ["deep/a.md", "deep/b.txt"]);
    assert.deepEqual(checked("*.md"), ["clean.md", "failing.md", "warned.md"]);
    assert.deepEqual(checked("**/[ab].*"), ["deep/a.md", "deep/b.txt"]);
    assert.deepEqual(checked("clean.md", "./clean.md", "c*.md"), ["clean.md"]);
    assert.deepEqual(checked("seeds"), ["seeds/wire-1.md"]);
    assert.deepEqual(checked("seeds/wire-1.md"), ["seeds/wire-1.md"]);
    assert.deepEqual(checked("seeds/*"), ["seeds/wire-1.md"]);
    assert.deepEqual(checked("--corpus", "seeds/*.md", "seeds"), ["seeds/wire-1.md"]);
    assert.deepEqual(checked("--corpus", "*/*.md", "."), ["clean.md", "deep/b.txt", "failing.md", "warned.md"]);
  });

  it("finds the sources that a draft itself names", () => {
    const own = "---\ntitle: Bridge\ndate: 2030-04-03\ncorpus: wires\n---\n\nThe bridge is open, the county said [@wire-9].\n";
    const { status, stdout } = copydesk(["lint", "paper/own.md"], { cwd: story({ "paper/own.md": own, "paper/wires/wire-9.md": wire }) });
    assert.equal(status, 0, stdout);
  });

  it("reads standard input under a name", () => {
    const cwd = story();
    const named = copydesk(["lint", "--stdin", "--stdin-filename", "desk/new.md"], { cwd, input: failing });
    assert.equal(named.status, 1);
    assert.match(named.stdout, /^desk\/new\.md:6:\d+ error unresolved-citation/);
    assert.equal(copydesk(["lint", "--stdin"], { cwd, input: clean }).status, 0);
    const binary = copydesk(["lint", "--stdin"], { cwd, input: new Uint8Array([0, 1]) });
    assert.deepEqual([binary.status, binary.stderr], [2, "stdin.md: is a binary file, not text\n"]);
  });

  it("stays quiet when its reader goes away", () => {
    const command = `"${process.execPath}" "${join(repository, "dist/cli.js")}" lint --format sarif failing.md | head -c 10`;
    const { stdout, stderr } = spawnSync("sh", ["-c", command], { cwd: story(), encoding: "utf8" });
    assert.deepEqual([stdout.length, stderr], [10, ""]);
  });

  it("writes workflow commands for GitHub", () => {
    const cwd = story({ "a,b 100%.md": failing });
    const { stdout } = copydesk(["lint", "--format", "github", "a,b 100%.md", "gone.md"], { cwd });
    const [finding, problem] = stdout.split("\n");
    assert.match(finding ?? "", /^::error file=a%2Cb 100%25\.md,line=6,endLine=6,col=45,endColumn=51,title=unresolved-citation::There is no source/);
    assert.equal(problem, "::error file=gone.md,title=Copydesk::no such file or folder");
  });

  it("gives offsets, places and problems as JSON", () => {
    const { stdout } = copydesk(["lint", "--format", "json", "failing.md", "gone.md"], { cwd: story() });
    const { drafts, problems } = JSON.parse(stdout);
    const [finding] = drafts[0].findings;
    assert.deepEqual(
      [finding.rule, finding.severity, finding.line, finding.text, failing.slice(finding.start, finding.end), problems],
      ["unresolved-citation", "error", 6, "wire-2", "wire-2", [{ uri: "gone.md", message: "no such file or folder" }]],
    );
  });

  it("--fix cites the source of a figure, keeps the bytes around it, and then has nothing left to do", () => {
    const flood = "---\ntitle: Flood\ndate: 2030-04-02\n---\n\nThe flood in Port Lorne wrecked 212 houses, the county said.\n";
    const before = "\ufeff---\r\ntitle: Port Lorne\r\ndate: 2030-04-03\r\n---\r\n\r\nThe flood in Port Lorne wrecked 212 houses. The crews are TK.\r\n";
    const cwd = folderOf({ "seeds/wire-7.md": flood, "flood.md": before });
    const { status, stdout } = copydesk(["lint", "--fix", "flood.md"], { cwd });
    const after = readFileSync(join(cwd, "flood.md"), "utf8");
    assert.equal(after, before.replace("houses.", "houses [@wire-7]."));
    assert.equal(status, 1);
    assert.match(stdout, /^flood\.md:6:\d+ warning placeholder [\s\S]*\n0 errors, 1 warning, 0 information; 1 draft checked\n$/);
    copydesk(["lint", "--fix", "flood.md"], { cwd });
    assert.equal(readFileSync(join(cwd, "flood.md"), "utf8"), after);
  });

  it("--fix leaves a file alone that has nothing safe to mend", () => {
    const cwd = story();
    copydesk(["lint", "--fix", "failing.md", "clean.md"], { cwd });
    assert.deepEqual([readFileSync(join(cwd, "failing.md"), "utf8"), readFileSync(join(cwd, "clean.md"), "utf8")], [failing, clean]);
  });
});

describe("a rule that breaks", () => {
  it("makes the run fail, whatever the format, and is named", () => {
    const uri = pathToFileURL(join(repository, "a.md")).href;
    const check = { ...checkDraft(uri, "Words.\n", buildCorpus([]), defaultConfig), failures: [{ rule: "placeholder", message: "no such thing" }] };
    const report = reportOf([reportDraft({ uri, text: "Words.\n", lines: linesOf("Words.\n"), check })], [], "1.0.0");
    assert.equal(statusOf(report, 9), 2);
    for (const [name, { write }] of Object.entries(formats))
      assert.match(write(report, plain), name === "text" ? /not everything was checked: 1 problem/ : /the rule placeholder broke: no such thing/);
    assert.equal(JSON.parse(formats.sarif.write(report)).runs[0].invocations[0].executionSuccessful, false);
  });
});

describe("copydesk", () => {
  after(removeFolders);

  it("lists and explains every rule", () => {
    const { stdout } = copydesk(["rules"]);
    assert.deepEqual(
      stdout
        .trimEnd()
        .split("\n")
        .map((line) => line.split(" ")[0]),
      rules.map(({ id }) => id),
    );
    for (const { id } of rules) {
      const explained = copydesk(["explain", id]);
      assert.equal(explained.status, 0);
      assert.ok(explained.stdout.startsWith(`${id} (`), explained.stdout);
    }
    const wrong = copydesk(["explain", "placeholders"]);
    assert.deepEqual([wrong.status, wrong.stderr], [2, 'copydesk: unknown rule "placeholders": did you mean placeholder?\n']);
  });

  it("has help for every command", () => {
    const names = [...copydesk(["--help"]).stdout.matchAll(/^ {2}(\w+) {2}/gm)].map(([, name]) => name as string);
    assert.deepEqual(names, ["lint", "why", "report", "ledger", "facts", "sources", "add", "rules", "explain", "init", "lsp", "mcp"]);
    for (const name of names) assert.match(copydesk([name, "--help"]).stdout, new RegExp(`^copydesk ${name}: [\\s\\S]*Usage: copydesk ${name} `));
  });

  it("prints the facts of each file on a line of its own", () => {
    const { status, stdout, stderr } = copydesk(["facts", "seeds", "gone.txt"]);
    assert.deepEqual([status, stderr], [2, "gone.txt: no such file or folder\n"]);
    const facts = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      facts.map(({ uri }) => uri),
      ["000", "001", "002", "003", "004"].map((id) => `seeds/${id}.txt`),
    );
    for (const { uri, ...fact } of facts) {
      const text = readFileSync(join(repository, uri), "utf8");
      for (const list of ["figures", "dates", "quotations", "names"])
        for (const { start, end, text: words } of fact[list]) assert.equal(words, text.slice(start, end), `${uri} ${list}`);
    }
  });

  it("dates a file that has no year of its own beside the sources, and without any leaves it open", () => {
    const filed = "PORT LORNE, April 3 - The flood wrecked 212 houses, the county said on Wednesday.\n";
    const beside = folderOf({ "seeds/wire-1.md": wire, "filed.txt": filed });
    const date = (cwd: string) => JSON.parse(copydesk(["facts", "filed.txt"], { cwd }).stdout).date;
    assert.deepEqual([date(beside), date(folderOf({ "filed.txt": filed }))], ["2030-04-03", null]);
  });

  it("counts a byte order mark in offsets into the file", () => {
    const cwd = folderOf({ "a.txt": `\ufeff${wire}` });
    const { sentences } = JSON.parse(copydesk(["facts", "a.txt"], { cwd }).stdout);
    assert.ok(`\ufeff${wire}`.slice(sentences.at(-1).start).startsWith("The bridge"), JSON.stringify(sentences));
  });

  it("lists the sources with date and publisher", () => {
    const cwd = folderOf({ "seeds/wire-1.md": wire.replace("date:", "publisher: Coast Wire\ndate:"), "seeds/b.txt": "Words without a day.\n" });
    const { status, stdout } = copydesk(["sources"], { cwd });
    assert.equal(status, 0);
    assert.match(stdout, /^b\n(?: .*\n)* {2}date {7}unknown\n/);
    assert.match(
      stdout,
      /\nwire-1\n {2}title {6}Bridge at Harrow Point reopens\n {2}publisher {2}Coast Wire\n {2}date {7}2030-04-02 \(from its metadata\)\n {2}file {7}seeds\/wire-1\.md\n/,
    );
    assert.equal(copydesk(["sources"], { cwd: folderOf({ "a.md": "" }) }).status, 2);
  });

  it("writes a configuration that it then accepts, and never over another", () => {
    const cwd = story();
    assert.equal(copydesk(["init"], { cwd }).status, 0);
    assert.ok(existsSync(join(cwd, "copydesk.yaml")));
    assert.deepEqual(copydesk(["lint", "clean.md"], { cwd }).stderr, "");
    const again = copydesk(["init"], { cwd });
    assert.deepEqual([again.status, again.stderr], [2, "copydesk: copydesk.yaml is there already: not touched\n"]);
  });

  it("is the language server, over standard input and output", async () => {
    const message = (body: object) => {
      const text = JSON.stringify({ jsonrpc: "2.0", ...body });
      return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
    };
    const server = spawn(process.execPath, [join(repository, "dist/cli.js"), "lsp", "--stdio"]);
    let output = "";
    server.stdout.on("data", (chunk) => {
      output += chunk;
    });
    server.stdin.write(message({ id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } }));
    server.stdin.write(message({ id: 2, method: "shutdown" }));
    server.stdin.write(message({ method: "exit" }));
    const [status] = await once(server, "exit");
    assert.equal(status, 0);
    assert.match(output, /^Content-Length: \d+\r\n[\s\S]*"id":1,"result":\{[^\n]*"capabilities":\{/);
    assert.equal(copydesk(["lsp"]).status, 2);
  });

  it("explains a line, and says when there is nothing to explain", () => {
    const cwd = story();
    const why = copydesk(["why", "failing.md:6"], { cwd });
    assert.equal(why.status, 0, why.stderr);
    assert.match(why.stdout, /no figure is read in this line\n\nfindings here:\n {2}error unresolved-citation: /);
    for (const place of ["failing.md", "failing.md:0", "failing.md:99", "gone.md:1"]) {
      const wrong = copydesk(["why", place], { cwd });
      assert.equal(wrong.status, 2, place);
      assert.ok(isPlain(wrong.stderr), wrong.stderr);
    }
  });
});
