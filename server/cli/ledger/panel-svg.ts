import { dayNumber, fromDayNumber } from "../../engine/extract/calendar.ts";
import { monthNames } from "../../engine/lexicon/months.ts";
import type { Panel, Point } from "./panels.ts";
import { draftMark, lookOf, round, type Shape } from "./shapes.ts";

/** A chart's room: what is left of its width for days is between `left` and `right`. */
export interface ChartSize {
  readonly width: number;
  readonly left: number;
  readonly right: number;
}

const plot = { top: 46, height: 150, gap: 44 };
export const panelHeight = plot.top + plot.height + plot.gap;

/** The type of a chart, as CSS. */
export const chartStyle =
  "text{font:12px system-ui,sans-serif;fill:#222}.title{font-size:14px;font-weight:600}.dim{fill:#555}.number{font-size:11px;paint-order:stroke;stroke:#fff;stroke-width:3px}";

/** What the draft's marks mean, at the top of a chart. */
export const legend = (left: number): string =>
  [
    ["supported", "draft, agrees"],
    ["contradicted", "draft, differs"],
    ["open", "draft, not compared"],
  ]
    .map(([ruling, label = ""], at) => `${draftMark(ruling, left + 122 * at, 20)}${words(left + 14 + 122 * at, 24, label, 'class="dim"')}`)
    .join("");

/** One toll over the days from the first to the last: a line a speaker, the draft as diamonds on its day. */
export function panelSvg(panel: Panel, days: readonly [string, string], { width, left, right: margin }: ChartSize): string {
  const x = (day: string): number => {
    const room = width - left - margin - 90;
    const [first, last] = days;
    return left + 30 + (first === last ? room / 2 : (room * (dayNumber(day) - dayNumber(first))) / (dayNumber(last) - dayNumber(first)));
  };
  const scale = niceScale(panel.highest);
  const y = (value: number): number => plot.top + plot.height * (1 - value / scale.top);
  const right = width - margin;
  const grid = scale.ticks.map(
    (tick) =>
      `<line x1="${left}" x2="${right}" y1="${round(y(tick))}" y2="${round(y(tick))}" stroke="${tick ? "#e4e4e4" : "#888"}"/>${words(left - 8, y(tick) + 4, tick.toLocaleString("en-US"), 'class="dim" text-anchor="end"')}`,
  );
  const axis = ticksOf(days, width).map((day) => words(x(day), plot.top + plot.height + 18, shortDay(day), 'class="dim" text-anchor="middle"'));
  const drafts = [...new Set(panel.points.flatMap(({ row, day }) => (row.by === "draft" ? [day] : [])))].map(
    (day) => `<line x1="${round(x(day))}" x2="${round(x(day))}" y1="${plot.top - 6}" y2="${plot.top + plot.height}" stroke="#999" stroke-dasharray="3 4"/>`,
  );
  const lines = panel.speakers.map((speaker, i) => {
    const points = panel.points.filter((point) => point.speaker === speaker && point.row.by === "source");
    const { colour, shape } = lookOf(i);
    const path =
      points.length > 1
        ? `<polyline fill="none" stroke="${colour}" stroke-width="1.5" points="${points.map((p) => `${round(x(p.day))},${round(y(p.row.value))}`).join(" ")}"/>`
        : "";
    const key = `<path d="${shape(right + 18, plot.top + 8 + 18 * i)}" fill="${colour}"/>${words(right + 28, plot.top + 12 + 18 * i, short(speaker || "no speaker named", Math.floor((margin - 30) / 6.6)))}`;
    return path + points.map((p) => mark(p, x(p.day), y, colour, shape)).join("") + key;
  });
  const marks = panel.points.filter(({ row }) => row.by === "draft").map((p) => mark(p, x(p.day), y, "#555"));
  return [words(16, 26, short(panel.title, 110), 'class="title"'), ...grid, ...axis, ...drafts, ...lines, ...marks, ...labels(panel, x, y)].join("\n");
}

/** A point with what it says when the pointer rests on it; an arrow for an open end, a bar for a range. */
function mark({ row, day }: Point, x: number, y: (value: number) => number, colour: string, shape?: Shape): string {
  const at = y(row.value);
  const open =
    row.hedge === "at-least" || row.hedge === "more-than" ? -1 : row.hedge === "at-most" || row.hedge === "fewer-than" || row.hedge === "nearly" ? 1 : 0;
  const arrow = open
    ? `<path d="M${round(x)} ${round(at + open * 5)}v${open * 9}m-3 ${open * -4}l3 ${open * 4}l3 ${open * -4}" fill="none" stroke="${colour}"/>`
    : "";
  const bar =
    row.low < row.high && Number.isFinite(row.high) && !row.hedge
      ? `<line x1="${round(x)}" x2="${round(x)}" y1="${round(y(row.low))}" y2="${round(y(row.high))}" stroke="${colour}" stroke-width="2"/>`
      : "";
  const point = shape ? `<path d="${shape(x, at)}" fill="${row.hedge === "about" ? "#fff" : colour}" stroke="${colour}"/>` : draftMark(row.ruling, x, at);
  return `<g><title>${escaped(`${row.wording}, ${row.source ?? "this draft"}, ${day}${row.standing ? ` (${row.standing})` : ""}: ${row.quote}`)}</title>${arrow}${bar}${point}</g>`;
}

/** Numbers beside their points, where they cover no other; the same number on the same day once. */
function labels({ points }: Panel, x: (day: string) => number, y: (value: number) => number): string[] {
  const taken: { x: number; y: number; w: number }[] = points.map((p) => ({ x: x(p.day), y: y(p.row.value), w: 8 }));
  const seen = new Set<string>();
  return points.flatMap(({ row, day }) => {
    const key = `${day} ${row.value}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const text = row.value.toLocaleString("en-US");
    const w = 7 * text.length;
    const place = [
      { x: x(day), y: y(row.value) - (row.hedge || (row.by === "draft" && row.ruling !== "supported") ? 19 : 13) },
      { x: x(day) + 10 + w / 2, y: y(row.value) },
      { x: x(day) - 10 - w / 2, y: y(row.value) },
      { x: x(day) + 6 + w / 2, y: y(row.value) - 14 },
      { x: x(day) + 6 + w / 2, y: y(row.value) + 14 },
    ].find((at) => taken.every((other) => Math.abs(other.y - at.y) > 11 || Math.abs(other.x - at.x) > (other.w + w) / 2));
    if (!place) return [];
    taken.push({ ...place, w });
    return [words(place.x, place.y + 4, text, 'class="number" text-anchor="middle"')];
  });
}

/** A round top and three or four lines up to it. */
function niceScale(highest: number): { readonly top: number; readonly ticks: readonly number[] } {
  const unit = 10 ** Math.floor(Math.log10(Math.max(highest, 4) / 4));
  const step = Math.max(1, ([1, 2, 2.5, 5, 10].find((factor) => factor * unit * 4 >= highest) ?? 10) * unit);
  const count = Math.max(1, Math.ceil(highest / step));
  return { top: count * step, ticks: Array.from({ length: count + 1 }, (_, i) => i * step) };
}

/** As many days as there is room for, evenly apart. */
function ticksOf([first, last]: readonly [string, string], width: number): readonly string[] {
  const span = dayNumber(last) - dayNumber(first);
  const step = Math.max(1, Math.ceil(span / (width / 110)));
  return Array.from({ length: Math.floor(span / step) + 1 }, (_, i) => fromDayNumber(dayNumber(first) + i * step));
}

/** "2 Dec" for an ISO day. */
const shortDay = (iso: string): string => `${Number(iso.slice(8))} ${monthNames[Number(iso.slice(5, 7)) - 1]?.slice(0, 3)}`;

const short = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text);
export const words = (x: number, y: number, text: string, attributes = ""): string =>
  `<text x="${round(x)}" y="${round(y)}"${attributes && ` ${attributes}`}>${escaped(text)}</text>`;

/** XML 1.0 allows no control characters, not even escaped, and no lone surrogates. */
const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff]/g, " ")
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
