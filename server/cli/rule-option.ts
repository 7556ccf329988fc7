import { severityWords } from "../engine/config-file.ts";
import type { Severity } from "../engine/finding.ts";
import { nearest } from "../engine/nearest.ts";
import { rules } from "../engine/rules/registry.ts";
import { UsageError } from "./usage.ts";

/** Reads `--rule id=severity` values, the last of a rule first in rank. */
export function ruleOverrides(values: readonly string[]): Readonly<Record<string, Severity | "off">> {
  return Object.fromEntries(values.map(overrideOf));
}

function overrideOf(value: string): readonly [string, Severity | "off"] {
  const [, id = "", severity = ""] = /^([^=]*)=(.*)$/.exec(value) ?? [];
  if (!id || !severity) throw new UsageError(`--rule takes id=severity, as in --rule hedge-drift=off, not "${value}"`);
  const ids = rules.map((rule) => rule.id);
  if (!ids.includes(id)) throw new UsageError(`unknown rule "${id}"${suggestion(nearest(id, ids))}`);
  if (!(severityWords as readonly string[]).includes(severity))
    throw new UsageError(`--rule ${id} cannot be "${severity}"${suggestion(nearest(severity, severityWords)) || `: use ${severityWords.join(", ")}`}`);
  return [id, severity as Severity | "off"];
}

const suggestion = (near: string | undefined): string => (near ? `: did you mean ${near}?` : "");
