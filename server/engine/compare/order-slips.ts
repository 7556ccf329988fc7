import { stem } from "../document/words.ts";
import type { DateMention, Reading } from "../extract/mentions.ts";
import { happenings, planningWords } from "../lexicon/event-words.ts";
import { datedEvents, isOneDay, kindOf } from "./dated-events.ts";

const happened: ReadonlySet<string> = new Set([...happenings].map((word) => kindOf(stem(word))));

/** Spans that run backwards: "from 1988 to 1980". */
export const backwardSpans = ({ dates }: Reading): readonly DateMention[] =>
  dates.filter(({ basis, value, invalid }) => {
    const [first = "", last = ""] = basis === "absolute" && !invalid ? (value?.split("/") ?? []) : [];
    return last !== "" && first.length === last.length && !first.includes("X") && first > last;
  });

/** Days after the day of writing on which, by the tense of the clause, something has happened already. */
export const futurePasts = (draft: Reading): readonly DateMention[] =>
  datedEvents(draft).flatMap((event) => {
    const { mention, verbs, words } = event;
    if (mention.tense !== "past" || !isOneDay(event) || event.isStatement) return [];
    if (draft.document.prose.slice(mention.start - 3, mention.start).trim() !== "on") return [];
    return [...verbs].some((word) => happened.has(word)) && ![...words].some((word) => planningWords.has(word)) ? [mention] : [];
  });
