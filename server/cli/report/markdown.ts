import { type Entry, type Proof, type Sheet, type Standing, standings } from "./sheet.ts";

/** The fact sheet as Markdown: open questions first. */
export function markdown({ title, written, entries, sources }: Sheet): string {
  const parts = (Object.keys(standings) as Standing[]).flatMap((standing) => {
    const those = entries.filter((entry) => entry.standing === standing);
    return those.length ? [`## ${heading(standings[standing])} (${those.length})\n\n${those.map(entryText).join("\n")}`] : [];
  });
  const list = `## Sources\n\n${sources.map((source) => `- ${origin(source)}${source.copyOf ? ` (the text of ${plain(source.copyOf)})` : ""}\n`).join("")}`;
  return `${[`# Fact sheet: ${plain(title)}`, ...(written ? [`Written ${written}.`] : []), ...parts, list.trimEnd()].map((part) => part.trimEnd()).join("\n\n")}\n`;
}

const heading = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

const entryText = ({ number, line, kind, text, notes, proofs }: Entry): string =>
  [
    `- **${number}. ${plain(text)}** (${kind}, line ${line})`,
    ...notes.map((note) => `  - ${plain(note)}`),
    ...proofs.map((proof) => `  - ${origin(proof)}: “${plain(proof.quote)}”`),
    "",
  ].join("\n");

const origin = ({ source, date, publisher, title, accessed, url }: Omit<Proof, "quote">): string =>
  [
    `${plain(source)}`,
    date ?? "no date",
    publisher && plain(publisher),
    title && plain(title),
    accessed && `read ${accessed}`,
    url && `<${url.replace(/[<>\s]/g, encodeURIComponent)}>`,
  ]
    .filter(Boolean)
    .join(", ");

/** Words that Markdown and HTML leave as they are. */
const plain = (text: string): string => text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>&#|~]/g, "\\$&");
