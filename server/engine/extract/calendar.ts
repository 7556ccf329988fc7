import type { DayRange } from "./mentions.ts";

/** The proleptic Gregorian calendar on ISO days, without `Date` of the host's time zone. Day numbers count from 1970-01-01. */
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
export const monthLength = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : (lengths[month - 1] ?? 31));

export const isDay = (year: number, month: number, day: number): boolean => month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);

const pad = (value: number, width: number): string => String(value).padStart(width, "0");
export const isoDay = (year: number, month: number, day: number): string => `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
export const isoMonth = (year: number, month: number): string => `${pad(year, 4)}-${pad(month, 2)}`;

export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export const partsOf = (iso: string): Day => ({ year: Number(iso.slice(0, 4)), month: Number(iso.slice(5, 7)), day: Number(iso.slice(8, 10)) });

/** Days since 1970-01-01. */
export function dayNumber(iso: string): number {
  const { year, month, day } = partsOf(iso);
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000);
}

export const fromDayNumber = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);
export const addDays = (iso: string, days: number): string => fromDayNumber(dayNumber(iso) + days);
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** Same day of a later or earlier month, cut to that month's length. */
export function addMonths(iso: string, months: number): string {
  const { year, month, day } = partsOf(iso);
  const index = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return isoDay(y, m, Math.min(day, monthLength(y, m)));
}

/** ISO weekday: 1 Monday to 7 Sunday. */
export const weekdayOf = (iso: string): number => ((((dayNumber(iso) + 3) % 7) + 7) % 7) + 1;
export const mondayOf = (iso: string): string => addDays(iso, 1 - weekdayOf(iso));

export const dayRange = (from: string, to: string = from): DayRange => ({ from, to });
export const monthRange = (year: number, month: number): DayRange => ({ from: isoDay(year, month, 1), to: isoDay(year, month, monthLength(year, month)) });
export const yearRange = (from: number, to: number = from): DayRange => ({ from: isoDay(from, 1, 1), to: isoDay(to, 12, 31) });
