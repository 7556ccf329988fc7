// Where everything of one chart stands: pure numbers, in CSS pixels of a picture as wide as its panel.
import type { StoryPoint, StorySubject } from "../../server/lsp/protocol.ts";

export const height = 240;
const margin = { right: 24, top: 24, bottom: 32 };
/** About what a digit takes, and a date with the room around it. */
export const digit = 7;
const dateRoom = 64;
/** An interval that is not larger than this is hidden by its mark. */
export const widestMark = 8;
const dayLength = 86_400_000;

export interface Tick {
  readonly at: number;
  readonly label: string;
}

export interface Mark<P extends StoryPoint = StoryPoint> {
  readonly x: number;
  readonly y: number;
  /** Ends of the interval that a hedge leaves, where it is wider than the mark; an open end reaches a little beyond it. */
  readonly low: number;
  readonly high: number;
  readonly point: P;
}

export interface Chart {
  readonly width: number;
  /** Where the values end and the picture begins. */
  readonly left: number;
  readonly right: number;
  /** Where the days begin. */
  readonly bottom: number;
  readonly days: readonly Tick[];
  readonly values: readonly Tick[];
  /** One a line of the subject, same order. */
  readonly lines: readonly { readonly name: string; readonly marks: readonly Mark<StorySubject["lines"][number]["points"][number]>[] }[];
  readonly draft: readonly Mark<StorySubject["draft"][number]>[];
}

/** Steps of 1, 2 or 5 times a power of ten, whole numbers at least where the values are whole. */
function niceStep(span: number, count: number): number {
  const raw = span / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  return power * ([1, 2, 5].find((factor) => factor * power >= raw) ?? 10);
}

/** The range of the value axis: from nothing, unless the values lie close together. */
function valueAxis(values: readonly number[]): { readonly from: number; readonly to: number; readonly step: number } {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const floor = least >= 0 && least < most * 0.6 ? 0 : least === most ? Math.min(0, least) : least - (most - least) * 0.2;
  const step = niceStep(most - floor || 1, 4);
  return { from: Math.floor(floor / step) * step, to: Math.ceil((most + step * 0.1) / step) * step, step };
}

const steps = (from: number, to: number, step: number): readonly number[] =>
  Array.from({ length: Math.floor((to - from) / step + 1e-9) + 1 }, (_, index) => from + index * step);

const dayNumber = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / dayLength;

export function chartOf({ lines, draft }: StorySubject, width: number, locale?: string): Chart {
  const points: readonly StoryPoint[] = [...lines.flatMap((line) => line.points), ...draft];
  const axis = valueAxis(points.map(({ value }) => value));
  const numbers = points.map(({ day }) => dayNumber(day));
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  const number = new Intl.NumberFormat(locale, axis.to >= 1e7 ? { notation: "compact" } : { maximumFractionDigits: 2 });
  const values = steps(axis.from, axis.to, axis.step);
  const left = 16 + digit * Math.max(...values.map((value) => number.format(value).length));
  const right = width - margin.right;
  const bottom = height - margin.bottom;
  const x = (day: number) => (first === last ? (left + right) / 2 : left + 16 + ((day - first) / (last - first)) * (right - left - 32));
  const y = (value: number) => Math.min(bottom, Math.max(margin.top - 8, bottom - ((value - axis.from) / (axis.to - axis.from)) * (bottom - margin.top)));

  const taken = new Set<string>();
  const mark = <P extends StoryPoint>(point: P): Mark<P> => {
    let at = Math.round(x(dayNumber(point.day)));
    const up = Math.round(y(point.value));
    // What says the same for the same day stands side by side.
    while (taken.has(`${at} ${up}`)) at += 11;
    taken.add(`${at} ${up}`);
    return {
      x: at,
      y: up,
      low: point.low === undefined ? up + 16 : Math.round(y(point.low)),
      high: point.high === undefined ? up - 16 : Math.round(y(point.high)),
      point,
    };
  };
  const date = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" });
  const span = Math.max(1, Math.ceil((last - first) / Math.max(1, Math.floor((right - left) / dateRoom))));
  return {
    width,
    left,
    right,
    bottom,
    days: steps(first, last, span).map((day) => ({ at: Math.round(x(day)), label: date.format(day * dayLength) })),
    values: values.map((value) => ({ at: Math.round(y(value)), label: number.format(value) })),
    lines: lines.map(({ name, points: told }) => ({ name, marks: told.map(mark) })),
    draft: draft.map(mark),
  };
}
