// Where the short way reads metadata, the parser of YAML reads the same.
import assert from "node:assert/strict";
import fc from "fast-check";
import { readYaml } from "../server/engine/document/front-matter.ts";
import { readPlain } from "../server/engine/document/plain-front-matter.ts";

const piece = fc.constantFrom(
  ..."Seven|a|7 |2031-05-14|007|1e3|0x1F|true|null|~|“x”|é|http://x.y/z?a=1#b|: |:| #|#| |  |\t|'|\"|''|\\|\r|\n|\n  |- |-|[|]|{|}|,|&|*|!|>|%|@|`|? |...|---|<<|=".split(
    "|",
  ),
);
const line = fc.tuple(fc.constantFrom("title", "Date", "id"), fc.array(piece, { maxLength: 6 })).map(([key, value]) => `${key}: ${value.join("")}\n`);

describe("metadata of plain lines", () => {
  it("is to the parser what it is without", () => {
    let short = 0;
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 3 }), (lines) => {
        const yaml = lines.join("");
        const plain = readPlain(yaml);
        if (!plain) return;
        short++;
        assert.deepEqual(written(plain), written(readYaml(yaml) ?? []), JSON.stringify(yaml));
      }),
      { seed: 2031, numRuns: 4000 },
    );
    assert.ok(short > 200, `only ${short} of the texts took the short way`);
  });

  it("is that of most articles", () =>
    assert.ok(readPlain(`title: "Bridge fails: 40 dead"\r\nauthor: 'Ann de Wit'\ndate: 2031-05-14T09:30\nurl: https://x.org/a#b\n`)));
});

const written = (entries: readonly [string, readonly { readonly value: string }[]][]) =>
  entries.filter(([, values]) => values.some(({ value }) => value.trim()));
