import { writeFile } from "node:fs/promises";
import { configFileName, defaultProject } from "../../engine/config-file.ts";
import { plural } from "../plural.ts";
import { type Survey, survey } from "../survey.ts";
import { type Command, UsageError } from "../usage.ts";

export const init: Command = {
  name: "init",
  operands: "",
  summary: `look at the current folder and write a ${configFileName} that fits it, with what can stand there as comments`,
  options: {},
  run: async (operands) => {
    if (operands.length) throw new UsageError("init takes no operands: it writes into the current folder");
    const found = await survey(process.cwd());
    try {
      await writeFile(configFileName, configurationFor(found), { flag: "wx" });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EEXIST") throw new UsageError(`${configFileName} is there already: not touched`);
      throw new UsageError(`${configFileName} could not be written: ${(error as NodeJS.ErrnoException).code ?? error}`);
    }
    process.stdout.write(`${configFileName} written: ${[corpusWords(found), draftWords(found), styleWords(found)].join("; ")}\n`);
    return 0;
  },
};

const total = (found: Survey["corpora"]): number => found.reduce((sum, { files }) => sum + files, 0);
const named = (found: Survey["corpora"]): string => found.map(({ folder }) => folder || "this folder").join(", ");

const corpusWords = ({ corpora }: Survey): string =>
  corpora.length ? `${plural(total(corpora), "source")} in ${named(corpora)}` : "no sources yet: put one file an article into the folder seeds";
const draftWords = ({ drafts }: Survey): string => (drafts.length ? `${plural(total(drafts), "draft")} in ${named(drafts)}` : "no drafts yet");
const styleWords = ({ citations }: Survey): string =>
  citations ? `${plural(citations.count, "citation")}, most in style ${citations.style}` : "no citations yet";

/** YAML reads JSON: quotation marks around what may need them. */
const scalar = (text: string): string => (/^[\w][\w./-]*$/.test(text) && Number.isNaN(Number(text)) ? text : JSON.stringify(text));
const list = (values: readonly string[]): string => (values.length === 1 ? scalar(values[0] as string) : `[${values.map(scalar).join(", ")}]`);

/** Drafts in a few folders of their own are named: what else lies about is none. */
const mostFolders = 4;
function draftsOf({ drafts }: Survey): readonly string[] {
  const own = drafts.every(({ folder }) => folder !== "") && drafts.length > 0 && drafts.length <= mostFolders;
  return own ? drafts.map(({ folder }) => `${folder}/**/*.{md,txt,news}`) : defaultProject.drafts;
}

const configurationFor = (found: Survey): string => `# Copydesk checks the drafts of this folder against its sources.
# What can stand here: https://github.com/copydesk/copydesk#configure

# Where the sources lie: folders or globs. Found here: ${corpusWords(found)}.
corpus: ${list(found.corpora.length ? found.corpora.map(({ folder }) => folder) : defaultProject.corpus)}

# Which files are drafts. Found here: ${draftWords(found)}.
drafts: ${list(draftsOf(found))}

# How severe a finding is: error, warning, information or off. copydesk rules lists all rules.
rules:
  # unsourced-figure: information

# What the quick fix inserts: pandoc [@id], footnote, link or inline (", according to ..."). Found here: ${styleWords(found)}.
citations:
  style: ${found.citations?.style ?? defaultProject.citationStyle}

# Whether a comment that silences a finding must say why: required or optional.
suppressions:
  reason: optional

# Spellings that are right, and what else they are known as.
names:
  # Ain al-Asad: [Ayn al-Assad, Al Asad]

# What vague words mean, as [lowest, highest].
hedges:
  # dozens: [24, 99]
`;
