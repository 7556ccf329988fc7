// The TextMate grammars, tokenised by the engine that VS Code uses: what a reader sees coloured, and what stays plain.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import * as oniguruma from "vscode-oniguruma";
import type { IGrammar, IRawGrammar } from "vscode-textmate";
import * as textmate from "vscode-textmate";

const root = join(__dirname, "..");
const readGrammar = (name: string): IRawGrammar => textmate.parseRawGrammar(readFileSync(join(root, "syntaxes", name), "utf8"), name);
// VS Code's own Markdown and YAML grammars are not at hand here: bare ones stand in.
const bare = (scopeName: string): IRawGrammar => textmate.parseRawGrammar(JSON.stringify({ scopeName, patterns: [] }), "bare.json");

const loadGrammar = async (scopeName: string): Promise<IGrammar> => {
  const wasm = createRequire(__filename).resolve("vscode-oniguruma/release/onig.wasm");
  await oniguruma.loadWASM(readFileSync(wasm));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({ createOnigScanner: (p) => new oniguruma.OnigScanner(p), createOnigString: (s) => new oniguruma.OnigString(s) }),
    loadGrammar: async (scope) =>
      scope === "text.news"
        ? readGrammar("news.tmLanguage.json")
        : scope === "markdown.copydesk.injection"
          ? readGrammar("markdown-injection.tmLanguage.json")
          : bare(scope),
    getInjections: (scope) => (scope === "text.html.markdown" ? ["markdown.copydesk.injection"] : []),
  });
  const grammar = await registry.loadGrammar(scopeName);
  assert.ok(grammar);
  return grammar;
};

/** The scopes that a theme colours, by the name they go under below. */
const marks: readonly (readonly [scope: string, mark: string])[] = [
  ["invalid.illegal.placeholder", "placeholder"],
  ["variable.other.constant.citation", "key"],
  ["keyword.control.suppression", "suppression"],
  ["keyword.control.source", "own-source"],
  ["variable.parameter.rule", "rule"],
  ["keyword.other.hedge", "hedge"],
  ["constant.numeric.figure", "figure"],
  ["support.type.date", "date"],
  ["entity.name.section.dateline", "dateline"],
  ["entity.name.section", "heading"],
  ["markup.italic.byline", "byline"],
];

/** The coloured pieces of a text, as `mark: words`; inside a quotation, as `"mark: words`. */
function pieces(grammar: IGrammar, text: string): string[] {
  const found: string[] = [];
  let state = textmate.INITIAL;
  for (const line of text.split("\n")) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    for (const { startIndex, endIndex, scopes } of tokens) {
      const mark = marks.find(([scope]) => scopes.some((one) => one.startsWith(scope)))?.[1];
      const quoted = scopes.some((one) => one.startsWith("string.quoted")) ? '"' : "";
      if (mark) found.push(`${quoted}${mark}: ${line.slice(startIndex, endIndex).trim()}`);
    }
  }
  return found;
}

const news: readonly (readonly [text: string, ...expected: string[]])[] = [
  ["TOKARI, March 4 (Agency) - A ferry sank.", "dateline: TOKARI, March 4 (Agency)"],
  [" date 2031-03-04 PORT ELLA – A ferry sank.", "date: 2031-03-04", "dateline: PORT ELLA"],
  ["By Jane Doe | Agency | March 4, 2031", "byline: By Jane Doe | Agency | March 4, 2031"],
  ["# Ferry sinks", "heading: Ferry sinks"],
  ["At least 3,785 people were killed, and 12 hurt.", "hedge: At least", "figure: 3,785", "figure: 12"],
  ["It cost about $2.5 million, up to 40 per cent more.", "hedge: about", "figure: $2.5 million", "hedge: up to", "figure: 40 per cent"],
  ["Twenty-three aboard were hurt, dozens of them badly.", "figure: Twenty-three", "figure: dozens"],
  ["On Saturday, 7 October 2023 and on Oct. 9 in 2024.", "date: Saturday, 7 October 2023", "date: Oct. 9", "date: 2024"],
  ["A 34-year-old pilot flew an F-16 for six hours, his 21st flight."],
  ["The toll rose [@wire-a; @002, p. 3], he said.[^7]", "key: wire-a", "key: 002", "key: 7"],
  ["The mayor, TK, spoke to XX people [CHECK].", "placeholder: TK", "placeholder: XX", "placeholder: [CHECK]"],
  ["“We lost 14 boats,” he said of the 14.", '"figure: 14', "figure: 14"],
  ['"We lost 14 boats," he said of the 14.', '"figure: 14', "figure: 14"],
  ["#! copydesk-ignore-next-line unsourced-figure: own count", "suppression: copydesk-ignore-next-line", "rule: unsourced-figure"],
  ["<!-- copydesk-ignore-file stale-casualty: 12 sources agree -->", "suppression: copydesk-ignore-file", "rule: stale-casualty"],
  ["<!-- source: interview with the mayor, 4 March -->", "own-source: source"],
  ["---\ntitle: 12 dead\n---\n12 died.", "figure: 12"],
];

const markdown: typeof news = [
  ["At least 3,785 people were killed, and 12 hurt [@002].", "hedge: At least", "figure: 3,785", "key: 002"],
  ["The mayor, TK, spoke.", "placeholder: TK"],
];

for (const [scopeName, cases] of [
  ["text.news", news],
  ["text.html.markdown", markdown],
] as const) {
  describe(`grammar ${scopeName}`, () => {
    let grammar: IGrammar;
    before(async () => {
      grammar = await loadGrammar(scopeName);
    });
    for (const [text, ...expected] of cases) it(text.split("\n").join(" / "), () => assert.deepEqual(pieces(grammar, text), expected));
  });
}
