import { type DefaultTreeAdapterTypes, parse } from "parse5";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const elementsOf = (node: Node): readonly Element[] => [
  ...("tagName" in node ? [node] : []),
  ...("childNodes" in node ? node.childNodes.flatMap((child) => elementsOf(child)) : []),
];
const attribute = (element: Element, name: string) => element.attrs.find((one) => one.name === name)?.value;
/** Elements and attributes that load or run something. */
const active = /^(?:script|link|iframe|object|embed|img|video|audio|base|form|foreignobject)$/i;

/** What is wrong with a page that is to be one file: what the HTML standard calls an error, an id twice, a link into nothing, anything that loads or runs. */
export function htmlErrors(html: string): readonly string[] {
  const errors: string[] = [];
  const document = parse(html, { sourceCodeLocationInfo: true, onParseError: ({ code, startLine }) => errors.push(`${code} in line ${startLine}`) });
  const elements = elementsOf(document);
  const ids = elements.flatMap((element) => attribute(element, "id") ?? []);
  errors.push(...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `id ${id} stands twice`));
  for (const element of elements) {
    if (active.test(element.tagName)) errors.push(`<${element.tagName}>`);
    for (const { name, value } of element.attrs) {
      if (/^on|^style$|^src/i.test(name) || /^\s*(?:javascript|data):/i.test(value)) errors.push(`${name}="${value}"`);
      if (name === "href" && value.startsWith("#") && !ids.includes(value.slice(1))) errors.push(`${value} leads nowhere`);
    }
  }
  return errors;
}
