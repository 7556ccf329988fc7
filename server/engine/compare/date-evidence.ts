import type { Source } from "../corpus/source.ts";
import type { Document } from "../document/document.ts";
import type { DateMention } from "../extract/mentions.ts";
import type { Evidence } from "../finding.ts";
import { cite } from "./evidence.ts";

/** The sentence of a source in which a date stands. */
export function dateEvidence(source: Source, mention: DateMention, note?: string): Evidence {
  const { document } = source.reading;
  const { start, end } = document.sentences[mention.sentence] ?? mention;
  return { source: source.id, start, end, quote: document.text.slice(start, end), note: note ?? `${cite(source)} has “${wordsOf(document, mention)}”` };
}

/** The date as a reader sees it, on one line. */
export const wordsOf = (document: Document, { start, end }: DateMention): string => document.prose.slice(start, end).replace(/\s+/g, " ").trim();
