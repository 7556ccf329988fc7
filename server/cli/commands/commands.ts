import type { Command } from "../usage.ts";
import { add } from "./add.ts";
import { explain } from "./explain.ts";
import { facts } from "./facts.ts";
import { init } from "./init.ts";
import { ledger } from "./ledger.ts";
import { lint } from "./lint.ts";
import { lsp } from "./lsp.ts";
import { mcp } from "./mcp.ts";
import { report } from "./report.ts";
import { rules } from "./rules.ts";
import { sources } from "./sources.ts";
import { why } from "./why.ts";

/** All commands, in the order of `--help`. */
export const commands: readonly Command[] = [lint, why, report, ledger, facts, sources, add, rules, explain, init, lsp, mcp];
