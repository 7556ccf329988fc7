import type { Document, Span } from "../document/document.ts";
import type { Shelf } from "../document/memory.ts";
import type { Passage } from "../document/passage.ts";

/** A mention is a span of the prose that an extractor recognised; `sentence` is its position in `Document.sentences`. */
export interface Mention extends Span {
  /** `document.text.slice(start, end)`. */
  readonly text: string;
  readonly sentence: number;
}

/** ISO days, both inclusive. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

export type TimeUnit = "minute" | "hour" | "day" | "week" | "month" | "year";

/** An amount of time: [low, high] units; `high` is Infinity for "more than twelve weeks". */
export interface Duration {
  readonly low: number;
  readonly high: number;
  readonly unit: TimeUnit;
  /** Hedged by about, almost, a little over: not exact. */
  readonly approximate: boolean;
}

/**
 * How a date expression gets its value:
 * `absolute` (7 October, March 2003, 1980-88), `weekday` (Thursday), `relative` to the day of writing (yesterday, last week, three days ago),
 * `anaphoric` to a date spoken of before (the day before, two weeks after 7 October, since then), `clock` (4.17am), `duration` (42 days), `vague` (recently).
 */
export type DateBasis = "absolute" | "weekday" | "relative" | "anaphoric" | "clock" | "duration" | "vague";

/** A time expression (a TIMEX3, its value in EDTF). All of it is masked before figures are read. */
export interface DateMention extends Mention {
  readonly type: "date" | "time" | "duration" | "set";
  readonly basis: DateBasis;
  /** EDTF: `2023-10-07`, `2023-10`, `1980/1988`, `2014-22`; for a duration ISO 8601 `P42D`. Absent when it cannot be resolved. */
  readonly value?: string;
  /** The days it covers; absent when unresolved. */
  readonly range?: DayRange;
  /** How exact the expression is as written. */
  readonly granularity: "minute" | "day" | "week" | "month" | "season" | "quarter" | "year" | "decade" | "vague";
  /** ISO weekday 1 (Monday) to 7 that is written in it ("Saturday, 8 February"), and where. */
  readonly weekday?: { readonly day: number } & Span;
  /** The written day and month make no calendar date (31 November): `range` is absent. */
  readonly invalid?: boolean;
  /** The year was not written but taken from context. */
  readonly yearInferred?: boolean;
  /** Elapsed time, in "83 years ago", "two weeks after 7 October", "nine weeks ago", "for 42 days". */
  readonly duration?: Duration;
  /** With a duration: counted back from the day of writing (`ago`), or before/after an anchor date. */
  readonly direction?: "ago" | "before" | "after" | "old" | "for";
  /** With a direction: the anchor date mention's position in `Reading.dates`, where the text names one. */
  readonly anchor?: number;
  /** An elapsed time that runs up to the day of writing: its clause is in the present tense ("It is twelve weeks to the day since ..."). */
  readonly toWriting?: boolean;
  /** The tense of its clause, given for a day after the day of writing. */
  readonly tense?: "past" | "future" | "unknown";
  /** Minutes since midnight, for a clock time; [low, high] for "shortly before midnight". */
  readonly clock?: { readonly low: number; readonly high: number };
}

export type HedgeKind = "at-least" | "more-than" | "at-most" | "fewer-than" | "nearly" | "about" | "exactly";

/** A number's interval by RULES.md "Figures are intervals"; `value` is the number as written (middle of a range). */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

export type Dimension =
  | "count"
  | "money"
  | "percent"
  | "percentage-point"
  | "fraction"
  | "ratio"
  | "length"
  | "area"
  | "mass"
  | "volume"
  | "temperature"
  | "speed"
  | "magnitude"
  | "energy"
  | "other";

/** A number that states how many or how much. `start`/`end` cover the number expression only (with its currency and scale), not hedge or noun. */
export interface Figure extends Mention, Interval {
  /** The written number; for a range or a vague word the interval's middle. */
  readonly value: number;
  /** A range ("20 to 30") or a vague word ("dozens") rather than one number. */
  readonly form: "number" | "range" | "fraction" | "vague";
  /** `verb`: the verb before it says so ("the toll passes 80"); `shared`: it stands before the number before ("at least eight dead and *31 missing*"). */
  readonly hedge?: { readonly kind: HedgeKind; readonly verb?: true; readonly shared?: true } & Span;
  readonly dimension: Dimension;
  /** Canonical symbol: `USD`, `km`, `%`, `acre`, `tonne`; absent for counts. */
  readonly unit?: string;
  /** What is counted: "two US *aircraft carriers*". `head` is the lower-case singular lemma of the head noun, `words` all lower-case words of the noun phrase without the number. `whole`: it names those of whom the number is a part ("six of the guards"). */
  readonly noun?: { readonly head: string; readonly words: readonly string[]; readonly text: string; readonly elided: boolean; readonly whole?: true } & Span;
  /** An unhedged count that points back: to people or things that are known already ("the two men"), or to the rest of them ("the other five"). */
  readonly reference?: "known" | "rest";
  /** So many for each of something: both numbers of "one officer for every 34 prisoners". */
  readonly each?: true;
}

/** Number with its hedge and noun, where they stand next to it: what a finding underlines. */
export const figureSpan = (figure: Figure): Span => ({
  start: figure.start,
  end: figure.noun && !figure.noun.elided && figure.noun.start >= figure.end && figure.noun.start - figure.end < 3 ? figure.noun.end : figure.end,
});

/** Words in quotation marks. `start`/`end` include the marks, `content` does not. */
export interface Quotation extends Mention {
  readonly content: Span;
  /** Who says it, as far as the text tells: the resolved name ("Ann de Wit" for "he said"). */
  readonly speaker?: Speaker;
  /** A part of a sentence that is not a statement of its own (scare quotes, a title, one or two words). */
  readonly fragment: boolean;
  /** Runs on from the quotation before it in the same paragraph or the next ("..." she said. "..."): position in `Reading.quotations`. */
  readonly continues?: number;
}

/** Who says so. `name` is the resolved full form; `words` what stands in this place ("he", "the ministry"). */
export interface Speaker extends Span {
  readonly name: string;
  readonly words: string;
  readonly kind: "person" | "organisation" | "role" | "pronoun" | "vague";
}

/** "X said that ...": `cue` is the reporting verb or "according to"; `content` what it covers, one span a stretch, within its sentence. */
export interface Attribution extends Mention {
  readonly speaker: Speaker;
  readonly cue: Span;
  readonly content: readonly Span[];
}

/** A proper name, without its title ("Gen", "Dr", "President" go into `title`). */
export interface Name extends Mention {
  readonly words: readonly string[];
  readonly title?: string;
  readonly kind: "person" | "place" | "organisation" | "unknown";
}

/** A marker that names a source: one entry a key. `start`/`end` cover the whole marker, `keySpan` the key alone (of a footnote: in its definition). */
export interface Citation extends Mention {
  readonly kind: "pandoc" | "footnote" | "link";
  /** The source id or URL as written. */
  readonly key: string;
  readonly keySpan: Span;
  readonly locator?: string;
  /** Picked out of a footnote's sentence: it looks like an id, but may be none. */
  readonly loose?: true;
}

/** A comment that silences a rule: see RULES.md "Suppressions". `covers` is the text in which findings are silenced. */
export interface Suppression extends Span {
  readonly scope: "next-line" | "block" | "file";
  readonly rule: string;
  /** The rule's id in the comment, with its figure: one comment may name several. */
  readonly ruleSpan: Span;
  readonly reason?: string;
  /** What it was given for, as in `unsourced-figure(3,785)`: it silences a finding only as long as that stands there. */
  readonly figure?: string;
  readonly covers: Span;
  /** What stands before it in its block, which it does not cover. */
  readonly passes?: Span;
}

/** `<!-- source: interview with the mayor -->`: the writer's own source, for the figures of `covers`. */
export interface OwnSource extends Span {
  readonly note: string;
  readonly covers: Span;
}

export interface Placeholder extends Mention {}

/** Everything the extractors saw in one document, each list in text order. */
export interface Reading {
  readonly document: Document;
  /** The day the text was written, ISO; undefined is unknown, never today. */
  readonly written?: string;
  readonly dates: readonly DateMention[];
  readonly figures: readonly Figure[];
  readonly quotations: readonly Quotation[];
  readonly attributions: readonly Attribution[];
  readonly names: readonly Name[];
  readonly citations: readonly Citation[];
  readonly suppressions: readonly Suppression[];
  readonly ownSources: readonly OwnSource[];
  /** The lists whose lead-in tells who says so. */
  readonly ledIn: readonly Span[];
  readonly placeholders: readonly Placeholder[];
  /** What it was put together from; of sources it is not kept. */
  readonly passages?: readonly PassageReading[];
  /** What was worked out from the whole at the last check. */
  readonly shelf?: Shelf;
}

export interface PassagedReading extends Reading {
  readonly passages: readonly PassageReading[];
}

/** One passage, read: its own reading counts from its start, and is the same object as long as nothing in it has changed. Suppressions and placeholders stand in the whole alone. */
export interface PassageReading extends Passage {
  readonly reading: Reading;
}
