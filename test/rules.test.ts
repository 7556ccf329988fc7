import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../server/engine/rules/registry.ts";
import { runCase } from "./run-spec.ts";
import { parseSpec, type SpecCase } from "./spec-file.ts";

const folder = join(import.meta.dirname, "rules");

describe("rules", () => {
  for (const { id } of rules) {
    describe(id, () => {
      const file = readdirSync(folder).find((name) => name === `${id}.md`);
      const cases = file ? parseSpec(readFileSync(join(folder, file), "utf8")) : [];
      it("has three examples of what it finds and three of what it leaves alone", () => {
        const count = (kind: SpecCase["kind"]) => cases.filter((spec) => spec.kind === kind).length;
        assert.ok(count("hit") >= 3 && count("silent") >= 3, `test/rules/${id}.md has ${count("hit")} hits and ${count("silent")} silent cases`);
      });
      for (const spec of cases) it(`${spec.kind}: ${spec.title}`, () => expectNothing(runCase(spec, id)));
    });
  }

  it("every file of examples belongs to a rule", () => {
    const known = new Set(rules.map(({ id }) => `${id}.md`));
    assert.deepEqual(
      readdirSync(folder).filter((name) => !known.has(name)),
      [],
    );
  });
});

/** The runner itself: what it must not let through. */
describe("the runner of examples", () => {
  const example = (lines: string) => `# placeholder\n\n## hit: x\n\n\`\`\`draft 2031-05-15\n${lines}\n\`\`\`\n`;
  const run = (lines: string) => parseSpec(example(lines)).map((spec) => runCase(spec, "placeholder"));

  it("accepts what is marked exactly", () => assert.deepEqual(run("The bridge is TK metres long.\n              ^^ placeholder"), [""]));
  it("rejects a finding in another place", () => assert.match(run("The bridge is TK metres long.\n             ^^^ placeholder")[0] ?? "", /\+ .*\n {2}- /));
  it("rejects a finding that is not marked", () => assert.match(run("TK and TK.\n^^ placeholder")[0] ?? "", /^ {2}\+/m));
  it("rejects a mark where nothing is found", () => assert.match(run("The bridge is long.\n    ^^^^^^ placeholder")[0] ?? "", /^ {2}- {5}\^{6} placeholder$/m));
  it("rejects another text after the fix", () => assert.match(run("It is TK long.\n      ^^ placeholder\n=> It is long.")[0] ?? "", /offers no fix|expected/));
  it("rejects slips of the pen", () => {
    assert.throws(() => parseSpec(example("No carets.")), /expects a finding/);
    assert.throws(() => parseSpec(example("It is TK long.\n      ^^")), /names no rule/);
    assert.throws(() => parseSpec("## miss: x\n"), /headed/);
    assert.throws(() => parseSpec("## silent: x\n\n```drfat -\n```\n"), /not "drfat"/);
    assert.throws(() => parseSpec("## silent: x\n"), /no draft/);
  });
});

function expectNothing(wrong: string): void {
  if (wrong) assert.fail(`\n${wrong}`);
}
