import type { Claim } from "../claims/claim.ts";
import type { Document, Sentence, Span } from "../document/document.ts";
import { blankOut } from "../document/prose.ts";
import type { Name } from "../extract/mentions.ts";
import { pack, unpack } from "./packed.ts";
import type { Source } from "./source.ts";

/** What was read from an article. */
type Understood = Pick<Source, "reading" | "claims">;

/** One sentence of a source, and the claims of its figures. */
export interface Told {
  readonly sentence: Sentence;
  readonly prose: string;
  readonly claims: readonly Claim[];
}

/** Sources that are open, up to so many: for another one the first is closed. */
function room(most: number) {
  const closing: (() => void)[] = [];
  return {
    isFull: () => closing.length >= most,
    add: (close: () => void): void => {
      if (closing.push(close) > most) closing.shift()?.();
    },
  };
}

/** Those that a draft meets are asked for again and again; those that are only passed on the way through a corpus need not be kept in their place. */
const [inUse, passed] = [room(256), room(8)];

const packages = new WeakMap<Source, Package>();

/** A source whose reading is packed when many others are open, and unpacked when it is asked for: its reading and claims are equal each time, but not the same. */
export function packedSource(about: Omit<Source, keyof Understood>, asRead: Understood): Source {
  let understood: Understood | undefined;
  let wasPassed = false;
  const unpacked = (): Understood => {
    const read = unpackAll(packages.get(source) as Package);
    understood = read;
    (wasPassed ? inUse : passed).add(() => {
      understood = undefined;
    });
    wasPassed = true;
    return read;
  };
  const source: Source = {
    ...about,
    get reading() {
      return (understood ?? unpacked()).reading;
    },
    get claims() {
      return (understood ?? unpacked()).claims;
    },
  };
  if (inUse.isFull()) packages.set(source, packageOf(asRead));
  else {
    understood = asRead;
    inUse.add(() => {
      packages.set(source, packageOf(understood as Understood));
      understood = undefined;
    });
  }
  return source;
}

/** What was unpacked last, up to so many parts: an edit asks for what the one before it asked for, mostly. */
function recent<V>(most: number) {
  const known = new Map<Package, Map<number, V>>();
  let count = 0;
  return (from: Package, at: number, unpacked: () => V): V => {
    const parts = known.get(from) ?? new Map<number, V>();
    known.delete(from);
    known.set(from, parts);
    let part = parts.get(at);
    if (part === undefined) {
      part = unpacked();
      parts.set(at, part);
      count++;
      for (const [oldest, { size }] of known) {
        if (count <= most || oldest === from) break;
        known.delete(oldest);
        count -= size;
      }
    }
    return part;
  };
}

const toldLately = recent<Told>(4096);
const namedLately = recent<Name>(1024);

/** A sentence by its position, without the rest of its source: the same object as long as it is asked for often. */
export function toldIn(source: Source, sentence: number): Told {
  const known = packages.get(source);
  if (!known) {
    const own = source.claims.filter((claim) => claim.sentence.index === sentence);
    return toldOf(source.reading.document, own, sentence);
  }
  return toldLately(known, sentence, () => {
    const told = unpack(known.bytes, known.text, 1 + sentence) as PackedTold;
    return { ...told, prose: told.prose ?? known.text.slice(told.sentence.start, told.sentence.end) };
  });
}

/** The same without its claims. */
export const sentenceIn = (source: Source, sentence: number): Sentence =>
  packages.has(source) ? toldIn(source, sentence).sentence : (source.reading.document.sentences[sentence] as Sentence);

/** A name by its position in the reading, without the rest of its source. */
export function nameIn(source: Source, name: number): Name {
  const known = packages.get(source);
  if (!known) return source.reading.names[name] as Name;
  return namedLately(known, name, () => unpack(known.bytes, known.text, 1 + known.sentences + name) as Name);
}

/** The text of a source, without all that was read from it. */
export const textOf = (source: Source): string => packages.get(source)?.text ?? source.reading.document.text;

/** Its roots are all of it, then each sentence, then each name. */
interface Package {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly sentences: number;
}

/** The prose is told by what is blanked of the text. */
interface Packed extends Omit<Understood, "reading"> {
  readonly reading: Omit<Source["reading"], "document">;
  readonly document: Omit<Document, "text" | "prose">;
  readonly prose: string | readonly Span[];
}

/** The prose where it is not the text. */
type PackedTold = Omit<Told, "prose"> & Partial<Told>;

function packageOf({ reading: { document, ...reading }, claims }: Understood): Package {
  const { text, prose, ...rest } = document;
  const blanks = blanksIn(text, prose);
  const all: Packed = { reading, claims, document: rest, prose: blankOut(text, blanks) === prose ? blanks : prose };
  const sentences = claimsBySentence(document, claims).map((own, index): PackedTold => {
    const told = toldOf(document, own, index);
    const { prose: shown, ...others } = told;
    return shown === text.slice(told.sentence.start, told.sentence.end) ? others : told;
  });
  return { bytes: pack([all, ...sentences, ...reading.names], text), text, sentences: sentences.length };
}

function unpackAll({ bytes, text }: Package): Understood {
  const { reading, claims, document, prose } = unpack(bytes, text, 0) as Packed;
  return { reading: { ...reading, document: { ...document, text, prose: typeof prose === "string" ? prose : blankOut(text, prose) } }, claims };
}

function claimsBySentence({ sentences }: Document, claims: readonly Claim[]): readonly (readonly Claim[])[] {
  const lists = sentences.map((): Claim[] => []);
  for (const claim of claims) lists[claim.sentence.index]?.push(claim);
  return lists;
}

function toldOf({ sentences, prose }: Document, claims: readonly Claim[], index: number): Told {
  const sentence = sentences[index] as Sentence;
  return { sentence, prose: prose.slice(sentence.start, sentence.end), claims };
}

/** The stretches of a text that are blank in its prose. */
function blanksIn(text: string, prose: string): readonly Span[] {
  const found: { start: number; end: number }[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === prose[at]) continue;
    const last = found.at(-1);
    if (last && /^[ \r\n]*$/.test(prose.slice(last.end, at))) last.end = at + 1;
    else found.push({ start: at, end: at + 1 });
  }
  return found;
}
