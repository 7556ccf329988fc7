/**
 * Plain values as bytes, a tenth of what they take as objects. Several roots are packed together and unpacked one by one; what they share is packed once,
 * and what one of them holds twice is the same object again. Strings that stand in the text are kept as their place in it.
 */
export function pack(roots: readonly unknown[], text: string): Uint8Array {
  const seen = new Set<object>();
  const shared = new Set<object>();
  for (const root of roots) findShared(root, seen, shared);
  const body = writer();
  const places = new Map<object, number>();
  const found = new Map<string, number>();
  const putString = (string: string): void => {
    let at = found.get(string);
    if (at === undefined) {
      at = text.indexOf(string);
      found.set(string, at);
    }
    if (at >= 0) {
      body.put(tagged(Kind.slice, at));
      body.put(string.length);
    } else if (string.length <= longestWord) body.put(tagged(Kind.word, words.numberOf(string, string)));
    else {
      body.put(tagged(Kind.other, Other.string + string.length));
      for (let i = 0; i < string.length; i++) body.put(string.charCodeAt(i));
    }
  };
  const putNumber = (number: number): void => {
    if (number >= 0 && number < mostWhole && Number.isInteger(number) && !Object.is(number, -0)) body.put(tagged(Kind.whole, number));
    else {
      body.put(tagged(Kind.other, Other.number));
      for (const byte of new Uint8Array(Float64Array.of(number).buffer)) body.put(byte);
    }
  };
  const putObject = (value: object): void => {
    const before = places.get(value);
    if (before !== undefined) {
      body.put(tagged(Kind.reference, before));
      return;
    }
    if (shared.has(value)) {
      places.set(value, body.length());
      body.put(tagged(Kind.shared, 0));
    }
    if (Array.isArray(value)) {
      body.put(tagged(Kind.array, value.length));
      for (const one of value) put(one);
    } else {
      const keys = Object.keys(value);
      body.put(tagged(Kind.object, shapes.numberOf(keys.join(" "), keys)));
      for (const key of keys) put((value as Readonly<Record<string, unknown>>)[key]);
    }
  };
  const put = (value: unknown): void => {
    if (typeof value === "string") putString(value);
    else if (typeof value === "number") putNumber(value);
    else if (typeof value === "object" && value !== null) putObject(value);
    else body.put(tagged(Kind.other, simple.indexOf(value as undefined)));
  };
  const head = writer();
  let from = 0;
  for (const root of roots) {
    put(root);
    head.put(body.length() - from);
    from = body.length();
  }
  const first = writer();
  first.put(roots.length);
  return joined([first.bytes(), head.bytes(), body.bytes()]);
}

/** One of the roots. */
export function unpack(bytes: Uint8Array, text: string, root: number): unknown {
  /** What is shared, by its place. */
  const unpacked = new Map<number, unknown>();
  let at = 0;
  const get = (): number => {
    let byte = bytes[at++] as number;
    if (byte < 128) return byte;
    let number = byte & 127;
    for (let scale = 128; ; scale *= 128) {
      byte = bytes[at++] as number;
      number += (byte & 127) * scale;
      if (byte < 128) return number;
    }
  };
  const value = (): unknown => {
    const tag = get();
    const number = Math.floor(tag / 8);
    switch (tag & 7) {
      case Kind.whole:
        return number;
      case Kind.word:
        return words.all[number];
      case Kind.slice:
        return text.slice(number, number + get());
      case Kind.object: {
        const made: Record<string, unknown> = {};
        for (const key of shapes.all[number] as readonly string[]) made[key] = value();
        return made;
      }
      case Kind.array: {
        const made: unknown[] = [];
        for (let i = 0; i < number; i++) made.push(value());
        return made;
      }
      case Kind.shared: {
        const place = at - 1 - body;
        const known = unpacked.get(place);
        const made = value();
        if (known !== undefined) return known;
        unpacked.set(place, made);
        return made;
      }
      case Kind.reference: {
        const known = unpacked.get(number);
        if (known !== undefined) return known;
        const after = at;
        at = body + number;
        const made = value();
        at = after;
        return made;
      }
      default:
        return other(number);
    }
  };
  const other = (number: number): unknown => {
    if (number < Other.number) return simple[number];
    if (number === Other.number) return new Float64Array(Uint8Array.from({ length: 8 }, get).buffer)[0];
    // Letter by letter: so many arguments as a long text has letters are too many for one call.
    let string = "";
    for (let i = Other.string; i < number; i++) string += String.fromCharCode(get());
    return string;
  };
  const roots = get();
  let start = 0;
  for (let i = 0; i < roots; i++) {
    const length = get();
    if (i < root) start += length;
  }
  const body = at;
  at += start;
  return value();
}

/** What a value begins with: its kind in three bits, and a number. */
const Kind = { whole: 0, object: 1, array: 2, reference: 3, word: 4, slice: 5, other: 6, shared: 7 } as const;
const tagged = (kind: number, number: number): number => number * 8 + kind;
/** Among the others: the simple values, a number in eight bytes, a string by its length. */
const simple = [undefined, null, true, false] as const;
const Other = { number: 4, string: 5 } as const;
const mostWhole = 2 ** 40;
/** Longer strings are hardly met twice. */
const longestWord = 24;

/** Values told by a number, the same for all that is packed. */
function numbered<V>() {
  const all: V[] = [];
  const numbers = new Map<string, number>();
  return {
    all: all as readonly V[],
    numberOf: (key: string, value: V): number => {
      const known = numbers.get(key) ?? all.push(value) - 1;
      numbers.set(key, known);
      return known;
    },
  };
}

/** The keys of objects, in their order. */
const shapes = numbered<readonly string[]>();
/** Short strings that stand in no text: kinds, lemmas, days. */
const words = numbered<string>();

function findShared(value: unknown, seen: Set<object>, shared: Set<object>): void {
  if (typeof value !== "object" || value === null) return;
  if (seen.has(value)) {
    shared.add(value);
    return;
  }
  seen.add(value);
  for (const one of Object.values(value)) findShared(one, seen, shared);
}

/** Whole numbers, seven bits a byte, the lowest first. */
function writer() {
  let bytes = new Uint8Array(1024);
  let length = 0;
  return {
    length: () => length,
    bytes: () => bytes.subarray(0, length),
    put: (whole: number): void => {
      if (length + 8 > bytes.length) bytes = joined([bytes, new Uint8Array(bytes.length)]);
      let rest = whole;
      for (; rest > 127; rest = Math.floor(rest / 128)) bytes[length++] = (rest % 128) | 128;
      bytes[length++] = rest;
    },
  };
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
