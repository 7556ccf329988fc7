// What a writer installs: the .vsix holds the bundles and nothing of the workshop.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const vsix = join(__dirname, "../../out/copydesk.vsix");

/** The names in a zip file, from its central directory (APPNOTE.TXT 4.3.12 and 4.3.16). */
function zipEntries(zip: Buffer): readonly string[] {
  const end = zip.lastIndexOf(Buffer.from("PK\x05\x06"));
  const names: string[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [name, extra, comment] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
    names.push(zip.toString("utf8", at + 46, at + 46 + name));
    at += 46 + name + extra + comment;
  }
  return names;
}

const wanted = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/(package\.json|readme\.md|changelog\.md|LICENSE\.txt)$/,
  /^extension\/dist\/(client|server)(\.web)?\.js$/,
  /^extension\/dist\/readers\/[\w-]+\.mjs$/,
  /^extension\/dist\/readers\/[\w-]+\.mjs$/,
  /^extension\/dist\/story\.(js|css)$/,
  /^extension\/schemas\/[\w-]+\.schema\.json$/,
  /^extension\/syntaxes\/[\w.-]+\.json$/,
  /^extension\/docs\/images\/[\w-]+\.(png|svg)$/,
];

const manifest = JSON.parse(readFileSync(join(__dirname, "../../package.json"), "utf8"));

describe("the manifest", () => {
  const { commands, menus, configuration, keybindings } = manifest.contributes;

  it("has every command under Copydesk, and tells when each is of use", () => {
    const open = ["copydesk.tour"];
    const palette = new Set(menus.commandPalette.map(({ command }: { command: string }) => command));
    for (const { command, title, category } of commands) {
      assert.equal(category, "Copydesk", command);
      assert.ok(title && (palette.has(command) || open.includes(command)), command);
    }
    assert.ok(menus.commandPalette.every(({ when }: { when?: string }) => when));
  });

  it("binds no key, so that it takes none away", () => assert.equal(keybindings, undefined));

  it("describes every setting", () => {
    for (const [name, setting] of Object.entries(configuration.properties as Record<string, { markdownDescription?: string }>))
      assert.ok(setting.markdownDescription, name);
  });

  it("works in workspaces that are not trusted, and in virtual ones", () => {
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true);
    assert.equal(manifest.capabilities.virtualWorkspaces, true);
  });
});

describe("the packaged extension", () => {
  const zip = readFileSync(vsix);
  const names = zipEntries(zip);

  it("has the bundles for the desktop and the web, the grammars, the schema and the papers", () => {
    const needed = [
      "dist/client.js",
      "dist/client.web.js",
      "dist/server.js",
      "dist/server.web.js",
      "dist/story.css",
      "dist/story.js",
      "dist/readers/readers.mjs",
      "dist/readers/bibtex.mjs",
      "schemas/copydesk.schema.json",
      "readme.md",
      "changelog.md",
      "LICENSE.txt",
    ];
    const missing = needed.filter((name) => !names.includes(`extension/${name}`));
    assert.deepEqual(missing, []);
  });

  it("has no sources, no tests, no packages", () => {
    assert.deepEqual(
      names.filter((name) => !wanted.some((pattern) => pattern.test(name))),
      [],
    );
  });

  it("is smaller than 4 MB", () => assert.ok(zip.length < 4_000_000, `${zip.length} bytes`));
});
