import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, normalize } from "node:path";
import { stem } from "../server/engine/document/words.ts";

const root = join(import.meta.dirname, "..");

/** A file of the project: its path from the root, with slashes, and its text. */
interface File {
  readonly path: string;
  readonly text: string;
}

function filesUnder(folder: string, ending: RegExp): File[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

const code = ["client", "server", "test"].flatMap((folder) => filesUnder(folder, /\.ts$/));
const lineCount = (text: string): number => text.trimEnd().split("\n").length;
const importForm = /^(import|export)\s+(type\s+)?(?:(?:[\w$]+\s*,?\s*)?(?:\{[^}]*\}|\*(?:\s+as\s+\w+)?)?\s*from\s+)?"([^"]+)"|\bimport\("([^"]+)"\)/gm;
const importsOf = ({ text }: File): string[] => [...text.matchAll(importForm)].map((match) => (match[3] ?? match[4]) as string);
const target = ({ path }: File, specifier: string): string => normalize(join(path, "..", specifier));

function tooLong(files: readonly File[]): string[] {
  return files
    .filter(({ path, text }) => lineCount(text) > (/^server\/engine\/rules\/(?!registry)/.test(path) ? 120 : 350))
    .map(({ path, text }) => `${path}: ${lineCount(text)} lines`);
}

/** What the engine may import beside its own files: packages that do no I/O. */
const pure = /^(?:yaml|micromark(?:-[\w-]+)?|mdast-util-from-markdown)$/;
/** Each layer with those whose files it may import. `lexicon` is data for all of them; it may take its types from anywhere. */
const layers: Readonly<Record<string, readonly string[]>> = {
  lexicon: ["document"],
  document: [],
  extract: ["document"],
  claims: ["extract", "document"],
  corpus: ["claims", "extract", "document"],
  compare: ["corpus", "claims", "extract", "document"],
  fixes: ["compare", "corpus", "claims", "extract", "document"],
  rules: ["fixes", "compare", "corpus", "claims", "extract", "document"],
};

function impure(files: readonly File[]): string[] {
  return files
    .filter(({ path }) => path.startsWith("server/engine/"))
    .flatMap((file) => importsOf(file).map((specifier) => ({ file, specifier })))
    .filter(({ file, specifier }) => (specifier.startsWith(".") ? !target(file, specifier).startsWith("server/engine/") : !pure.test(specifier)))
    .map(({ file, specifier }) => `${file.path} imports ${specifier}`);
}

function wrongWay(files: readonly File[]): string[] {
  return files.flatMap((file) => {
    const layer = /^server\/engine\/(\w+)\//.exec(file.path)?.[1];
    const allowed = layer && layers[layer];
    if (!allowed) return [];
    const { text } = file;
    return importsOf(layer === "lexicon" ? { ...file, text: text.replace(/^import type .*$/gm, "") } : file)
      .map((specifier) => ({ specifier, to: /^server\/engine\/(\w+)\/([\w-]+)/.exec(target(file, specifier)) }))
      .filter(({ to }) => {
        const [, other, name] = to ?? [];
        if (!other || !(other in layers)) return false;
        if (other === layer) return layer === "rules" && !file.path.endsWith("/registry.ts") && name !== "rule";
        return other !== "lexicon" && !allowed.includes(other);
      })
      .map(({ specifier }) => `${file.path} imports ${specifier}`);
  });
}

function clientReaches(files: readonly File[]): string[] {
  return files
    .filter(({ path }) => path.startsWith("client/"))
    .flatMap((file) => importsOf(file).map((specifier) => ({ path: file.path, to: target(file, specifier) })))
    .filter(({ to }) => to.startsWith("server/") && to !== "server/lsp/protocol.ts")
    .map(({ path, to }) => `${path} imports ${to}`);
}

/** Words with a capital inside a sentence of the story packs, which no English text of another story needs. */
function storyNames(stories: readonly File[], common: ReadonlySet<string>): Set<string> {
  const names = new Set<string>();
  for (const { text } of stories)
    for (const [, word] of text.matchAll(/(?<=[\p{Ll},] )(\p{Lu}\p{Ll}{3,})(?!\p{L})/gu)) if (word && !common.has(word)) names.add(word);
  return names;
}

/** Names with their capital anywhere, and in the lists of the lexicon without it. */
function namesIn(files: readonly File[], names: ReadonlySet<string>): string[] {
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(/\p{L}+/gu)]
      .filter(([word]) => names.has(word) || (path.startsWith("server/engine/lexicon/") && names.has(capital(word))))
      .map(([word]) => `${path}: ${word}`),
  );
}
const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/** Words of the world and of the dictionary that happen to stand in the stories with a capital only. */
const world = new Set(
  `January February March April June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday
  Baghdad Beirut Cairo Comoros Dar East Easter Europe European France French Gaza German Germany Guardian Hamas Hezbollah Houthi Houthis India Indian Iran Iranian Iraq Iraqi Islamic Israel
  Israeli Israelis Israelis Jazeera Jihad Jordan Kenya Kenyan Kenyans Kuwait Lebanese Lebanon Lima London Madrid Marine Marines Middle Mosul Navy North Palestine Palestinian Palestinians Peru Peruvian
  Post Press Quds Reuters Riyadh Royal Russia Russian Salaam Salam Saudi Shia Shiite South Spain Spanish Swahili Syria Syrian Tanzania Tanzanian Tanzanians Tehran Times Turkey Turkish Tyre
  Ukraine Washington West Western Yemen Yemeni Zanzibar Comorian Comorians Pacific Atlantic Celsius Fahrenheit Richter Kurdistan Kurdish Arab Arabic Muslim Christian American Americans
  Pentagon Congress Senate Britain British Israelis Latin Africa African Asia Asian America Andes Andean Erbil Golan Heights Moroni Biden Austin
  Chilean Egypt Hungarian Malagasy Mozambique Swiss Falls Lake Survey Dock Kilometre Industries Systems Services Beacon Electric Chemicals Harbor Gulch Hollow Marsh Strip
  Councilwoman Colonel Ayatollah Phil Angola Bulgaria Bulgarian Czech Poland Polish Ireland Irish Portugal Portuguese Zambia Zambian Sept Cllr Supt Dame Correspondent Prosecutor Constabulary Infirmary
  Bureau League Trade Export Platform Sector Minimum Economics Holy Puerto Lagoon Green Corp Brigade Chile Finnish Plateau Allied Canon Luis
  Queen Prof Grade Japan Mere Shepherd Sister Comptroller Hilo Tonga Fiji Pilot Chamber Georgia Brazilian Nigeria Somalia Ukrainian`.split(/\s+/),
);

/** A name is a story's own if the word stands in one pack alone, never in lower case in any, nor in other news, and is none of the world's. */
function storyOnly(): Set<string> {
  const packs = readdirSync(join(root, "test/packs")).filter((pack) => existsSync(join(root, "test/packs", pack, "seeds")));
  const stories = packs.map((pack) => [...filesUnder(`test/packs/${pack}/seeds`, /./), ...filesUnder(`test/packs/${pack}/drafts`, /./)]);
  const everything = stories
    .flat()
    .map(({ text }) => text)
    .join("\n");
  const lower = new Set([...everything.matchAll(/(?<!\p{L})\p{Ll}+/gu)].map(([word]) => capital(word)));
  const real = filesUnder("test/real", /\.jsonl$/)
    .map(({ text }) => text)
    .join("\n");
  const elsewhere = new Set([...real.matchAll(/\p{Lu}\p{Ll}+/gu)].map(([word]) => word));
  const names = stories.map((story) => storyNames(story, new Set([...lower, ...world, ...elsewhere])));
  return new Set(names.flatMap((own, at) => [...own].filter((name) => names.every((other, position) => position === at || !other.has(name)))));
}

describe("tidiness", () => {
  it("files are short, rules shorter", () => {
    assert.deepEqual(tooLong(code), []);
    assert.deepEqual(
      tooLong([
        { path: "server/engine/rules/x.ts", text: "x\n".repeat(121) },
        { path: "client/x.ts", text: "x\n".repeat(351) },
      ]),
      ["server/engine/rules/x.ts: 121 lines", "client/x.ts: 351 lines"],
    );
  });

  it("the engine imports its own files and pure packages", () => {
    assert.deepEqual(impure(code), []);
    const bad = {
      path: "server/engine/a/x.ts",
      text: 'import { readFileSync } from "node:fs";\nimport "../../archive/y.ts";\nimport { z } from "../z.ts";\nexport * from "vscode";',
    };
    assert.equal(impure([bad]).length, 3);
  });

  it("layers import downwards, rules never each other", () => {
    assert.deepEqual(wrongWay(code), []);
    const bad = [
      { path: "server/engine/document/x.ts", text: 'import type { A } from "../extract/a.ts";' },
      { path: "server/engine/rules/x.ts", text: 'import { y } from "./y.ts";\nimport type { Rule } from "./rule.ts";' },
    ];
    assert.deepEqual(wrongWay(bad), ["server/engine/document/x.ts imports ../extract/a.ts", "server/engine/rules/x.ts imports ./y.ts"]);
  });

  it("the client knows the protocol and nothing else of the server", () => {
    assert.deepEqual(clientReaches(code), []);
    const bad = { path: "client/x.ts", text: 'import { a } from "../server/lsp/protocol.ts";\nimport { b } from "../server/engine/index.ts";' };
    assert.deepEqual(clientReaches([bad]), ["client/x.ts imports server/engine/index.ts"]);
  });

  it("the flags of the running V8 are left alone, for they may crash it: but one, a number that it reads anew each time", () => {
    const set = code
      .filter(({ path }) => path.startsWith("server/"))
      .flatMap(({ path, text }) => [...text.matchAll(/setFlagsFromString\((.*)\)/g)].map(([, flags]) => `${path} ${flags}`));
    assert.deepEqual(set, ['server/entry/compile-late.ts "--interrupt-budget=600000"']);
  });

  it("no name of a test story is in the server", () => {
    const names = storyOnly();
    assert.ok(names.size > 100, `only ${names.size} names to look for`);
    const worldwide = "server/engine/lexicon/given-names.ts";
    assert.deepEqual(
      namesIn(
        filesUnder("server", /\.ts$/).filter(({ path }) => path !== worldwide),
        names,
      ),
      [],
    );
    const [name = ""] = names;
    assert.deepEqual(namesIn([{ path: "server/engine/lexicon/x.ts", text: `words("a ${name.toLowerCase()} b")` }], names), [
      `server/engine/lexicon/x.ts: ${name.toLowerCase()}`,
    ]);
  });

  it("a word stands in one group of words for the same thing, else the later group would take it out of the other", () => {
    const doubled = (text: string): string[] => {
      const stems = [...text.matchAll(/^ {2}"([^"]+)",$/gm)].flatMap(([, group = ""]) => [...new Set(group.split(" ").map(stem))]);
      return stems.filter((one, at) => stems.indexOf(one) !== at);
    };
    assert.deepEqual(doubled(readFileSync(join(root, "server/engine/lexicon/same-things.ts"), "utf8")), []);
    assert.deepEqual(doubled('  "job post",\n  "mail posts",\n'), ["post"]);
  });

  it("the registry of rules is up to date with its folder", () => {
    const path = join(root, "server/engine/rules/registry.ts");
    const missing = (registry: string) =>
      readdirSync(join(root, "server/engine/rules"))
        .filter((file) => file.endsWith(".ts") && !["rule.ts", "registry.ts"].includes(file))
        .filter((file) => !registry.includes(`"./${file}"`));
    const registry = readFileSync(path, "utf8");
    assert.deepEqual(missing(registry), []);
    assert.ok(missing("").length > 0);
    for (const [, file] of registry.matchAll(/"\.\/([\w-]+\.ts)"/g)) assert.ok(existsSync(join(root, "server/engine/rules", file ?? "")), `${file} is gone`);
  });
});
