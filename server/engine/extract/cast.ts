import type { Sentence, Span } from "../document/document.ts";
import { determiners } from "../lexicon/function-words.ts";
import { isGivenName, sexOfGivenName } from "../lexicon/given-names.ts";
import { isPerson } from "../lexicon/people.ts";
import { occupations } from "../lexicon/ranks.ts";
import { documentNouns, organisationNouns, roleNouns, vagueNouns } from "../lexicon/speakers.ts";
import type { Name, Speaker } from "./mentions.ts";
import { isCapital, type Stretch } from "./noun-phrase.ts";
import type { Token } from "./tokens.ts";

type Sex = "f" | "m";

/** Who has appeared so far in a text, as far as pronouns, roles and surnames refer to them. Filled in reading order. */
export interface Cast {
  readonly byKey: Map<string, string>;
  readonly sexes: Map<string, Sex>;
  lastPerson?: { readonly name: string; readonly block: number; readonly spoke: boolean; readonly sentence: number | undefined; readonly rival?: boolean };
  /** The block in whose first words (a sentence, or a quotation that opens it) a pronoun may still mean somebody of the block before. */
  opening?: number;
  lastBody?: { readonly name: string; readonly block: number };
  /** The sentence in which a name last stood that may be a person's. */
  other?: number;
  /** What was learnt since the turn began. */
  learnt: Lesson[];
}

type Lesson = readonly [of: "byKey" | "sexes", word: string, told: string];

/** What a passage adds to the cast: what it teaches, and whom it leaves behind. */
export type Turn = Pick<Cast, "lastPerson" | "opening" | "lastBody"> & { readonly learnt: readonly Lesson[] };

export const newCast = (): Cast => ({ byKey: new Map(), sexes: new Map(), learnt: [] });

export function beginTurn(cast: Cast): void {
  cast.learnt = [];
  delete cast.other;
  // After an edit another sentence may have its number.
  if (cast.lastPerson) cast.lastPerson = { ...cast.lastPerson, sentence: undefined };
}

export const turnOf = ({ learnt, lastPerson, opening, lastBody }: Cast): Turn => ({
  learnt,
  ...(lastPerson && { lastPerson }),
  ...(opening !== undefined && { opening }),
  ...(lastBody && { lastBody }),
});

/** The cast after a passage that was read before. */
export function takeTurn(cast: Cast, { learnt, ...left }: Turn): void {
  for (const [of, word, told] of learnt) (cast[of] as Map<string, string>).set(word, told);
  Object.assign(cast, left);
}

/** Two turns that leave the same to the passages behind, from the same cast before. In which sentence somebody was named last, matters to that sentence alone. */
export function isSameTurn(a: Turn, b: Turn): boolean {
  const [x, y] = [a.lastPerson, b.lastPerson];
  return (
    a.opening === b.opening &&
    a.lastBody?.name === b.lastBody?.name &&
    a.lastBody?.block === b.lastBody?.block &&
    x?.name === y?.name &&
    x?.block === y?.block &&
    x?.spoke === y?.spoke &&
    x?.rival === y?.rival &&
    a.learnt.length === b.learnt.length &&
    a.learnt.every(([of, word, told], at) => {
      const [otherOf, otherWord, otherTold] = b.learnt[at] as Lesson;
      return of === otherOf && word === otherWord && told === otherTold;
    })
  );
}

function learn(cast: Cast, of: "byKey", word: string, told: string): void;
function learn(cast: Cast, of: "sexes", word: string, told: Sex): void;
function learn(cast: Cast, of: Lesson[0], word: string, told: string): void {
  (cast[of] as Map<string, string>).set(word, told);
  cast.learnt.push([of, word, told]);
}

const female =
  /^(?:she|her|ms|mrs|miss|madam|madame|mme|smt|shrimati|señora|senora|frau|dame|lady|baroness|\p{L}+woman|mother|daughter|sister|wife|widow|aunt|queen|princess|nurse|actress)$/u;
const male = /^(?:he|his|mr|sir|lord|shri|herr|señor|senor|monsieur|alhaji|\p{L}+man|father|son|brother|husband|widower|uncle|king|prince|fisherman)$/u;

/** The head noun of a phrase: the last word before "of", "for" or the end. */
function headOf(tokens: readonly Token[], { from, to }: Stretch): string {
  let at = from;
  while (at + 1 < to && !/^(?:of|for|in|at|from|on|to)$/.test(tokens[at + 1]?.lower ?? "")) at++;
  return (tokens[at]?.lower ?? "").replace(/'s$/, "");
}

const surname = (name: string): string => (name.split(/\s+/).at(-1) ?? name).toLowerCase();

/** A name so near to its sentence's start is likely to be its subject, with which "he" or "she" goes on. */
const subjectReach = 40;

/** What follows a name shows a person: ", a nurse", ", 34,", ", who". */
function introduces(following: string): boolean {
  if (!following.startsWith(",")) return false;
  const match =
    /^,\s+(?:(who|whose|\d{1,2}\b(?!\s*\p{L}))|(?:an?|the|his|her|its|their)\s+(?:[\p{L}-]+\s){0,3}?([\p{L}-]+)(?=[,.;]|\s(?:of|for|at|in|from|who)\b))/u.exec(
      following,
    );
  return match !== null && (match[1] !== undefined || occupations.has(match[2] ?? "") || roleNouns.has(match[2] ?? "") || isPerson(match[2] ?? ""));
}

const sexOf = (cast: Cast, name: string): Sex | undefined => cast.sexes.get(name) ?? sexOfGivenName(name.split(/\s+/)[0] as string);

/** "the district magistrate, Bo Ek, ", "the minister for home affairs, Bo Ek, ": the office that stands before a name, and its head noun. */
function officeBefore(preceding: string, following: string): { readonly office: string; readonly head: string } | undefined {
  const phrase =
    /^[,.;:)]/.test(following) &&
    /(?:^|\s)(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur)\s+((?:[\p{L}’'-]+\s){0,5}?[\p{L}-]+),\s+(?:\p{Lu}\p{Ll}+\.?\s)?$/u.exec(preceding)?.[1];
  if (!phrase) return undefined;
  const office = phrase.toLowerCase();
  const head =
    office
      .split(/\s(?:of|for|at|in)\s/)[0]
      ?.split(/\s+/)
      .at(-1) ?? "";
  return roleNouns.has(head) ? { office, head } : undefined;
}

/** An office that somebody holds; one that two hold is nobody's, unless its full name tells them apart. */
function holds(cast: Cast, office: string, holder: string): void {
  const other = cast.byKey.get(office);
  if (other !== undefined && other !== holder) learn(cast, "byKey", office, surname(other) === surname(holder) ? holder : nobody);
  else learn(cast, "byKey", office, holder);
}
const nobody = "";

/** Takes note of the people whom a sentence names, with the role that stands beside the name. */
export function enter(cast: Cast, name: Name, { index, block, start }: Sentence, preceding: string, following: string): void {
  if (name.kind === "place" || name.kind === "organisation") return;
  const known = cast.byKey.get(surname(name.text));
  const title = name.title?.toLowerCase().replace(/\.$/, "");
  const full = name.words.length > 1 || !known ? name.text.replace(/['’]s$/, "") : known;
  const held = officeBefore(preceding, following);
  if (name.kind === "unknown" && !known && !title && !introduces(following) && !held && !(name.words.length === 2 && isGivenName(name.words[0] as string))) {
    // Who may be somebody is a rival of whom the sentence names: "she" may be either.
    if (name.words.length > 1) cast.other = index;
    if (name.words.length > 1 && cast.lastPerson?.sentence === index && !cast.lastPerson.spoke) cast.lastPerson = { ...cast.lastPerson, rival: true };
    return;
  }
  learn(cast, "byKey", surname(full), full);
  for (const word of title?.split(/\s+/) ?? []) {
    if (roleNouns.has(word) && !(title && subordinate.test(title))) holds(cast, word, full);
    note(cast, full, word);
  }
  if (title?.includes(" ")) holds(cast, title, full);
  if (held) for (const office of new Set([held.office, held.head])) holds(cast, office, full);
  if (/^["“‘'\s]*(?:he|she|they|it)\s/i.test(preceding)) return;
  const last = cast.lastPerson;
  if (last && (/['’]s?$/.test(name.text) || /^['’]/.test(following))) return;
  if (last && last.sentence === index && !last.spoke) {
    if (last.name !== full) cast.lastPerson = { ...last, rival: true };
  } else if (!last?.spoke || last.block !== block || (last.sentence !== index && name.start - start < subjectReach)) {
    cast.lastPerson = { name: full, block, spoke: false, sentence: index, ...(cast.other === index && { rival: true }) };
  }
}

/** "The manager shook her head": the sentence is about the holder of an office, with whom "she" goes on, or about somebody unknown. */
export function enterOffice(cast: Cast, tokens: readonly Token[], { index, block }: Sentence): void {
  const at = tokens[0]?.lower === "the" ? 1 : -1;
  const head = tokens[at]?.lower ?? "";
  const next = tokens[at + 1];
  if (at < 0 || !roleNouns.has(head) || next?.kind !== "word" || isCapital(next) || /^(?:of|for|in|at|from|and)$|s$/.test(next.lower)) return;
  const holder = cast.byKey.get(head);
  cast.lastPerson = { name: holder ?? nobody, block, spoke: false, sentence: index };
}

/** "The mayor" is not the deputy mayor. */
const subordinate = /^(?:additional|deputy|vice|assistant|associate|acting|former|joint|junior)\b/;

function note(cast: Cast, name: string, word: string): void {
  if (female.test(word)) learn(cast, "sexes", name, "f");
  else if (male.test(word)) learn(cast, "sexes", name, "m");
}

/** The speaker of a report, resolved against the cast, which then remembers that he or she spoke. */
export function speakerOf(
  cast: Cast,
  tokens: readonly Token[],
  phrase: Stretch,
  aside: Stretch | undefined,
  names: readonly Name[],
  span: Span & { readonly words: string },
  sentence: Sentence,
): Speaker {
  const head = headOf(tokens, phrase);
  const base = { start: span.start, end: span.end, words: span.words };
  if (phrase.to - phrase.from === 1 && /^(?:he|she|it|they|we|i|you)$/.test(head)) return pronoun(cast, head, base, sentence);
  const beside = aside && !clauseStart.test((tokens[aside.from] as Token).lower) && !describes(tokens, phrase, aside) ? aside : undefined;
  const inside = namedIn(tokens, phrase, beside, names);
  const single = phrase.to - phrase.from === 1 && !inside.length && /^\p{Lu}/u.test(base.words) ? cast.byKey.get(head) : undefined;
  if (single) return known(cast, single, base, sentence, "person");
  const named = personIn(cast, tokens, phrase, beside, inside, head);
  if (named) return asPerson(cast, tokens, phrase, beside, named, base, sentence);
  if (vagueNouns.has(head) && !inside.length) return { ...base, name: base.words, kind: "vague" };
  if (roleNouns.has(head)) return role(cast, officeOf(base.words), head, base, sentence);
  if (documentNouns.has(head) && !organisationNouns.has(head)) return { ...base, name: base.words, kind: "organisation" };
  const name = (nameIn(tokens, beside, inside)?.text ?? base.words)
    .replace(/^(?:the|a|an)\s+/i, "")
    .replace(/['’]s?$/, "")
    .replace(/\s+/g, " ");
  if (organisationNouns.has(head) || inside.length > 0) {
    cast.lastBody = { name, block: sentence.block };
    return { ...base, name, kind: "organisation" };
  }
  return { ...base, name: base.words, kind: roleNouns.has(head.replace(/s$/, "")) || head.endsWith("s") ? "vague" : "role" };
}

/** "Ana Ruiz, *the Chief Engineer*": what is named stands in the phrase, and the apposition tells its office. */
const describes = (tokens: readonly Token[], phrase: Stretch, aside: Stretch): boolean =>
  isCapital(tokens[phrase.from]) && !determiners.has((tokens[phrase.from] as Token).lower) && determiners.has((tokens[aside.from] as Token).lower);

const clauseStart = /^(?:who|which|whose|whom|that|where|when|and|but)$/;

const nameIn = (tokens: readonly Token[], stretch: Stretch | undefined, names: readonly Name[]): Name | undefined =>
  stretch && names.find((name) => name.start >= (tokens[stretch.from] as Token).start && name.end <= (tokens[stretch.to - 1] as Token).end);

/** The person whom the phrase or its apposition names, if it names one rather than the body that he or she belongs to. */
function personIn(cast: Cast, tokens: readonly Token[], phrase: Stretch, beside: Stretch | undefined, names: readonly Name[], head: string): Name | undefined {
  const first = (tokens[phrase.from] as Token).start;
  const people = names.filter(
    ({ kind, title, words, text, start }) =>
      kind === "person" ||
      (kind === "place" && words.length > 1 && start === first) ||
      (kind === "unknown" && (title || words.length > 1 || cast.byKey.has(surname(text)))),
  );
  // "Ann Bo, the leader of Farmers First": what stands behind "of" is what somebody leads
  const own = people.filter((name) => !/^(?:of|for)$/.test(wordBefore(tokens, name)));
  const candidate = roleNouns.has(head) || beside ? (own.find((name) => name === nameIn(tokens, beside, names)) ?? own.at(-1)) : own[0];
  if (!candidate) return undefined;
  const certain = candidate.kind !== "unknown" || roleNouns.has(head) || candidate.title || cast.byKey.has(surname(candidate.text));
  return certain || !looksCorporate(tokens, phrase, candidate) ? candidate : undefined;
}

/** The names of the phrase and its apposition: those of a relative clause between subject and verb speak of something else. */
function namedIn(tokens: readonly Token[], phrase: Stretch, beside: Stretch | undefined, names: readonly Name[]): readonly Name[] {
  const inside =
    ({ from, to }: Stretch) =>
    (name: Name) =>
      name.start < (tokens[to - 1] as Token).end && name.end > (tokens[from] as Token).start;
  return names.filter((name) => inside(phrase)(name) || (beside && inside(beside)(name)));
}

const wordBefore = (tokens: readonly Token[], name: Name): string => tokens.findLast((token) => token.end <= name.start)?.lower ?? "";

const looksCorporate = (tokens: readonly Token[], phrase: Stretch, name: Name): boolean =>
  name.words.some((word) => organisationNouns.has(word.toLowerCase())) ||
  /^(?:the)$/.test(wordBefore(tokens, name)) ||
  (name.words.length === 1 && phrase.to - phrase.from === 1);

function asPerson(
  cast: Cast,
  tokens: readonly Token[],
  phrase: Stretch,
  aside: Stretch | undefined,
  named: Name,
  base: Omit<Speaker, "name" | "kind">,
  sentence: Sentence,
): Speaker {
  const plain = named.text.replace(/['’]s$/, "").replace(/\s+/g, " ");
  const full = named.words.length > 1 ? plain : (cast.byKey.get(surname(plain)) ?? plain);
  learn(cast, "byKey", surname(full), full);
  const around = [...tokens.slice(phrase.from, phrase.to), ...(aside ? tokens.slice(aside.from, aside.to) : [])];
  for (const { lower } of around) {
    if (roleNouns.has(lower)) holds(cast, lower, full);
    note(cast, full, lower);
  }
  cast.lastPerson = { name: full, block: sentence.block, spoke: true, sentence: sentence.index };
  return { ...base, name: full, kind: "person" };
}

const officeOf = (words: string): string => words.toLowerCase().replace(/^(?:the|a|an|its|his|her|their|our)\s+/, "");

function role(cast: Cast, office: string, head: string, base: Omit<Speaker, "name" | "kind">, sentence: Sentence): Speaker {
  const name = cast.byKey.get(office) || cast.byKey.get(head);
  if (name) return known(cast, name, base, sentence, "role");
  // "A spokesman for Bo said": who "he" is from here on, nobody can tell
  cast.lastPerson = { name: nobody, block: sentence.block, spoke: true, sentence: sentence.index };
  return { ...base, name: base.words, kind: "role" };
}

/** One who has appeared before, and now speaks. */
function known(cast: Cast, name: string, base: Omit<Speaker, "name" | "kind">, sentence: Sentence, kind: Speaker["kind"]): Speaker {
  cast.lastPerson = { name, block: sentence.block, spoke: true, sentence: sentence.index };
  return { ...base, name, kind };
}

const reaches = (cast: Cast, from: number, to: number): boolean => from === to || (from === to - 1 && cast.opening === to);

function pronoun(cast: Cast, word: string, base: Omit<Speaker, "name" | "kind">, sentence: Sentence): Speaker {
  const sex: Sex | undefined = word === "she" ? "f" : word === "he" ? "m" : undefined;
  const person = cast.lastPerson;
  const before = person && sexOf(cast, person.name);
  if (sex && person?.name && reaches(cast, person.block, sentence.block) && (before ? before === sex : !person.rival)) {
    learn(cast, "sexes", person.name, sex);
    return known(cast, person.name, base, sentence, "pronoun");
  }
  const body = cast.lastBody;
  if (!sex && body && (word === "it" || word === "they") && sentence.block - body.block <= 1) return { ...base, name: body.name, kind: "pronoun" };
  return { ...base, name: base.words, kind: "pronoun" };
}
