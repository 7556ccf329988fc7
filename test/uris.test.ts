import assert from "node:assert/strict";
import { joinUri, keyOf, parentOf, pathBelow } from "../server/lsp/uris.ts";

describe("URIs", () => {
  it("are equal in all spellings of editors", () => {
    assert.equal(keyOf("file:///C%3A/a%20b.md"), keyOf("file:///c:/a b.md"));
    assert.equal(keyOf("file:///50%.md"), "file:///50%.md");
  });

  const joined: readonly [folder: string, path: string, uri: string][] = [
    ["file:///a/b", "seeds", "file:///a/b/seeds"],
    ["file:///a/b/", "./seeds/x y.md", "file:///a/b/seeds/x%20y.md"],
    ["file:///a/b", "../seeds", "file:///a/seeds"],
    ["file:///a", "../../..", "file:///"],
    ["file:///a/b", "/srv/seeds", "file:///srv/seeds"],
    ["file:///c%3A/desk", "seeds", "file:///c%3A/desk/seeds"],
    ["vscode-test-web://mount", "seeds", "vscode-test-web://mount/seeds"],
    ["vscode-test-web://mount/", "a'(b).md", "vscode-test-web://mount/a%27%28b%29.md"],
  ];
  for (const [folder, path, uri] of joined) it(`joins ${folder} and ${path}`, () => assert.equal(joinUri(folder, path), uri));

  const below: readonly [folder: string, uri: string, path: string | undefined][] = [
    ["file:///a", "file:///a/b/c%20d.md", "b/c d.md"],
    ["file:///a%20b/", "file:///a b/c.md", "c.md"],
    ["file:///a", "file:///ab/c.md", undefined],
    ["file:///a", "file:///a", undefined],
    ["file:///", "file:///a.md", "a.md"],
    ["vscode-test-web://mount/", "vscode-test-web://mount/a.md", "a.md"],
    ["vscode-test-web://mount", "vscode-test-web://other/a.md", undefined],
  ];
  for (const [folder, uri, path] of below)
    it(`finds ${uri} ${path === undefined ? "outside" : "in"} ${folder}`, () => assert.equal(pathBelow(folder, uri), path));

  it("lead up to the top, and no further", () => {
    assert.equal(parentOf("file:///a/b.md"), "file:///a");
    assert.equal(parentOf("vscode-test-web://mount/b.md"), "vscode-test-web://mount/");
    assert.equal(parentOf("file:///"), undefined);
  });
});
