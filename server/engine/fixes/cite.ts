import type { Claim } from "../claims/claim.ts";
import type { Desk } from "../compare/desk.ts";
import { cite } from "../compare/evidence.ts";
import { sourceOf } from "../corpus/corpus.ts";
import type { Source } from "../corpus/source.ts";
import type { Sentence } from "../document/document.ts";
import type { Citation } from "../extract/mentions.ts";
import type { Edit, Fix } from "../finding.ts";
import { footnoteFor } from "./footnote.ts";
import { type SentenceEnd, sentenceEnd } from "./insertion-point.ts";

/** Cites the source in the sentence, in the configured style. Safe: nothing that the writer wrote changes. */
export function citeFix(desk: Desk, sentence: Sentence, source: Source): Fix {
  const end = sentenceEnd(desk.draft.document, sentence);
  const edits = styles[desk.config.citationStyle](desk, sentence, source, end);
  return { title: `Cite ${cite(source)}`, safety: "safe", edits };
}

/** A fix that rests on a source that the claim's sentence, though it has citations, does not cite yet: cites it too. */
export function citing(desk: Desk, { citations, sentence }: Claim, source: Source, fix: Fix): Fix {
  if (!citations.length || citations.some(({ key }) => sourceOf(desk.corpus, key) === source)) return fix;
  return { ...fix, edits: [...fix.edits, ...citeFix(desk, sentence, source).edits].toSorted((a, b) => a.start - b.start) };
}

/** Puts the source in the place of the one that a citation names. */
export function reciteFix(desk: Desk, citation: Citation, source: Source): Fix {
  return { title: `Cite ${source.id} instead of ${citation.key}`, safety: "suggested", edits: recited(desk, citation, source) };
}

function recited(desk: Desk, { kind, start, end, keySpan }: Citation, source: Source): readonly Edit[] {
  if (kind === "footnote") {
    const { label, definition } = footnoteFor(desk, source);
    return [{ start, end, newText: `[^${label}]` }, ...definition];
  }
  if (kind === "pandoc") return [{ ...keySpan, newText: keyOf(source) }];
  return source.url ? [{ ...keySpan, newText: source.url }] : [{ start: end, end, newText: ` [@${keyOf(source)}]` }];
}

/** What a reader knows the source by. */
const nameOf = (source: Source): string => source.publisher ?? source.title ?? source.id;

type Style = (desk: Desk, sentence: Sentence, source: Source, end: SentenceEnd) => readonly Edit[];

const styles: Readonly<Record<Desk["config"]["citationStyle"], Style>> = {
  pandoc(desk, sentence, source, end) {
    const group = desk.draft.citations.findLast((citation) => citation.kind === "pandoc" && citation.sentence === sentence.index);
    return group ? [insertion(group.end - 1, `; @${keyOf(source)}`)] : [insertion(end.before, ` [@${keyOf(source)}]`)];
  },
  footnote(desk, _sentence, source, end) {
    const { label, definition } = footnoteFor(desk, source);
    return [insertion(end.after, `[^${label}]`), ...definition];
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
