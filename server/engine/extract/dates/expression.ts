import type { Duration } from "../mentions.ts";
import type { Tokens } from "./tokens.ts";

/** A calendar date as far as it is written. */
export interface PartialDate {
  readonly year?: number;
  /** "last year" after a date: counted from the year of writing. */
  readonly yearOffset?: number;
  /** "of that year", "the following year" after a date: counted from the year spoken of last. */
  readonly yearsOn?: number;
  readonly month?: number;
  readonly day?: number;
  readonly season?: "SP" | "SU" | "AU" | "WI";
  readonly quarter?: number;
  /** A decade or century: how many years from `year` on. */
  readonly years?: number;
}

export interface WrittenWeekday {
  readonly day: number;
  readonly start: number;
  readonly end: number;
}

/** What a time expression says, before it is resolved against the day of writing. */
export type Written =
  | { readonly kind: "absolute"; readonly from: PartialDate; readonly to?: PartialDate; readonly weekday?: WrittenWeekday }
  /** `week`: of which week, counted from the day of writing; `beside`: counted from the last date spoken of. */
  | {
      readonly kind: "weekday";
      readonly weekday: WrittenWeekday;
      readonly which?: "last" | "next" | "this" | "before" | "after";
      readonly week?: number;
      readonly since?: true;
    }
  | { readonly kind: "day"; readonly offset: number }
  | {
      readonly kind: "period";
      readonly unit: PeriodUnit;
      readonly offset: number;
      readonly part?: "earlier" | "later";
      readonly month?: number;
      readonly season?: PartialDate["season"];
      readonly end?: true;
    }
  | { readonly kind: "window"; readonly duration: Duration; readonly forward: boolean }
  | { readonly kind: "elapsed"; readonly duration: Duration; readonly direction: "ago" | "before" | "after" | "ahead"; readonly anchored: boolean }
  | { readonly kind: "neighbour"; readonly unit: "day" | "week" | "month" | "year"; readonly offset: number }
  | { readonly kind: "since-then" }
  | { readonly kind: "duration"; readonly duration: Duration; readonly direction?: "old" | "for" }
  | { readonly kind: "clock"; readonly low: number; readonly high: number }
  | { readonly kind: "set" }
  | { readonly kind: "vague" };

export type PeriodUnit = "week" | "weekend" | "month" | "quarter" | "year" | "decade" | "century" | "season";

/** A recognised expression: tokens `from` up to, not including, `next`. */
export interface Match {
  readonly from: number;
  readonly next: number;
  readonly written: Written;
  /** A clock time that stands before the date: "10am on Wednesday". */
  readonly clock?: { readonly low: number; readonly high: number };
}

/** Tries to read an expression that begins at token `i`. */
export type Reader = (tokens: Tokens, i: number) => Match | undefined;
