import type { Document, Sentence, Span } from "../document/document.ts";
import type { Fresh } from "../document/fresh.ts";
import type { Passage, Place } from "../document/passage.ts";
import { overlapping } from "./by-sentence.ts";
import { isDecoy } from "./decoy.ts";
import { isForEach } from "./for-each.ts";
import { hedgeAfter, hedgeBefore, hedgeOfEstimate, hedgeOfEstimator, hedgeOfVerb } from "./hedge.ts";
import { intervalOf, widen } from "./interval.ts";
import type { Figure } from "./mentions.ts";
import { countedBy, type Noun, nounAt, partitive, phrase, subjectBefore, tallyNoun } from "./noun.ts";
import { readNumber } from "./number.ts";
import { moved, placedMention } from "./placing.ts";
import { pointsBack } from "./reference.ts";
import { type Token, tokensOf } from "./tokens.ts";
import { measure } from "./unit.ts";

/** Amounts of time are time expressions, never figures. */
const timeUnits: ReadonlySet<string> = new Set("second minute hour day night week weekend fortnight month year decade century".split(" "));

/** A figure with the tokens it was read from, while its sentence is being read. */
interface Draft {
  readonly figure: Figure;
  readonly first: number;
  readonly end: number;
}

/** The figures of a passage, counted from its start. `masked` (dates, placeholders) hold no figures. */
export function readFigures({ document }: Passage, masked: readonly Span[]): readonly Figure[] {
  const masks = overlapping(
    document,
    masked.toSorted((a, b) => a.start - b.start),
  );
  return document.sentences.flatMap((sentence, at) => readSentence(document, sentence, masks[at] as readonly Span[]));
}

/** A figure in its place in the whole. */
export function placedFigure(figure: Figure, place: Place): Figure {
  const placed = placedMention(figure, place);
  if (figure.hedge) placed.hedge = moved(figure.hedge, place.start);
  if (figure.noun) placed.noun = moved(figure.noun, place.start);
  return placed;
}

function readSentence(document: Document, sentence: Sentence, masks: readonly Span[]): readonly Figure[] {
  if (document.blocks[sentence.block]?.kind === "footnote") return [];
  const tokens = tokensOf(document, sentence);
  const found: Draft[] = [];
  let mask = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    while (mask < masks.length && (masks[mask] as Span).end <= token.start) mask++;
    if (mask < masks.length && (masks[mask] as Span).start <= token.start && !isShare(tokens, i)) continue;
    const draft = readFigure(document, sentence, tokens, i, found);
    if (!draft) {
      const skipped = readNumber(tokens, i);
      if (skipped && skipped.form !== "fraction") i = skipped.end - 1;
      continue;
    }
    if (mask < masks.length && (masks[mask] as Span).start < draft.figure.end && !isShare(tokens, i)) continue;
    found.push(draft);
    i = draft.end - 1;
  }
  return found.map((draft, i) => withSharedUnit(tokens, found, draft, i)).map((draft, i) => withNounOfOther(tokens, found, draft, i));
}

/** "Nine of the 12 huts", "35 of the 180 metres", "35 metres of the 180 that are blocked": part and whole count and measure the same, which is written once. */
function withNounOfOther(tokens: readonly Token[], found: readonly Draft[], { figure }: Draft, i: number): Figure {
  if (figure.dimension !== "count" || (figure.noun && !figure.noun.elided)) return figure;
  const [part, here, whole] = [found[i - 1], found[i] as Draft, found[i + 1]];
  const other = isPartOf(tokens, here, whole, here.end) ? whole : isPartOf(tokens, part, here, here.first - 2) ? part : undefined;
  if (!other || (other === part && /^(?:count|percent|fraction|ratio)$/.test(other.figure.dimension))) return figure;
  const { dimension, unit, noun } = other.figure;
  if (!noun && dimension === "count") return figure;
  return { ...figure, dimension, ...(unit && { unit }), ...(noun && { noun: { ...noun, elided: true } }) };
}

/** "of" stands at the token, behind the part, and the whole soon behind it. */
const isPartOf = (tokens: readonly Token[], part: Draft | undefined, whole: Draft | undefined, of: number): boolean =>
  part !== undefined &&
  whole !== undefined &&
  of >= part.end &&
  of - part.end < 2 &&
  tokens[of]?.lower === "of" &&
  whole.first - of < 5 &&
  !tokens.slice(of, whole.first).some((token) => token.text === ",");

/** "54.1 per cent to 45.9", "from 54 to 61 percent": the unit is written once. What rose by so much "to 45.2" is another measure. */
function withSharedUnit(tokens: readonly Token[], found: readonly Draft[], draft: Draft, i: number): Draft {
  const { figure, first, end } = draft;
  if (figure.dimension !== "count" || figure.form !== "number" || figure.value > 100 || (figure.noun && !figure.noun.elided)) return draft;
  const word = tokens[end]?.lower ?? "";
  if (tokens[end]?.kind === "word" && !/^(?:and|to|from|in|for|on|at|against|but|while|with|after|before|a|the|by|when|last|this|or)$/.test(word)) return draft;
  const joint = tokens[first - 1]?.lower ?? "";
  for (const other of [found[i - 1], found[i + 1]]) {
    if (other?.figure.dimension !== "percent") continue;
    const isPair = (tokens[other.first - 1]?.lower === "from" && joint === "to") || (tokens[other.first - 1]?.lower === "to" && joint === "from");
    const isListed =
      other === found[i - 1] &&
      isDecimal(figure) &&
      isDecimal(other.figure) &&
      !(joint === "to" && tokens.slice(Math.max(0, other.first - 6), other.first).some(({ lower }) => shifts.test(lower)));
    if (!isPair && !isListed) continue;
    const { noun: _, ...rest } = figure;
    return { ...draft, figure: { ...rest, dimension: "percent", unit: "%" } };
  }
  return draft;
}

const isDecimal = ({ text }: Figure): boolean => /\d\.\d/.test(text);
const shifts =
  /^(?:rose|rises?|rising|risen|fell|falls?|falling|fallen|climb\w*|dropp?\w*|gain\w*|lost|los\w+|slipp?\w*|jump\w*|up|down|added|shed|edged|eased|grew|advanced|declined|slid|tumbled|surged)$/;

/** "the two of them", "the three who voted no": those spoken of, no count; "the seven others" is one. */
const anaphoric = (tokens: readonly Token[], first: number, spelled: boolean, noun: Noun | undefined): boolean =>
  spelled &&
  tokens[first + 1]?.lower !== "others" &&
  /^(?:the|these|those|all|both)$/.test(tokens[first - 1]?.lower ?? "") &&
  (!noun || noun.elided) &&
  !/^(?:toll|dead)$/.test(noun?.head ?? "");

/** "the two leaders", "our two countries": two that are known, no count; "the two dead" is one. */
const theTwo = (tokens: readonly Token[], first: number, value: number, noun: Noun | undefined): boolean =>
  value === 2 &&
  /^(?:the|these|those|our|both|all)$/.test(tokens[first - 1]?.lower ?? "") &&
  !/^(?:dead|injured|wounded|missing|victim|survivor|hostage|casualty|detainee)$/.test(noun?.head ?? "");

/** "three quarters of homes" is no length of time. */
const isShare = (tokens: readonly Token[], i: number): boolean => /^quarters?$/.test(tokens[i + 1]?.lower ?? "") && tokens[i + 2]?.lower === "of";

function readFigure(document: Document, sentence: Sentence, tokens: readonly Token[], i: number, before: readonly Draft[]): Draft | undefined {
  const number = readNumber(tokens, i);
  if (!number) return undefined;
  const { dimension, unit, first, end, nounEnd } = measure(tokens, number);
  if (isDecoy(tokens, number, dimension !== "count")) return undefined;
  const noun = nounEnd ? phrase(tokens, end, nounEnd, false) : nounOf(tokens, number.value === 1 && number.form === "number", dimension, first, end, before);
  if (dimension === "count" && (theTwo(tokens, first, number.value, noun) || anaphoric(tokens, first, number.spelled, noun))) return undefined;
  if (dimension === "count" && noun && !noun.elided && timeUnits.has(noun.head)) return undefined;
  const afterNoun =
    noun && !noun.elided && noun.start >= (tokens[end - 1] as Token).end ? tokens.findIndex((token, k) => k >= end && token.start >= noun.end) : end;
  const hedge =
    hedgeBefore(tokens, first) ??
    hedgeAfter(tokens, end) ??
    (afterNoun > end ? hedgeAfter(tokens, afterNoun) : undefined) ??
    shared(tokens, first, end, before) ??
    tollHedge(tokens, first) ??
    hedgeOfEstimate(tokens, first) ??
    hedgeOfEstimator(tokens, end) ??
    (dimension !== "count" || !noun || noun.elided ? hedgeOfVerb(tokens, first) : undefined);
  const start = (tokens[first] as Token).start;
  const finish = (tokens[end - 1] as Token).end;
  const reference = dimension === "count" && !hedge && number.form !== "vague" ? pointsBack(document, (tokens[first] as Token).start) : undefined;
  const kind = hedge?.kind ?? (number.loose ? "about" : undefined);
  const interval = number.form === "range" || number.form === "vague" ? widen(number.low, number.high, kind) : intervalOf(number.value, kind);
  const figure: Fresh<Figure> = {
    start,
    end: finish,
    text: document.text.slice(start, finish),
    sentence: sentence.index,
    value: number.value,
    low: interval.low,
    high: interval.high,
    lowOpen: interval.lowOpen,
    highOpen: interval.highOpen,
    form: number.form,
    dimension,
  };
  if (hedge) figure.hedge = hedge;
  if (unit) figure.unit = unit;
  if (noun) figure.noun = noun;
  if (reference) figure.reference = reference;
  if (isForEach(tokens, first, afterNoun < 0 ? tokens.length : afterNoun)) figure.each = true;
  return { figure, first, end };
}

/** "a 45-member team" counts members, "a 45-strong team" the team's. */
const hyphenated = (tokens: readonly Token[], i: number): Noun | undefined =>
  /^(?:strong|plus|odd|some)$/.test(tokens[i]?.lower ?? "") ? nounAt(tokens, i + 1, true) : phrase(tokens, i, i + 1, false);

function ownNoun(tokens: readonly Token[], end: number, dimension: Figure["dimension"], one: boolean): Noun | undefined {
  const measured = dimension !== "count" || /^(?:dozens|scores|hundreds|thousands|millions|billions)$/.test(tokens[end - 1]?.lower ?? "");
  // "21,000 head of cattle"
  if (tokens[end]?.lower === "head" && tokens[end + 1]?.lower === "of") return nounAt(tokens, end + 2, true);
  const hedge = hedgeAfter(tokens, end);
  const from = hedge ? tokens.findIndex((token, i) => i >= end && token.start >= hedge.end) : tokens[end]?.lower === "of" && measured ? end + 1 : end;
  return partitive(tokens, end, dimension !== "count") ?? (from < 0 ? undefined : nounAt(tokens, from, one));
}

function nounOf(
  tokens: readonly Token[],
  one: boolean,
  dimension: Figure["dimension"],
  first: number,
  end: number,
  before: readonly Draft[],
): Noun | undefined {
  const hyphened = tokens[end]?.text === "-" && tokens[end]?.start === tokens[end - 1]?.end;
  const own = dimension === "money" ? undefined : hyphened ? hyphenated(tokens, end + 1) : ownNoun(tokens, end, dimension, one);
  if (own) return own;
  const named = tokens[end]?.lower === "the" && tallyNoun.test(tokens[end + 1]?.lower ?? "") ? countedBy(tokens, end + 1) : undefined;
  if (named) return named;
  if (dimension !== "count" && dimension !== "fraction" && dimension !== "ratio" && dimension !== "percent") return undefined;
  if (tokens[first - 1]?.lower === "to" || tokens[first - 1]?.lower === "at" || tollBefore(tokens, first) || tollSince(tokens, before, first)) {
    const subject = subjectBefore(tokens, first);
    if (subject) return subject;
  }
  const whole = tokens[0]?.lower === "of" && before.length === 0 ? partitive(tokens, 0, false) : undefined;
  if (whole) return { ...whole, elided: true };
  const last = before.findLast(
    ({ figure }) => (figure.dimension === "count" || (dimension === "percent" && figure.dimension === "percent")) && figure.noun && figure.noun.head !== "time",
  )?.figure.noun;
  if (last) return { ...last, elided: true };
  return dimension !== "count" || tokens[first - 1]?.text === ":" ? subjectBefore(tokens, first) : undefined;
}

/** "a toll of 14", "the dead number 41", "the count was 103". */
function tollBefore(tokens: readonly Token[], first: number): boolean {
  return /^(?:of|was|is|were|are|been|be|number|numbered|reached|reaches|hit|hits|passes|tops|nears|exceeds|climbs|passed|topped|exceeded|stands|stood|touched|touches|crossed|crosses|neared|approached|surpassed|breached|totalled|totaled|totals|remains|remained|became)$/.test(
    tokens[first - 1]?.lower ?? "",
  );
}

/** "the number of deaths reached 42 and *the number of cases* 3,960": the second counts something of its own. */
const tollSince = (tokens: readonly Token[], before: readonly Draft[], first: number): boolean =>
  before.length > 0 && tokens.slice(before.at(-1)?.end, first).some((token) => /^(?:number|count|toll|tally)$/.test(token.lower));

/** "over 3,785 killed and 12,493 wounded": the hedge reaches a second number that has no noun of its own. */
function shared(tokens: readonly Token[], first: number, end: number, before: readonly Draft[]): Figure["hedge"] {
  const last = before.at(-1);
  if (!last?.figure.hedge || tokens[first - 1]?.lower !== "and" || last.figure.dimension !== "count" || last.figure.hedge.end > last.figure.start)
    return undefined;
  if (!/^(?:dead|killed|wounded|injured|hurt|missing|others|more|displaced|detained|arrested|destroyed|damaged)$/.test(tokens[end]?.lower ?? ""))
    return undefined;
  const between = tokens.slice(last.end, first - 1);
  return between.length < 7 && between.every((token) => token.kind === "word") ? { ...last.figure.hedge, shared: true } : undefined;
}

/** "an estimated death toll of 7,000". */
function tollHedge(tokens: readonly Token[], first: number): Figure["hedge"] {
  if (tokens[first - 1]?.lower !== "of") return undefined;
  for (let i = first - 2; i >= Math.max(0, first - 5); i--) {
    const token = tokens[i] as Token;
    if (token.lower === "estimated") return { kind: "about", start: token.start, end: token.end };
    if (token.kind !== "word") return undefined;
  }
  return undefined;
}
