// One agency's text under several names is one voice: it counts once, and as of the day on which it was first printed.
import assert from "node:assert/strict";
import { figureAnswer } from "../server/engine/answers/figure-answer.ts";
import { checkDraft } from "../server/engine/check.ts";
import { ledgerOf } from "../server/engine/compare/ledger.ts";
import { defaultConfig } from "../server/engine/config.ts";
import { copiesAmong } from "../server/engine/corpus/copies.ts";
import { buildCorpus } from "../server/engine/corpus/corpus.ts";
import { readSource } from "../server/engine/corpus/read-source.ts";
import { copydesk, folderOf, removeFolders } from "./cli-process.ts";
import { cleanUp, positionOf, startSession } from "./lsp/session.ts";
import { hoverText } from "./lsp/story.ts";

const wire = (toll: number) =>
  `The grain silo at Aldbrook collapsed on Tuesday and killed ${toll} people, the county said. Cranes lifted the last of the concrete before dawn. The owner had asked for an inspection in spring, according to the town hall, and was told to wait. Schools stay shut until Friday.`;
const other = (toll: number) => `The collapse of the silo at Aldbrook killed ${toll} people, the coroner said late in the evening.`;
const source = (publisher: string, date: string, text: string) => `---\ntitle: Silo\npublisher: ${publisher}\ndate: ${date}\n---\n\n${text}\n`;
const files = {
  "seeds/agency.md": source("Agency", "2031-03-04", wire(11)),
  "seeds/gazette.md": source("Gazette", "2031-03-07", wire(11).replace(" Schools stay shut until Friday.", "")),
  "seeds/coroner.md": source("Echo", "2031-03-05", other(13)),
};
const corpusOf = (texts: Readonly<Record<string, string>>) => buildCorpus(Object.entries(texts).map(([name, text]) => readSource(`file:///${name}`, text)));
const draft = (toll: number) =>
  `---\ntitle: Aldbrook\ndate: 2031-03-08\n---\n\nThe collapse of the silo at Aldbrook killed ${toll} people, the authorities said.\n`;
const idsOf = (texts: Readonly<Record<string, string>>) => copiesAmong(corpusOf(texts).sources).map((group) => group.map(({ id }) => id));

describe("copies of one text", () => {
  after(() => {
    removeFolders();
    cleanUp();
  });

  it("are known by their words, whoever printed them; an update of another day is none", () => {
    assert.deepEqual(idsOf(files), [["agency", "gazette"]]);
    const later = wire(11).replace("Schools stay shut until Friday.", "By Thursday the first two victims had been named by their families.");
    assert.deepEqual(idsOf({ ...files, "seeds/gazette.md": source("Gazette", "2031-03-07", later) }), []);
    assert.deepEqual(idsOf({ ...files, "seeds/gazette.md": source("Gazette", "2031-03-04", later.replace("two victims had", "victims have")) }), [
      ["agency", "gazette"],
    ]);
  });

  it("do not make an old toll new by being printed later", () => {
    const rulesOf = (texts: Readonly<Record<string, string>>, text: string) =>
      checkDraft("file:///draft.md", text, corpusOf(texts), defaultConfig).findings.map(({ rule }) => rule);
    assert.deepEqual(rulesOf(files, draft(11)), ["stale-casualty"]);
    assert.deepEqual(rulesOf(files, draft(13)), []);
    const confirmed = { ...files, "seeds/gazette.md": source("Gazette", "2031-03-07", other(11).replace("late in the evening", "again on Friday")) };
    assert.deepEqual(rulesOf(confirmed, draft(11)), []);
  });

  it("state a toll once in the ledger, and a changed figure is a statement of its own", () => {
    const told = (texts: Readonly<Record<string, string>>) =>
      ledgerOf(corpusOf(texts)).flatMap(({ entries }) =>
        entries.map(({ source: by, copies, claim }) => [by?.id, claim.figure.value, copies?.map(({ id }) => id)]),
      );
    assert.deepEqual(told(files), [
      ["agency", 11, ["gazette"]],
      ["coroner", 13, undefined],
    ]);
    const changed = { ...files, "seeds/gazette.md": source("Gazette", "2031-03-04", wire(17)) };
    assert.equal(told(changed).length, 3);
    const { stdout } = copydesk(["sources", "--check"], { cwd: folderOf(changed) });
    assert.match(stdout, /2031-03-04, killed[^\n]*\n {4}agency: “11 people”.*\n {4}gazette: “17 people”/);
  });

  it("count once in the built command's ledger and fact sheet", () => {
    const cwd = folderOf({ ...files, "draft.md": draft(13) });
    assert.match(copydesk(["ledger", "draft.md"], { cwd }).stdout, /2031-03-04 {2}11 {2}agency .*\(also in gazette\)/);
    const page = copydesk(["report", "draft.md"], { cwd }).stdout;
    assert.match(page, / · 2 sources<\/p>/);
    assert.match(page, /<td>gazette<br><span class="dim">the text of agency<\/span><\/td>/);
    assert.match(copydesk(["report", "draft.md", "--format", "md"], { cwd }).stdout, /^- gazette, .* \(the text of agency\)$/m);
  });

  it("are one source for a language model, and for who asks why", () => {
    const answer = figureAnswer("The collapse of the silo at Aldbrook killed 11 people.", "2031-03-08", corpusOf(files), defaultConfig);
    assert.match(answer, /Cite it as \[@agency\]\. gazette prints the same text, which is no second source\.\n/);
    assert.doesNotMatch(answer, /@gazette/);
    const { stdout } = copydesk(["why", "draft.md:6"], { cwd: folderOf({ ...files, "draft.md": draft(11) }) });
    assert.match(stdout, /agency \(2031-03-04\)[\s\S]*the same text, and no second source: gazette\n/);
    assert.doesNotMatch(stdout, /gazette \(2031/);
  });

  it("are one line of the hover", async () => {
    const session = await startSession({ files });
    session.open("draft.md", draft(13));
    const value = hoverText(await session.hover("draft.md", positionOf(draft(13), "13 people")));
    assert.match(value, /\[agency\]\(<[^>]*>\) · Agency · 4 March 2031 · also in gazette: /);
    assert.equal(value.match(/^- \[/gm)?.length, 2, value);
    await session.stop();
  });
});
