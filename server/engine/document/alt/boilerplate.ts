import type { Span } from "../document.ts";

/** Lines that pages hang under an article: labels for tags and sharing in any language, and calls to subscribe. */
const phrase =
  /^(?:tags?|topics?|keywords?|categor(?:y|ies)|filed under|related(?: articles| stories| topics)?|share(?: this)?(?: article| story)?|read (?:more|next|also)|see also|more on this|follow us|sign up|subscribe|newsletter|advertisement|comments?|print|email this|copyright|©|all rights reserved|most (?:read|viewed)|recommended|sponsored)\b[^.!?]*[.!]?$/iu;

/** A short line that ends in a colon announces something that the scraper left behind. */
const label = /^[\p{L}\p{M}\s]{1,30}[:：]$/u;

/** Where the article ends: before the last lines that are no prose. */
export function endOfArticle(text: string, body: Span): number {
  let end = body.end;
  for (;;) {
    const kept = text.slice(body.start, end).trimEnd();
    const line = kept.slice(kept.lastIndexOf("\n") + 1);
    const trimmed = line.trim();
    if (!trimmed || line.length === kept.length || !(label.test(trimmed) || (trimmed.length <= 80 && phrase.test(trimmed)))) return end;
    end = body.start + kept.length - line.length;
  }
}
