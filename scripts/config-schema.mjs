// Writes schemas/copydesk.schema.json, by which editors complete and check copydesk.yaml; the rules come from dist/.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const { rules } = createRequire(import.meta.url)("../dist/index.js");
const target = fileURLToPath(new URL("../schemas/copydesk.schema.json", import.meta.url));

/** Shown as Markdown where the editor can, else without its backticks. */
const described = (markdownDescription) => ({ description: markdownDescription.replaceAll("`", ""), markdownDescription });
const wordsWith = (meanings) => ({
  enum: Object.keys(meanings),
  enumDescriptions: Object.values(meanings).map((meaning) => meaning.replaceAll("`", "")),
  markdownEnumDescriptions: Object.values(meanings),
});
const text = { type: "string", minLength: 1 };
const textOrTexts = (description, one, fallback) => ({
  ...described(description),
  oneOf: [text, { type: "array", items: { ...text, ...described(one) }, minItems: 1 }],
  default: fallback,
});
const ruleSetting = ({ id, severity, docs }) => [
  id,
  {
    description: docs.summary,
    markdownDescription: `${docs.summary}\n\n${docs.what}\n\nDefault: \`${severity}\``,
    default: severity,
    oneOf: [
      { $ref: "#/definitions/severity" },
      {
        type: "object",
        additionalProperties: false,
        properties: { severity: { ...described("How severe a finding of this rule is."), $ref: "#/definitions/severity" } },
      },
    ],
  },
];

const schema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  $id: "https://raw.githubusercontent.com/copydesk/copydesk/main/schemas/copydesk.schema.json",
  title: "Copydesk configuration",
  description: "How Copydesk checks the drafts of this folder against its sources.",
  type: ["object", "null"],
  additionalProperties: false,
  definitions: {
    // Without a description of its own: editors would show it in place of the rule's.
    severity: wordsWith({
      error: "Must be put right: fails a check.",
      warning: "Wants a look: fails a check, unless `--max-warnings` allows it.",
      information: "Worth knowing: never fails a check.",
      off: "Not looked for.",
    }),
  },
  properties: {
    corpus: textOrTexts("Where the sources lie: folders or globs, relative to this file.", "A folder or a glob, relative to this file.", "seeds"),
    drafts: textOrTexts(
      "Which files are drafts: globs, relative to this file. Sources are never drafts.",
      "A glob, relative to this file.",
      "**/*.{md,txt,news}",
    ),
    rules: {
      description: "Severity of each rule.",
      type: ["object", "null"],
      additionalProperties: false,
      properties: Object.fromEntries(rules.map(ruleSetting)),
    },
    citations: {
      description: "How sources are cited.",
      type: ["object", "null"],
      additionalProperties: false,
      properties: {
        style: {
          ...described("How the quick fix cites a source."),
          ...wordsWith({
            pandoc: "`[@id]`",
            footnote: "`[^1]`, with the source's id or address in its definition",
            link: "A link to the source's address",
            inline: "`, according to` its publisher",
          }),
          default: "pandoc",
        },
      },
    },
    suppressions: {
      description: "Comments that silence findings.",
      type: ["object", "null"],
      additionalProperties: false,
      properties: {
        reason: {
          ...described("Whether a comment must say why."),
          ...wordsWith({
            optional: "A comment may say why.",
            required: "A comment without a reason silences nothing, and is itself reported.",
          }),
          default: "optional",
        },
      },
    },
    names: {
      description: "Accepted spellings: the name, and what else it is known as.",
      type: ["object", "null"],
      additionalProperties: {
        ...described("What else the name is written like, one or a list; nothing, where only this spelling is right."),
        oneOf: [{ type: "null" }, text, { type: "array", items: text }],
      },
      examples: [{ "Port Ella": ["Puerto Ella"] }],
    },
    hedges: {
      description: "What vague words mean: [lowest, highest].",
      type: ["object", "null"],
      additionalProperties: {
        ...described("The lowest and the highest number that the word may mean."),
        type: "array",
        items: { type: "number", minimum: 0 },
        minItems: 2,
        maxItems: 2,
      },
      examples: [{ dozens: [24, 99] }],
    },
  },
};

const written = `${JSON.stringify(schema, null, 2)}\n`;
let before = "";
try {
  before = readFileSync(target, "utf8");
} catch {
  mkdirSync(dirname(target), { recursive: true });
}
if (before !== written) writeFileSync(target, written);
