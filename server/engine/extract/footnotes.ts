import type { Document, Markup, Span } from "../document/document.ts";

/** A source named in a citation group or a footnote: the key alone, and the page or paragraph behind it. */
export interface Key extends Span {
  readonly key: string;
  readonly locator?: string;
  /** It looks like an id, but stands in a sentence. */
  readonly loose?: true;
}

type LinkMarkup = Markup & { kind: "link" };

const pandocKey = /(?<![\p{L}\p{N}])@\{([^}\s]+)\}|(?<![\p{L}\p{N}])@([\p{L}\p{N}_](?:[\p{L}\p{N}_:.#$%&+?<>~/-]*[\p{L}\p{N}_/])?)/gu;
const bareUrl = /https?:\/\/[^\s<>"”’)\]]*[^\s<>"”’)\].,;:!?]/gu;
const bareKey = /^[\p{L}\p{N}][^\s,;()[\]{}"“”]*$/u;
/** A name that can only be a file's: letters with digits, joined by hyphens or underscores. */
const fileLike = /(?<![^\s(“"])(?=[^\s]*\d)(?=[^\s]*\p{L})[\p{L}\p{N}]+(?:[-_][\p{L}\p{N}]+)+(?![^\s,;.:)”"])/gu;

/** The keys of a Pandoc group or of any text with `@keys` in it, each with the locator that follows it. */
export function pandocKeys(document: Document, span: Span): Key[] {
  const text = document.text.slice(span.start, span.end);
  return [...text.matchAll(pandocKey)].map((match) => {
    const key = (match[1] ?? match[2]) as string;
    const start = span.start + match.index + match[0].indexOf(key);
    const locator = /^\}?\s*,\s*([^;\]]+)/.exec(text.slice(start + key.length - span.start))?.[1]?.trim();
    return { key, start, end: start + key.length, ...(locator && { locator }) };
  });
}

/** The sources that a footnote's definition names: `@id`, a URL, or ids and nothing else ("wire-0118; lfpd-release, p. 3"); in a sentence, words that can only be ids. */
export function keysOfDefinition(document: Document, content: Span, links: readonly LinkMarkup[]): Key[] {
  const text = document.text.slice(content.start, content.end);
  const at = pandocKeys(document, content);
  if (at.length) return at;
  const linked = links
    .filter((link) => link.start < content.end && content.start < link.end && /^https?:/i.test(link.url))
    .map((link) => keyOfLink(document, link));
  if (linked.length) return linked;
  const urls = [...text.matchAll(bareUrl)].map((match) => located(match[0], content.start + match.index));
  if (urls.length) return urls;
  return listedKeys(text, content.start) ?? [...text.matchAll(fileLike)].map((match) => ({ ...located(match[0], content.start + match.index), loose: true }));
}

const located = (key: string, start: number): Key => ({ key, start, end: start + key.length });

/** "a; b, p. 3" and "a, b"; undefined where it is a sentence. */
function listedKeys(text: string, offset: number): Key[] | undefined {
  const keys: Key[] = [];
  let at = 0;
  for (const part of text.split(/[;,]/)) {
    const word = part.trim().replace(/\.$/, "");
    const start = offset + at + part.indexOf(word);
    at += part.length + 1;
    if (!word) continue;
    const previous = keys.at(-1);
    if (previous && /^(?:pp?|para|ch|sec|§|line|at)\b|^\d+$/i.test(word)) keys[keys.length - 1] = { ...previous, locator: word };
    else if (bareKey.test(word)) keys.push(located(word, start));
    else return undefined;
  }
  return keys;
}

/** A link's target, at the place where it is written. */
export function keyOfLink(document: Document, link: LinkMarkup): Key {
  const from = link.label.end < link.end ? link.label.end : link.start;
  const start = document.text.indexOf(link.url, from);
  return start >= 0 && start + link.url.length <= link.end ? located(link.url, start) : { key: link.url, start: link.start, end: link.end };
}

/** URLs that stand in the prose as they are. */
export const bareUrls = (document: Document): Key[] => [...document.prose.matchAll(bareUrl)].map((match) => located(match[0], match.index));
