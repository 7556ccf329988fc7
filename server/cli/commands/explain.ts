import { nearest } from "../../engine/nearest.ts";
import { rules } from "../../engine/rules/registry.ts";
import { ruleText } from "../rule-text.ts";
import { type Command, UsageError } from "../usage.ts";

export const explain: Command = {
  name: "explain",
  operands: "RULE",
  summary: "say what a rule finds, why, and what to write instead",
  options: {},
  run: async ([id, ...more]) => {
    if (id === undefined || more.length) throw new UsageError("explain takes one rule (copydesk rules lists them)");
    const rule = rules.find((known) => known.id === id);
    if (rule) {
      process.stdout.write(`${ruleText(rule)}\n`);
      return 0;
    }
    const near = nearest(
      id,
      rules.map((known) => known.id),
    );
    throw new UsageError(`unknown rule "${id}"${near ? `: did you mean ${near}?` : " (copydesk rules lists them)"}`);
  },
};
