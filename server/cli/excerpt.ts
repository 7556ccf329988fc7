import type { Span } from "../engine/document/document.ts";
import type { Lines } from "./lines.ts";
import { harmless } from "./terminal.ts";

/** One line around a span: [from, to) of `text` is what the span covers of it. */
export interface Excerpt {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A paragraph is often one long line: this much of it is shown, cut between words. */
const widest = 100;
/** A quoted sentence may be longer than that, but not for ever. */
const longestSpan = 240;

/** The line where the span starts, cut around it. */
export function excerptOf(lines: Lines, span: Span): Excerpt {
  const { line, column } = lines.at(span.start);
  const whole = lines.text(line);
  const from = Math.min(column - 1, whole.length);
  const to = Math.min(from + Math.min(span.end - span.start, longestSpan), whole.length);
  if (whole.length <= widest) return { text: harmless(whole), from, to };
  const room = Math.max(0, widest - (to - from));
  const left = Math.max(0, Math.min(from - Math.floor(room / 2), whole.length - widest));
  const start = left === 0 ? 0 : wordStart(whole, left, from);
  const right = Math.max(to, Math.min(whole.length, start + widest));
  const end = right === whole.length ? right : wordEnd(whole, right, to);
  const before = start > 0 ? "…" : "";
  const after = end < whole.length ? "…" : "";
  // Only what is shown is made harmless, which moves nothing: many findings may stand in one very long line.
  return { text: before + harmless(whole.slice(start, end)) + after, from: from - start + before.length, to: to - start + before.length };
}

/** The first word's start at or after `at`, but not beyond `latest`. */
function wordStart(line: string, at: number, latest: number): number {
  const space = line.indexOf(" ", at - 1);
  return space < 0 || space + 1 > latest ? at : space + 1;
}

/** The last word's end at or before `at`, but not before `earliest`. */
function wordEnd(line: string, at: number, earliest: number): number {
  const space = line.lastIndexOf(" ", at);
  return space < earliest ? at : space;
}
