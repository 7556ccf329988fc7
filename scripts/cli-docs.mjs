// Writes docs/cli.md from what the commands say of themselves: `copydesk help --markdown` prints it.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const target = fileURLToPath(new URL("../docs/cli.md", import.meta.url));
const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const text = execFileSync(process.execPath, [cli, "help", "--markdown"], { encoding: "utf8" });

let before = "";
try {
  before = readFileSync(target, "utf8");
} catch {}
if (before !== text) writeFileSync(target, text);
