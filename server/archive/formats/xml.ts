import { Parser } from "htmlparser2";
import { limits } from "./limits.ts";

/** An XML element without its namespace prefixes; `markup` is what stands between its tags. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
  readonly markup: string;
}

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  readonly from: number;
  text: string;
}

/**
 * The root element of an XML text. Nothing outside the text is read: entities other than the five of XML and characters by number are not expanded.
 * Throws where it declares entities, is not well-formed, or goes too deep. Linear in the text.
 */
export function parseXml(xml: string): XmlElement {
  if (/<!ENTITY\b/.test(xml)) throw new Error("declares entities: not read");
  const stack: Open[] = [{ name: "", attributes: {}, children: [], from: 0, text: "" }];
  const parser: Parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (stack.length > limits.depth) throw new Error(`goes more than ${limits.depth} elements deep: not read`);
        stack.push({ name: localName(name), attributes: withLocalNames(attributes), children: [], from: parser.endIndex + 1, text: "" });
      },
      ontext: (text) => {
        const open = stack.at(-1) as Open;
        open.text += text;
      },
      onclosetag: (name, implied) => {
        // An element that closes itself counts as implied too.
        if (implied && xml.slice(parser.endIndex - 1, parser.endIndex + 1) !== "/>") throw new Error(`is broken XML: <${name}> is not closed`);
        const { from, ...open } = stack.pop() as Open;
        const parent = stack.at(-1) as Open;
        parent.children.push({ ...open, markup: implied ? "" : xml.slice(from, parser.startIndex) });
        parent.text += open.text;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  const root = stack[0]?.children[0];
  if (!root) throw new Error("is broken XML: it has no element");
  return root;
}

/** The name of the root element, as far as can be told without reading the file. */
export const rootOf = (xml: string): string | undefined => {
  const tag = /^(?:[^<]|<[?!](?:[^>[]|\[[^\]]*\])*>)*<([\w.:-]+)/.exec(xml.slice(0, 8192))?.[1];
  return tag === undefined ? undefined : localName(tag);
};

export const child = (element: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined =>
  names.reduce<XmlElement | undefined>((at, name) => at?.children.find((inner) => inner.name === name), element);

/** The elements of a name, at any depth, outermost only. */
export const all = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.flatMap((inner) => (inner.name === name ? [inner] : all(inner, name)));

/** An element's text in one line; undefined where there is none. */
export const line = (element: XmlElement | undefined): string | undefined => element?.text.replace(/\s+/g, " ").trim() || undefined;

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);
const withLocalNames = (attributes: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [localName(name), value]));
