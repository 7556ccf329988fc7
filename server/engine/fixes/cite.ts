import type { Desk } from "../compare/desk.ts";
import { sourceOf } from "../corpus/corpus.ts";
import type { Source } from "../corpus/source.ts";
import type { Document, Sentence } from "../document/document.ts";
import { keysOfDefinition } from "../extract/footnotes.ts";
import type { Edit, Fix } from "../finding.ts";
import { type SentenceEnd, sentenceEnd } from "./insertion-point.ts";

/** Cites the source in the sentence, in the configured style. Safe: nothing that the writer wrote changes. */
export function citeFix(desk: Desk, sentence: Sentence, source: Source): Fix {
  const end = sentenceEnd(desk.draft.document, sentence);
  const edits = styles[desk.config.citationStyle](desk, sentence, source, end);
  return { title: `Cite ${source.id}`, safety: "safe", edits };
}

/** What a reader knows the source by. */
const nameOf = (source: Source): string => source.publisher ?? source.title ?? source.id;

type Style = (desk: Desk, sentence: Sentence, source: Source, end: SentenceEnd) => readonly Edit[];

const styles: Readonly<Record<Desk["config"]["citationStyle"], Style>> = {
  pandoc(desk, sentence, source, end) {
    const group = desk.draft.citations.findLast((citation) => citation.kind === "pandoc" && citation.sentence === sentence.index);
    return group ? [insertion(group.end - 1, `; @${keyOf(source)}`)] : [insertion(end.before, ` [@${keyOf(source)}]`)];
  },
  footnote({ draft: { document }, corpus }, _sentence, source, end) {
    const definitions = document.markup.filter((markup) => markup.kind === "footnote-definition");
    const existing = definitions.find((markup) => keysOfDefinition(document, markup.content, []).some(({ key }) => sourceOf(corpus, key) === source));
    if (existing) return [insertion(end.after, `[^${existing.label}]`)];
    const label =
      1 +
      Math.max(
        0,
        ...document.markup.map((markup) => (markup.kind === "footnote-definition" || markup.kind === "footnote-reference" ? Number(markup.label) || 0 : 0)),
      );
    return [insertion(end.after, `[^${label}]`), insertion(document.text.length, definitionAtEnd(document, `[^${label}]: ${source.id}`))];
  },
  link(desk, sentence, source, end) {
    return source.url ? [insertion(end.before, ` ([${nameOf(source)}](${source.url}))`)] : styles.pandoc(desk, sentence, source, end);
  },
  inline(desk, sentence, source, end) {
    const { text } = desk.draft.document;
    if (!end.quoted) return [insertion(end.before, `, according to ${nameOf(source)}`)];
    if (end.stop !== ".") return styles.pandoc(desk, sentence, source, end);
    const stop = text.lastIndexOf(".", end.after - 1);
    return [{ start: stop, end: stop + 1, newText: "," }, insertion(end.after, ` according to ${nameOf(source)}.`)];
  },
};

const insertion = (at: number, newText: string): Edit => ({ start: at, end: at, newText });

/** Ids that Pandoc would not read to their end stand in braces. */
const keyOf = ({ id }: Source): string => (/^[\p{L}\p{N}_](?:[\p{L}\p{N}_:.#$%&+?<>~/-]*[\p{L}\p{N}_/])?$/u.test(id) ? id : `{${id}}`);

/** Definitions stand together at the end of the file, after a blank line. */
function definitionAtEnd({ text, markup }: Document, definition: string): string {
  const trimmed = text.trimEnd().length;
  const follows = markup.some((m) => m.kind === "footnote-definition" && m.end >= trimmed);
  const breaks = text.slice(trimmed).split("\n").length - 1;
  return `${"\n".repeat(Math.max(0, (follows ? 1 : 2) - breaks))}${definition}\n`;
}
