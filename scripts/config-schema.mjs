// Writes schemas/copydesk.schema.json, by which editors complete and check copydesk.yaml; the rules come from dist/.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const { rules } = createRequire(import.meta.url)("../dist/index.js");
const target = fileURLToPath(new URL("../schemas/copydesk.schema.json", import.meta.url));

const textOrTexts = (description, fallback) => ({
  description,
  oneOf: [
    { type: "string", minLength: 1 },
    { type: "array", items: { type: "string", minLength: 1 }, minItems: 1 },
  ],
  default: fallback,
});
const ruleSetting = ({ id, severity, docs }) => [
  id,
  {
    description: docs.summary,
    markdownDescription: `${docs.summary}\n\n${docs.what}\n\nDefault: \`${severity}\``,
    default: severity,
    oneOf: [{ $ref: "#/definitions/severity" }, { type: "object", additionalProperties: false, properties: { severity: { $ref: "#/definitions/severity" } } }],
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
    severity: {
      description: "How severe a finding of this rule is. `information` never fails a check; `off` switches the rule off.",
      enum: ["error", "warning", "information", "off"],
    },
  },
  properties: {
    corpus: textOrTexts("Where the sources lie: folders or globs, relative to this file.", "seeds"),
    drafts: textOrTexts("Which files are drafts: globs, relative to this file. Sources are never drafts.", "**/*.{md,txt,news}"),
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
          description: 'What the quick fix inserts: `[@id]`, a footnote, a link to the source\'s URL, or ", according to X".',
          enum: ["pandoc", "footnote", "link", "inline"],
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
          description: "`required`: a comment without a reason silences nothing, and is itself reported.",
          enum: ["optional", "required"],
          default: "optional",
        },
      },
    },
    names: {
      description: "Accepted spellings: the name, and what else it is known as.",
      type: ["object", "null"],
      additionalProperties: {
        oneOf: [{ type: "null" }, { type: "string", minLength: 1 }, { type: "array", items: { type: "string", minLength: 1 } }],
      },
    },
    hedges: {
      description: "What vague words mean: [lowest, highest].",
      type: ["object", "null"],
      additionalProperties: { type: "array", items: { type: "number" }, minItems: 2, maxItems: 2 },
      examples: [{ dozens: [24, 99] }],
    },
  },
};

const text = `${JSON.stringify(schema, null, 2)}\n`;
let before = "";
try {
  before = readFileSync(target, "utf8");
} catch {
  mkdirSync(dirname(target), { recursive: true });
}
if (before !== text) writeFileSync(target, text);
