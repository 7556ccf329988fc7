import { type Document, type Markup, type Span, sentenceAt } from "../document/document.ts";
import { bareUrls, type Key, keyOfLink, keysOfDefinition, pandocKeys } from "./footnotes.ts";
import type { Citation } from "./mentions.ts";

/** The markers that name sources, one entry a key, in text order. A link to the web is one too: whether it is a source's, the corpus decides. */
export function readCitations(document: Document): readonly Citation[] {
  const links = document.markup.filter((markup) => markup.kind === "link");
  const definitions = new Map<string, { readonly keys: readonly Key[]; readonly content: Span }>();
  for (const markup of document.markup)
    if (markup.kind === "footnote-definition" && !definitions.has(label(markup)))
      definitions.set(label(markup), { keys: keysOfDefinition(document, markup.content, links), content: markup });
  const inDefinition = within([...document.markup.filter((markup) => markup.kind === "footnote-definition")]);
  const citations: Citation[] = [];
  const cite = (kind: Citation["kind"], marker: Span, keys: readonly Key[]) => {
    const sentence = sentenceOf(document, marker);
    if (sentence === undefined) return;
    const text = document.text.slice(marker.start, marker.end);
    for (const { key, locator, loose, start, end } of keys)
      citations.push({
        start: marker.start,
        end: marker.end,
        text,
        sentence,
        kind,
        key,
        keySpan: { start, end },
        ...(locator && { locator }),
        ...(loose && { loose }),
      });
  };
  for (const markup of document.markup) {
    if (markup.kind === "footnote-reference") cite("footnote", markup, definitions.get(label(markup))?.keys ?? []);
    else if (inDefinition(markup)) continue;
    else if (markup.kind === "citation") cite("pandoc", markup, pandocKeys(document, markup));
    else if (markup.kind === "link" && /^https?:/i.test(markup.url)) cite("link", markup, [keyOfLink(document, markup)]);
  }
  for (const url of bareUrls(document)) if (!inDefinition(url)) cite("link", url, [url]);
  return citations.sort((a, b) => a.start - b.start || a.keySpan.start - b.keySpan.start);
}

const label = (markup: Markup & { label: string }): string => markup.label.trim().toLowerCase();

const within =
  (spans: readonly Span[]) =>
  (span: Span): boolean => {
    let low = 0;
    let high = spans.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const candidate = spans[middle] as Span;
      if (span.start < candidate.start) high = middle - 1;
      else if (span.start >= candidate.end) low = middle + 1;
      else return true;
    }
    return false;
  };

/** The sentence that a marker belongs to: the one it stands in or behind, else the one that it opens. */
function sentenceOf(document: Document, marker: Span): number | undefined {
  const inside = sentenceAt(document, marker.start);
  if (inside) return inside.index;
  const { sentences } = document;
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.start ?? 0) > marker.start) high = middle;
    else low = middle + 1;
  }
  const next = sentences[low];
  const previous = sentences[low - 1];
  const near = (from: number, to: number) => !/\n[^\S\n]*\n/.test(document.text.slice(from, to));
  if (next && near(marker.end, next.start)) return next.index;
  return previous && near(previous.end, marker.start) ? previous.index : (previous ?? next)?.index;
}
