import type { LintReport } from "../checked.ts";
import { github } from "./github.ts";
import { json } from "./json.ts";
import { sarif } from "./sarif.ts";
import { text } from "./text.ts";

/** The report formats of `lint`, by name. */
export const formats = { text, json, sarif, github } satisfies Record<string, (report: LintReport) => string>;

export type FormatName = keyof typeof formats;
export const formatNames = Object.keys(formats) as readonly FormatName[];
