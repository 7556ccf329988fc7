import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runCase } from "./run-spec.ts";
import { parseSpec } from "./spec-file.ts";

const folder = join(import.meta.dirname, "specs");

/** Whole drafts: the findings of all rules are compared. */
describe("specs", () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".md"))) {
    describe(file.slice(0, -3), () => {
      for (const spec of parseSpec(readFileSync(join(folder, file), "utf8")))
        it(`${spec.kind}: ${spec.title}`, () => {
          const wrong = runCase(spec, undefined);
          if (wrong) assert.fail(`\n${wrong}`);
        });
    });
  }
});
