import { Parser } from "htmlparser2";
import { limits } from "./limits.ts";

const blocks = new Set(
  `address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol
  p pre section summary table tbody td tfoot th thead tr ul block hl1 hl2 body.content body.head media-caption`.split(/\s+/),
);
const unseen = new Set("script style noscript template svg math head iframe object embed button select textarea input canvas audio video map".split(" "));

/** The paragraphs that a reader sees of HTML or of XML that uses its elements: white space folded, entities decoded. Linear in the markup; throws where it goes too deep. */
export function paragraphsOf(markup: string, { xml = false } = {}): string[] {
  const paragraphs: string[] = [];
  let open = "";
  let hidden = 0;
  let depth = 0;
  const close = () => {
    for (const part of open.split(/\n[ \u00a0]*\n\s*/)) {
      const text = part.replace(/\u00ad/g, "").trim();
      if (text) paragraphs.push(text);
    }
    open = "";
  };
  const parser = new Parser(
    {
      onopentagname: (name) => {
        const tag = localName(name);
        if (++depth > limits.pageDepth) throw new Error(`goes more than ${limits.pageDepth} elements deep: not read`);
        if (unseen.has(tag)) hidden++;
        else if (tag === "br") open += "\n";
        else if (blocks.has(tag)) close();
      },
      onclosetag: (name) => {
        const tag = localName(name);
        depth--;
        if (unseen.has(tag)) hidden = Math.max(0, hidden - 1);
        else if (blocks.has(tag)) close();
      },
      ontext: (text) => {
        if (hidden) return;
        const folded = text.replace(/[\s\u00a0]+/g, " ");
        open += /(?:^|[ \n])$/.test(open) ? folded.replace(/^ /, "") : folded;
      },
    },
    { xmlMode: xml, decodeEntities: true },
  );
  parser.end(markup);
  close();
  return paragraphs;
}

/** A line of text without its tags and entities: a headline. */
export const lineOf = (markup: string): string => (/[<&]/.test(markup) ? paragraphsOf(markup).join(" ") : markup.replace(/\s+/g, " ").trim());

const looksLikeMarkup = /<\/?[a-z][^<>]*>/i;

/** The paragraphs of a text that may be markup. */
export const textsOf = (text: string): string[] => (looksLikeMarkup.test(text) ? paragraphsOf(text) : plainParagraphs(text));

/** The paragraphs of plain text: parted by blank lines, or one a line where the lines are as long as paragraphs are. */
export function plainParagraphs(text: string): string[] {
  const parts = text.replace(/\r\n?/g, "\n").split(/\n[ \t]*\n\s*/);
  const lines = parts.length === 1 ? (parts[0] as string).split("\n").filter((line) => line.trim()) : [];
  const areParagraphs = lines.length > 1 && lines.reduce((sum, line) => sum + line.length, 0) / lines.length > longestWrap;
  return (areParagraphs ? lines : parts).map((part) => part.trim()).filter(Boolean);
}
/** No program wraps lines behind this column. */
const longestWrap = 100;

/** How far a page's elements go: what is too much for a reader that builds a tree. */
export function isTooMuch(html: string): boolean {
  let depth = 0;
  let deepest = 0;
  let elements = 0;
  const parser = new Parser({
    onopentagname: () => {
      elements++;
      deepest = Math.max(deepest, ++depth);
      if (depth > limits.pageDepth) throw new Error(`goes more than ${limits.pageDepth} elements deep: not read`);
    },
    onclosetag: () => {
      depth--;
    },
  });
  parser.end(html);
  return deepest > limits.depth || elements > limits.elements;
}

const localName = (name: string): string => name.slice(name.indexOf(":") + 1).toLowerCase();
