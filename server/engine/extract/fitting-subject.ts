import { months, prepositions, pronouns, relatives, weekdays } from "../lexicon/function-words.ts";
import { measures, outlooks, revising } from "../lexicon/reporting-verbs.ts";
import { documentNouns, tallyNouns } from "../lexicon/speakers.ts";
import { isCapital, type Stretch, speaks } from "./noun-phrase.ts";
import type { ReportingForm } from "./reporting-forms.ts";
import { countsSoon, hasAmount, putsAt, speaksOfNumber } from "./said-numbers.ts";
import type { Token } from "./tokens.ts";

/** Who counts, finds or lists must be one who publishes counts; who says may be anybody. */
export function fits(tokens: readonly Token[], at: number, phrase: Stretch, { kind, lemma, form }: ReportingForm): boolean {
  const words = tokens.slice(phrase.from, phrase.to);
  const last = words.at(-1) as Token;
  if (prepositions.has(last.lower) || (last.kind === "number" && !isCapital(words.at(-2)) && !isYear(last))) return false;
  if (lemma === "claim" && tokens.slice(at + 1, at + 7).some(({ lower }) => /^(?:responsibility|credit|victory|lives|life)$/.test(lower))) return false;
  if (kind !== "tally") return true;
  const next = tokens[at + 1]?.lower;
  const named = words.some(isCapital) || pronouns.has(last.lower);
  const office = isOffice(tokens, phrase);
  if (lemma !== "show" && /^(?:up|out|off|on|forward|down|aside|in|back|together)$/.test(next ?? "") && !isDay(tokens[at + 2])) return false;
  if (lemma === "put" || lemma === "set" || lemma === "place")
    return (
      (named || office) &&
      putsAt(tokens, at, office || /^(?:it|they)$/.test(last.lower) || (next === "at" && relatives.has(tokens[phrase.from - 1]?.lower ?? "")))
    );
  if (lemma === "offer") return office && hasAmount(tokens.slice(at + 1, at + 6));
  if (lemma === "want" || lemma === "seek") return (office || named) && countsSoon(tokens, at + 1);
  if (lemma === "target") return (office || named) && hasAmount(tokens.slice(at + 1, at + 7));
  if (lemma === "see" && form !== "past" && (office || words.some(isCapital))) return tokens.slice(at + 1, at + 8).some((token) => outlooks.has(token.lower));
  if (lemma === "see") return words.some((word) => /^(?:reporters?|journalists?|correspondents?|photographers?|witness(?:es)?)$/.test(word.lower));
  // "the certificate allows for a load of five tonnes"
  if (/^(?:allow|require|specify|stipulate)$/.test(lemma)) return documentNouns.has(last.lower) && countsSoon(tokens, at + 1);
  if (lemma === "know") return next === "of" && (office || named);
  if (lemma === "speak" && next === "of" && office) return true;
  if (lemma === "speak" || lemma === "talk" || lemma === "refer") return speaksOfNumber(tokens, at, lemma === "refer" ? /^to$/ : /^(?:of|about)$/);
  if (revising.has(lemma))
    return (
      (named || office) &&
      tokens.slice(at + 1, at + 6).some((token) => tallyNouns.has(token.lower) || /^(?:forecasts?|targets?|guidance|outlook)$/.test(token.lower))
    );
  // "a sum that her solicitor gave as £350,000"
  if (lemma === "give" && next === "as") return (named || office) && countsSoon(tokens, at + 2);
  if (lemma === "give")
    return (
      (named || office) &&
      (words.some(isResult) ||
        (tokens[at + 1]?.kind === "number" && isInBulletin(tokens, at)) ||
        tokens.slice(at + 1, at + 8).some((token) => measures.has(token.lower) || /^(?:%|percent|chances?|odds|probability|likelihood)$/.test(token.lower)))
    );
  if (lemma === "find" || lemma === "show" || lemma === "indicate" || lemma === "establish" || lemma === "determine" || lemma === "detect")
    return (
      (office && !words.some((word) => finders.test(word.lower))) ||
      next === "that" ||
      isPronounTag(tokens, at, last) ||
      (lemma === "show" && isApart(tokens, at, phrase))
    );
  return office || (named && (lemma === "count" || lemma === "document" || lemma === "verify" || lemma === "list" || lemma === "name" || lemma === "tally"));
}

/** "A study of an outbreak of *2019* found that". */
const isYear = ({ text }: Token): boolean => /^(?:1[6-9]|20)\d\d$/.test(text);

/** What they find lies in the mud: "found" says no more than that it did. */
const finders =
  /^(?:searchers?|rescuers?|divers?|volunteers?|residents?|villagers?|locals|neighbou?rs?|soldiers?|troops|firefighters?|workers?|crews?|relatives|famil(?:y|ies))$/;

/** "They sell for 2.2m each, *an agent's window shows*.": between a comma and the end nothing is shown but what was said before. */
export const isApart = (tokens: readonly Token[], verb: number, { from }: Stretch): boolean =>
  tokens[from - 1]?.text === "," && /^[.,;]?$/.test(tokens[verb + 1]?.text ?? "");

/** "..., *it found*.", "..., *they show*, ...": those spoken of before. */
const isPronounTag = (tokens: readonly Token[], verb: number, subject: Token): boolean =>
  /^(?:it|they)$/.test(subject.lower) && tokens[verb - 2]?.text === "," && /^[.,]?$/.test(tokens[verb + 1]?.text ?? "");

/** "found *in March*", "found *on Tuesday*", "found *in 2031*". */
const isDay = (token: Token | undefined): boolean =>
  weekdays.has(token?.lower ?? "") || months.has(token?.lower ?? "") || /^(?:19|20)\d\d$/.test(token?.text ?? "");

/** "The ministry, in its weekly bulletin, gives 1,912 cases". */
const isInBulletin = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(0, at).some(({ lower }, i) => lower === "in" && tokens.slice(i + 1, i + 5).some((token) => documentNouns.has(token.lower)));

/** "Polls give her 52 percent", "the official results gave him 40 seats". */
const isResult = ({ lower }: Token): boolean => /^(?:polls?|results?|returns|surveys?|tally|count|projections?|forecasts?|models?)$/.test(lower);

export const isOffice = (tokens: readonly Token[], { from, to }: Stretch): boolean =>
  tokens.slice(from, to).some(({ text, lower }) => /^\p{Lu}{2,6}$/u.test(text) || speaks(lower.replace(/'s$/, "")));
