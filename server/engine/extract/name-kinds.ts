import type { Document } from "../document/document.ts";
import { eachKept } from "../document/kept-lists.ts";
import type { Shelf } from "../document/memory.ts";
import type { Passage } from "../document/passage.ts";
import { countries } from "../lexicon/demonyms.ts";
import { organisationWords, placeWords } from "../lexicon/name-words.ts";
import { occupations } from "../lexicon/ranks.ts";
import type { Name } from "./mentions.ts";

/** What a name's words and neighbours say of its kind, and how loudly: the loudest mention of a name decides for all of them. */
interface Hint {
  readonly kind: Name["kind"];
  readonly weight: number;
}

const reporting =
  "said|says|told|tells|added|adds|announced|confirmed|warned|warns|wrote|writes|recalled|insisted|argued|explained|acknowledged|claimed|denied|stated|declared|noted|testified|tweeted|pleaded|vowed|urged|who|whose";
const speaks = new RegExp(`^\\s*(?:[,’”"]\\s*)?(?:also |later |then |who )?(?:${reporting})\\b`);
const spoken = /(?:said|says|added|recalled|asked|explained|warned|insisted|according to|told(?: \p{L}+){0,2} by)\s+(?:\p{Ll}+\s+){0,1}$/u;
const aged = /^,\s+(?:aged\s+)?\d{1,3}(?:,|\.|\)| and\b| who\b)/;
const located =
  /\b(?:in|at|near|outside|around|across|throughout|toward|towards|off|north of|south of|east of|west of|(?:town|city|village|port|province|region|district|island|hamlet|suburb|capital) of)(?:\s+(?:the|\p{Ll}+ern|central|nearby|neighbou?ring|downtown))?\s+$/u;
const from = /\bfrom\s+$/;
const apposed = /^,\s+(?:the|its|his|her|their|a|an|who)\s((?:[\p{L}’'-]+\s?){1,5})/u;

/** How far around a name its hint looks. */
const reachBefore = 48;
const reachAfter = 64;

/** The hint of one mention. `last` is its last word in lower case. */
function hintOf(document: Document, name: Pick<Name, "start" | "end" | "words" | "title">): Hint {
  const lower = name.words.map((word) => word.toLowerCase().replace(/[’']s?$/, ""));
  const last = lower.at(-1) as string;
  if (name.title) return { kind: "person", weight: 6 };
  if (countries.has(lower.join(" "))) return { kind: "place", weight: 6 };
  if (lower.some((word) => organisationWords.has(word)) && !(placeWords.has(last) && !organisationWords.has(last))) return { kind: "organisation", weight: 5 };
  if (name.words.length === 1 && /^(?:\p{Lu}\.?){2,6}$/u.test(name.words[0] as string) && !countries.has(last)) return { kind: "organisation", weight: 4 };
  const before = document.prose.slice(Math.max(0, name.start - reachBefore), name.start);
  const after = document.prose.slice(name.end, name.end + reachAfter);
  const many = name.words.length > 1;
  if (aged.test(after)) return { kind: "person", weight: 6 };
  const role = apposed.exec(after)?.[1]?.split(/\s+/) ?? [];
  const called = occupations.has((many ? /(\p{L}+),?\s+$/u : /(\p{L}+)\s+$/u).exec(before)?.[1] ?? "") || (many && role.some((word) => occupations.has(word)));
  const speaking = speaks.test(after) || spoken.test(before);
  if (many && (called || speaking)) return { kind: "person", weight: 6 };
  if (placeWords.has(last) || lower[0] === "lake" || lower[0] === "mount" || (lower[1] === "of" && lower[0] !== "church" && placeWords.has(lower[0] as string)))
    return { kind: "place", weight: 5 };
  if (called) return { kind: "person", weight: 4 };
  if (speaking) return { kind: "unknown", weight: 1 };
  if (located.test(before)) return { kind: "place", weight: 3 };
  if (from.test(before)) return { kind: "place", weight: 1 };
  return { kind: "unknown", weight: 0 };
}

/** A name whose kind is not yet known. */
export type UnsortedName = Omit<Name, "kind">;

interface Hinted {
  readonly names: readonly { readonly name: UnsortedName; readonly key: string; readonly hint: Hint }[];
  /** All that the other passages take from it. */
  readonly said: string;
}

interface Known {
  /** By the words of a name, its clearest mention's. */
  readonly best: ReadonlyMap<string, Hint>;
  /** The surnames of people. */
  readonly people: ReadonlySet<string>;
}

/** Gives every mention of a name the kind that its clearest mention in the document shows; a surname alone follows the person named in full. */
export function withKinds(passages: readonly Passage[], found: readonly (readonly UnsortedName[])[], whole: Shelf): readonly (readonly Name[])[] {
  const hinted = eachKept(whole, "name hints", [passages.map(({ shelf }) => shelf), found], [], (at): Hinted => {
    const { document, shelf } = passages[at] as Passage;
    return shelf.keep("name hints", [found[at]], () => hintedIn(document, found[at] as readonly UnsortedName[]));
  });
  const known = whole.keep(
    "name kinds",
    hinted.map(({ said }) => said),
    () => knownOf(hinted),
  );
  return eachKept(whole, "names", [hinted], [known], (at) => {
    const { names } = hinted[at] as Hinted;
    const kinds = names.map((one) => kindOf(one, known));
    return (passages[at] as Passage).shelf.keep("names", [names, kinds.join()], () =>
      names.map(({ name }, index): Name => ({ ...name, kind: kinds[index] as Name["kind"] })),
    );
  });
}

function hintedIn(document: Document, found: readonly UnsortedName[]): Hinted {
  const names = found.map((name) => ({ name, key: name.words.join(" "), hint: hintOf(document, name) }));
  return { names, said: names.map(({ key, hint: { kind, weight } }) => `${key}\t${kind}\t${weight}`).join("\n") };
}

function knownOf(hinted: readonly Hinted[]): Known {
  const best = new Map<string, Hint>();
  const people = new Set<string>();
  for (const { names } of hinted)
    for (const { name, key, hint } of names) {
      if (hint.kind === "person") people.add(name.words.at(-1) as string);
      if (hint.kind !== "unknown" && hint.weight > (best.get(key)?.weight ?? 0)) best.set(key, hint);
    }
  return { best, people };
}

function kindOf({ name, key, hint }: Hinted["names"][number], { best, people }: Known): Name["kind"] {
  const { kind, weight } = best.get(key) ?? hint;
  return name.words.length === 1 && weight < 5 && people.has(name.words[0] as string) ? "person" : kind;
}
