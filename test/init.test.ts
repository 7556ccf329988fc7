// `copydesk init` as somebody uses it who has a folder already. On the built command.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defaultProject, parseConfig } from "../server/engine/config-file.ts";
import { copydesk, folderOf, removeFolders } from "./cli-process.ts";

const article = "---\ndate: 2030-04-02\n---\n\nThe flood in Port Lorne wrecked 212 houses, the county said.\n";
const page = "<html><head><title>Flood</title></head><body><p>The flood in Port Lorne wrecked 212 houses.</p></body></html>";
const draft = "The flood in Port Lorne wrecked 212 houses.[^1] It rained.[^2]\n\n[^1]: a\n[^2]: b\n";

const cases: Readonly<Record<string, { files: Record<string, string>; corpus: string[]; drafts: string[]; style: string; says: string }>> = {
  "an empty folder": {
    files: { ".keep": "" },
    corpus: ["seeds"],
    drafts: [...defaultProject.drafts],
    style: "pandoc",
    says: "no sources yet: put one file an article into the folder seeds; no drafts yet; no citations yet",
  },
  "saved pages and a folder of drafts with footnotes": {
    files: {
      "From the web/a.html": page,
      "From the web/b.html": page,
      "From the web/b_files/x.html": page,
      "drafts/one.md": draft,
      "drafts/2/two.md": draft,
      "README.md": "# Desk\n",
    },
    corpus: ["From the web"],
    drafts: ["drafts/**/*.{md,txt,news}"],
    style: "footnote",
    says: "2 sources in From the web; 2 drafts in drafts; 4 citations, most in style footnote",
  },
  "text sources told by their folder's name, drafts beside them": {
    files: {
      "sources/a.txt": article,
      "wires/b.txt": article,
      "story.md": "It rained [@a]; it snowed [@b].\n",
      "notes.txt": "Call the mayor.\n",
      "CHANGELOG.md": "# 1.0\n",
    },
    corpus: ["sources", "wires"],
    drafts: [...defaultProject.drafts],
    style: "pandoc",
    says: "2 sources in sources, wires; 2 drafts in this folder; 2 citations, most in style pandoc",
  },
  "names that YAML would read otherwise": {
    files: { "2030/a.pdf": "%PDF-1.4", "no: #1/x.md": "Words.\n" },
    corpus: ["2030"],
    drafts: ["no: #1/**/*.{md,txt,news}"],
    style: "pandoc",
    says: "1 source in 2030; 1 draft in no: #1; no citations yet",
  },
};

describe("copydesk init", () => {
  after(removeFolders);

  for (const [what, { files, corpus, drafts, style, says }] of Object.entries(cases))
    it(`fits ${what}`, () => {
      const cwd = folderOf(files);
      assert.deepEqual(copydesk(["init"], { cwd }), { status: 0, stdout: `copydesk.yaml written: ${says}\n`, stderr: "" });
      const text = readFileSync(join(cwd, "copydesk.yaml"), "utf8");
      const { value, problems } = parseConfig("", text);
      assert.deepEqual(problems, []);
      assert.deepEqual([value.corpus, value.drafts, value.citationStyle], [corpus, drafts, style]);
      for (const key of ["corpus", "drafts", "rules", "citations", "suppressions", "names", "hedges"]) assert.match(text, new RegExp(`^${key}:`, "m"));
    });

  it("gives a configuration under which the folder is checked", () => {
    const cwd = folderOf({ "wires/a.html": page, "wires/b.html": page, "stories/one.md": "The flood in Port Lorne wrecked 221 houses [@a].\n" });
    copydesk(["init"], { cwd });
    const { status, stdout, stderr } = copydesk(["lint"], { cwd });
    assert.deepEqual([status, stderr], [1, ""]);
    assert.match(stdout, /^stories\/one\.md:1:33 warning figure-mismatch /);
  });
});

describe("--config", () => {
  after(removeFolders);

  it("must name a file that is there, and goes without --no-config", () => {
    const cwd = folderOf({ "seeds/a.txt": article, "x.md": "Words.\n" });
    for (const [args, message] of [
      [["--config", "nope.yaml"], "--config nope.yaml: no such file"],
      [["--config", "x.md", "--no-config"], "--config names a configuration and --no-config wants none: use one of them"],
    ] as const)
      assert.deepEqual(copydesk(["lint", ...args], { cwd }), { status: 2, stdout: "", stderr: `copydesk: ${message}\n` });
  });
});
