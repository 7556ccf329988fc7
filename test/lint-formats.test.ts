// Each report format of the built command, held against its schema or read by who reads it in earnest.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as toolkit from "@actions/core";
import { validate as validateReview } from "@umbrelladocs/rdformat-validator";
import { Ajv } from "ajv";
import { validateXML } from "xmllint-wasm";
import { copydesk, folderOf, removeFolders, repository } from "./cli-process.ts";
import { htmlErrors } from "./html-errors.ts";

const wire = "---\ntitle: Flood\ndate: 2030-04-02\n---\n\nThe flood in Port Lorne wrecked 212 houses, the county said.\n";
const draft = `---
title: Port Lorne
date: 2030-04-03
---

“Ça va” — the flood in Port Lorne 🎉 wrecked 212 houses. It was Friday, 2 April 2030.

It is as they said [@wire-8] & <more>.
`;
const odd = "odd & “quoted” <näme>.md";
const story = () =>
  folderOf({
    "seeds/wire-7.md": wire,
    "draft.md": draft,
    [odd]: draft,
    "clean.md": "The flood is over, the county said.\n",
    "latin.md": new Uint8Array([0xe9]),
  });
const report = (format: string, ...paths: string[]) => {
  const { stdout, status } = copydesk(["lint", "--format", format, ...paths], { cwd: story() });
  return { stdout, status };
};
const schema = (name: string): string => readFileSync(join(repository, "test/schemas", name), "utf8");

async function xmlErrors(xml: string, name: string): Promise<readonly string[]> {
  const { errors } = await validateXML({ xml: { fileName: "report.xml", contents: xml }, schema: { fileName: name, contents: schema(name) } });
  return errors.map(({ message }) => message);
}

interface JsonReport {
  readonly drafts: readonly { readonly uri: string; readonly findings: readonly JsonFinding[] }[];
  readonly problems: readonly { readonly uri: string; readonly message: string; readonly line?: number }[];
}
interface JsonFinding extends Readonly<Record<"line" | "column" | "endLine" | "endColumn", number>> {
  readonly rule: string;
  readonly message: string;
  readonly severity: "error" | "warning" | "information";
}

describe("report formats", () => {
  after(removeFolders);
  const paths = ["draft.md", odd, "clean.md", "latin.md", "gone.md"];

  for (const format of ["junit", "checkstyle"])
    it(`${format}: fits its schema, whatever the names and words`, async () => {
      const { stdout, status } = report(format, ...paths);
      assert.equal(status, 2);
      assert.deepEqual(await xmlErrors(stdout, `${format}.xsd`), []);
      assert.ok((await xmlErrors(stdout.replace(/ name="[^"]*"/g, ""), `${format}.xsd`)).length > 0);
      assert.match(stdout, /name="odd &amp; “quoted” &lt;näme&gt;\.md"/);
    });

  it("junit: a finding is a failure, a clean draft a passed case, an unreadable file an error", () => {
    const { stdout } = report("junit", ...paths);
    assert.match(stdout, /<testsuites name="copydesk" tests="9" failures="6" errors="2">/);
    assert.match(stdout, /<testsuite name="clean\.md" tests="1" failures="0" errors="0">\n {4}<testcase name="no findings" classname="clean\.md"\/>/);
    assert.match(stdout, /<failure type="unsourced-figure" message="No source in this sentence: wire-7 \(2030-04-02\) has it\.">draft\.md:6:46 warning /);
    assert.match(stdout, /<error type="problem" message="no such file or folder">/);
    assert.equal(report("junit", "clean.md").status, 0);
  });

  it("checkstyle: places and rules", () => {
    const { stdout } = report("checkstyle", ...paths);
    assert.match(stdout, /<error line="6" column="46" severity="warning" message="No source[^"]*" source="copydesk\.unsourced-figure"\/>/);
    assert.match(stdout, /<file name="latin\.md">\n {4}<error line="1" severity="error" message="is not valid UTF-8" source="copydesk"\/>/);
  });

  it("gitlab: fits the report format, with a fingerprint of its own for each finding", () => {
    const { stdout, status } = report("gitlab", ...paths);
    const issues = JSON.parse(stdout) as { fingerprint: string; check_name: string; severity: string; location: { lines: { begin: number } } }[];
    const validate = new Ajv().compile(JSON.parse(schema("gitlab-code-quality.json")));
    assert.ok(validate(issues), JSON.stringify(validate.errors));
    assert.equal(validate([{ ...issues[0], severity: "error" }]), false);
    assert.equal(status, 2);
    assert.equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, issues.length);
    assert.deepEqual(
      issues.slice(0, 3).map(({ check_name, severity, location }) => [check_name, severity, location.lines.begin]),
      [
        ["unsourced-figure", "major", 6],
        ["weekday-mismatch", "critical", 6],
        ["unresolved-citation", "critical", 8],
      ],
    );
    assert.equal(issues.filter(({ severity }) => severity === "blocker").length, 2);
  });

  it("rdjson: is accepted by a reader of the format, columns count bytes, and the suggestion makes the cited text", async () => {
    const { stdout } = report("rdjson", ...paths);
    const result = await validateReview(JSON.parse(stdout), { strictMode: true });
    assert.ok(result.valid, JSON.stringify(result.errors));
    assert.equal((await validateReview({ diagnostics: [{ message: "x", location: {} }] }, { strictMode: true })).valid, false);
    const { diagnostics } = JSON.parse(stdout);
    const [figure] = diagnostics;
    assert.deepEqual([figure.code.value, figure.severity, figure.location.path], ["unsourced-figure", "WARNING", "draft.md"]);
    const lines = draft.split("\n").map((line) => Buffer.from(line));
    const within = ({ start, end }: { start: { line: number; column: number }; end: { column: number } }) =>
      lines[start.line - 1]?.subarray(start.column - 1, end.column - 1).toString();
    assert.equal(within(figure.location.range), "212 houses");
    const [{ range, text }] = figure.suggestions;
    const line = lines[range.start.line - 1] as Buffer;
    const mended = Buffer.concat([line.subarray(0, range.start.column - 1), Buffer.from(text), line.subarray(range.end.column - 1)]).toString();
    assert.match(mended, /wrecked 212 houses \[@wire-7\]\. It was/);
  });

  it("github: what GitHub's own toolkit writes for the same annotations, to the letter", () => {
    const { stdout } = report("github", ...paths);
    const { drafts, problems } = JSON.parse(report("json", ...paths).stdout) as JsonReport;
    const written: string[] = [];
    const { write } = process.stdout;
    process.stdout.write = (text: string | Uint8Array) => written.push(String(text).trimEnd()) > 0;
    try {
      for (const { uri, findings } of drafts)
        for (const { rule, message, severity, line, column, endLine, endColumn } of findings) {
          const annotate = { error: toolkit.error, warning: toolkit.warning, information: toolkit.notice }[severity];
          annotate(message, { title: rule, file: decodeURIComponent(uri), startLine: line, endLine, startColumn: column, endColumn });
        }
      for (const { uri, message, line } of problems) toolkit.error(message, { title: "Copydesk", file: uri, ...(line && { startLine: line }) });
    } finally {
      process.stdout.write = write;
    }
    const parts = (command: string) => {
      const [, kind, properties = "", data = ""] = /^::(\w+) ([^:]*)::(.*)$/.exec(command) ?? [];
      return [kind, properties.split(",").sort(), data.split("%0A")[0]];
    };
    assert.deepEqual(stdout.trimEnd().split("\n").map(parts), written.map(parts));
    assert.equal(written.length, 8);
  });

  it("html: one page without fault or script, whatever the names and words", () => {
    const { stdout, status } = report("html", ...paths);
    assert.equal(status, 2);
    assert.deepEqual(htmlErrors(stdout), []);
    assert.match(stdout, /<h1>6 findings in 3 drafts<\/h1>/);
    assert.match(stdout, /<tr><td><a href="#draft-2">odd &amp; “quoted” &lt;näme&gt;\.md<\/a><\/td><td>2<\/td><td>1<\/td><td>–<\/td><\/tr>/);
    assert.match(stdout, /<td>clean\.md<\/td><td>–<\/td>/);
    assert.match(stdout, /Not everything was checked[\s\S]*latin\.md:1<\/p><p class="note">is not valid UTF-8/);
    assert.match(stdout, /🎉 wrecked <mark class="open">212 houses<\/mark>\./);
    assert.match(stdout, /<b>wire-7<\/b> · 2030-04-02 · seeds\/wire-7\.md:6/);
    assert.match(stdout, /&amp; &lt;more&gt;/);
  });

  it("html: says what it leaves out, and that nothing is left", () => {
    const cwd = story();
    copydesk(["lint", "--baseline", "known.json", "--update-baseline", "draft.md"], { cwd });
    const known = copydesk(["lint", "--baseline", "known.json", "--format", "html=known.html", "draft.md"], { cwd });
    assert.deepEqual([known.status, known.stdout], [0, ""]);
    const page = readFileSync(join(cwd, "known.html"), "utf8");
    assert.deepEqual(htmlErrors(page), []);
    assert.match(page, /<h1>No findings in 1 draft<\/h1>[\s\S]*Not shown: 3 in the baseline\./);
    assert.match(copydesk(["lint", "--format", "html", "gone.md"], { cwd }).stdout, /<h1>Nothing was checked<\/h1>/);
  });

  it("several at once: files without colours, one report on standard output", () => {
    const cwd = story();
    const { stdout, status, stderr } = copydesk(["lint", "--format", "sarif=out.sarif", "--format", "text=out.txt", "--format", "github", "draft.md"], {
      cwd,
      env: { FORCE_COLOR: "1" },
    });
    assert.deepEqual([status, stderr], [1, ""]);
    assert.match(stdout, /^::warning file=draft\.md,line=6,/);
    assert.equal(JSON.parse(readFileSync(join(cwd, "out.sarif"), "utf8")).runs[0].results.length, 3);
    const text = readFileSync(join(cwd, "out.txt"), "utf8");
    assert.match(text, /^draft\.md:6:46 warning unsourced-figure /);
    assert.ok(!text.includes("\u001b"));
    assert.equal(copydesk(["lint", "--format", "json=only.json", "draft.md"], { cwd }).stdout, "");
  });

  const wrong: readonly (readonly [string, readonly string[], string])[] = [
    [
      "two on standard output",
      ["--format", "text", "--format", "json"],
      "two formats cannot share standard output: give one a file, as in --format sarif=out.sarif",
    ],
    ["two in a file", ["--format", "text=a", "--format", "json=a"], "two formats cannot share a file"],
    ["a format that is none", ["--format", "sarf=a"], 'unknown format "sarf": did you mean sarif?'],
    ["a file without a name", ["--format", "sarif="], "--format sarif= names no file"],
    ["a folder that is not there", ["--format", "sarif=no/such/out.sarif", "draft.md"], "no/such/out.sarif could not be written: ENOENT"],
  ];
  for (const [what, args, message] of wrong)
    it(`refuses ${what}`, () => {
      const { status, stderr, stdout } = copydesk(["lint", ...args], { cwd: story() });
      assert.deepEqual([status, stderr, stdout], [2, `copydesk: ${message}\n`, ""]);
    });

  it("every format is the same byte for byte, and has no path with a backslash or from the root", () => {
    const cwd = story();
    for (const format of ["text", "json", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "html"]) {
      const run = () => copydesk(["lint", "--format", format, ...paths], { cwd }).stdout;
      const first = run();
      assert.equal(run(), first);
      assert.ok(!first.includes(cwd), format);
    }
  });
});
