import type { Sentence, Span } from "../document/document.ts";
import type { Attribution, Citation, DayRange, Figure } from "../extract/mentions.ts";

/** What happened to the people counted. `critical` ("in a critical condition") is a group of its own, `rescued` and `case` are no casualty roles. */
export type Role = "killed" | "injured" | "missing" | "held" | "hospitalised" | "displaced" | "critical" | "rescued" | "case" | "born" | "hired";
export const casualtyRoles: ReadonlySet<Role> = new Set(["killed", "injured", "missing", "held", "hospitalised", "displaced", "critical"]);

/**
 * `total`: a running toll or a plain statement. `incident`: explicitly of one incident. `increase`/`decrease`: added or taken off ("two more bodies", "a rise of 21").
 * `remainder`: "the other 26", "the rest". `part`: part of a whole named beside it ("including 14 children", "of whom 58"). `earlier`: explicitly an older count ("from 365", "down from 65 on Wednesday").
 */
export type ClaimKind = "total" | "incident" | "increase" | "decrease" | "remainder" | "part" | "earlier";

/** The day a figure holds for. Basis: the sentence, the paragraph, else the day of writing; `unknown` without range. */
export interface AsOf {
  readonly basis: "sentence" | "paragraph" | "written" | "unknown";
  readonly range?: DayRange;
  /** The sentence says that it is an earlier count ("by Tuesday the toll was 43", "on Monday it had been"). */
  readonly earlier: boolean;
}

/** Whose: canonical lower-case keys of nationality, side, sex and age, occupation ("us", "civilian", "child", "firefighter"). Empty is unspecified. */
export type Group = readonly string[];

/** One figure, understood: how many, of what, who, where, when, says who. */
export interface Claim {
  readonly figure: Figure;
  readonly sentence: Sentence;
  readonly role?: Role;
  /** Key of what is measured: a role's people are `person`; else the head noun's lemma, or the dimension and unit ("money:USD", "percent", "acre"). */
  readonly measure: string;
  readonly group: Group;
  /** Place names of its clause as written, nearest first. */
  readonly place: readonly string[];
  readonly asOf: AsOf;
  readonly kind: ClaimKind;
  /** Its clause gives it as the state of something that goes on: "so far", "now", "has burned". */
  readonly running?: true;
  /** Its sentence gives it only to deny it: "denied that 90 had died". */
  readonly denied?: true;
  /** Of a source: its text has no figure that states it ("a fifth patient has died", "all but two of the 40"). */
  readonly implied?: true;
  /** A toll that was found to be less than had been counted: "lowered the toll to 31". */
  readonly revisedDown?: true;
  /** The number of those of whom it is a part: 16 for the six in "six of the 16 schools". */
  readonly whole?: number;
  /** Its words say that it is what is left of more: "would be left", "still", "would keep". */
  readonly leftOver?: true;
  /** The attribution whose scope covers it. */
  readonly attribution?: Attribution;
  /** The citations of its sentence. */
  readonly citations: readonly Citation[];
  /** Inside a quotation with a speaker: position in `Reading.quotations`. */
  readonly quotation?: number;
  /** By RULES.md "When is a figure sourced"; a title's, heading's or vague figure needs none. */
  readonly sourced: "attribution" | "quotation" | "citation" | "own-source" | "not-needed" | "no";
  /** The clause that states it: between the nearest clause borders around the figure. */
  readonly clause: Span;
}
