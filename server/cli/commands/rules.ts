import { rules as all } from "../../engine/rules/registry.ts";
import { type Command, UsageError } from "../usage.ts";

export const rules: Command = {
  name: "rules",
  operands: "",
  summary: "list all rules",
  options: {},
  run: async (operands) => {
    if (operands.length) throw new UsageError("rules takes no operands: copydesk explain RULE says what a rule does");
    const width = Math.max(...all.map(({ id }) => id.length));
    process.stdout.write(all.map(({ id, severity, docs }) => `${id.padEnd(width)}  ${severity.padEnd(11)}  ${docs.summary}\n`).join(""));
    return 0;
  },
};
