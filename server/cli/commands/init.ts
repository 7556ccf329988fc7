import { writeFile } from "node:fs/promises";
import { configFileName } from "../../engine/config-file.ts";
import { type Command, UsageError } from "../usage.ts";

const template = `# Copydesk checks the drafts of this folder against its sources.
# What can stand here: https://github.com/copydesk/copydesk#configure

# Where the sources lie: folders or globs.
corpus: seeds

# Which files are drafts.
drafts: "**/*.{md,txt,news}"

# How severe a finding is: error, warning, information or off. copydesk rules lists all rules.
rules:
  # unsourced-figure: information

# What the quick fix inserts: pandoc [@id], footnote, link or inline (", according to ...").
citations:
  style: pandoc

# Spellings that are right, and what else they are known as.
names:
  # Ain al-Asad: [Ayn al-Assad, Al Asad]

# What vague words mean, as [lowest, highest].
hedges:
  # dozens: [24, 99]
`;

export const init: Command = {
  name: "init",
  operands: "",
  summary: `write a small ${configFileName} into the current folder`,
  options: {},
  run: async (operands) => {
    if (operands.length) throw new UsageError("init takes no operands: it writes into the current folder");
    try {
      await writeFile(configFileName, template, { flag: "wx" });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EEXIST") throw new UsageError(`${configFileName} is there already: not touched`);
      throw new UsageError(`${configFileName} could not be written: ${(error as NodeJS.ErrnoException).code ?? error}`);
    }
    process.stdout.write(`${configFileName} written\n`);
    return 0;
  },
};
