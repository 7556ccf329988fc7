// A small story for tests of the command line: one source, and a draft with three findings.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { copydesk, folderOf } from "./cli-process.ts";

export const wire =
  "---\ntitle: Flood\ndate: 2030-04-02\n---\n\nThe flood in Port Lorne wrecked 212 houses, the county said. At least 31 people were injured in Port Lorne.\n";
export const first = "The flood in Port Lorne wrecked 212 houses.";
export const second = "The crews are TK.";
export const third = "Some 40 boats were lost, and nobody counted the trees.";
export const draftOf = (...paragraphs: string[]) => `---\ntitle: Port Lorne\ndate: 2030-04-03\n---\n\n${paragraphs.join("\n\n")}\n`;
export const story = (files: Readonly<Record<string, string | Uint8Array>> = {}) =>
  folderOf({ "seeds/wire-7.md": wire, "flood.md": draftOf(first, second, third), ...files });

export const found = (cwd: string, ...args: string[]): string[] => {
  const { stdout, stderr } = copydesk(["lint", "--format", "json", ...args], { cwd });
  assert.equal(stderr, "");
  const { drafts } = JSON.parse(stdout) as { drafts: { uri: string; findings: { rule: string; text: string; known?: boolean }[] }[] };
  return drafts.flatMap(({ uri, findings }) => findings.filter(({ known }) => !known).map(({ rule, text }) => `${uri} ${rule} ${text}`));
};
export const put = (cwd: string, name: string, text: string | Uint8Array): void => writeFileSync(join(cwd, name), text);
export const git = (cwd: string, ...args: string[]): Buffer =>
  execFileSync("git", ["-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "init.defaultBranch=main", ...args], { cwd, stdio: "pipe" });
