import { dayNumber, fromDayNumber } from "../../engine/extract/calendar.ts";
import { type Panel, type Point, panelsOf } from "./panels.ts";
import type { LedgerTable } from "./row.ts";

const width = 960;
const plot = { left: 70, right: 220, top: 46, height: 150, gap: 44 };
const panelHeight = plot.top + plot.height + plot.gap;
/** Colours that colour-blind readers can tell apart (Okabe and Ito 2008). */
const colours = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000"];
const rulings: Readonly<Record<string, string>> = { supported: "#008a5e", open: "#777777" };

/** The ledger as one chart that needs nothing else: a panel a toll, a line a speaker, the draft as diamonds on its day. */
export function svg(tables: readonly LedgerTable[]): string {
  const { panels, days, left } = panelsOf(tables);
  const height = Math.max(1, panels.length) * panelHeight + 62;
  const x = (day: string): number => {
    const [first, last] = days;
    const room = width - plot.left - plot.right - 90;
    return plot.left + 30 + (first === last ? room / 2 : (room * (dayNumber(day) - dayNumber(first))) / (dayNumber(last) - dayNumber(first)));
  };
  const body = panels.length
    ? panels.map((panel, at) => `<g transform="translate(0 ${36 + at * panelHeight})">${panelSvg(panel, x, days)}</g>`).join("\n")
    : words(plot.left, 60, "No dated tolls in the sources.");
  const foot = left
    ? words(16, height - 10, `${left} more ${left === 1 ? "toll" : "tolls"} without a second figure or a date: see the table.`, 'class="dim"')
    : "";
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Ledger of tolls">
<style>text{font:12px system-ui,sans-serif;fill:#222}.title{font-size:14px;font-weight:600}.dim{fill:#666}.number{font-size:11px;paint-order:stroke;stroke:#fff;stroke-width:3px}</style>
<rect width="100%" height="100%" fill="#fff"/>
${words(16, 24, "Tolls by day, as the sources give them", 'class="title"')}
${legend()}
${body}
${foot}
</svg>
`;
}

function legend(): string {
  const item = (x: number, fill: string, label: string) => `${diamond(x, 20, fill)}${words(x + 9, 24, label, 'class="dim"')}`;
  return [item(400, rulings.supported as string, "draft, agrees"), item(510, "#c8102e", "draft, differs"), item(615, "#777777", "draft, not compared")].join(
    "",
  );
}

function panelSvg(panel: Panel, x: (day: string) => number, days: readonly [string, string]): string {
  const scale = niceScale(panel.highest);
  const y = (value: number): number => plot.top + plot.height * (1 - value / scale.top);
  const right = width - plot.right;
  const grid = scale.ticks.map(
    (tick) =>
      `<line x1="${plot.left}" x2="${right}" y1="${round(y(tick))}" y2="${round(y(tick))}" stroke="${tick ? "#e4e4e4" : "#888"}"/>${words(plot.left - 8, y(tick) + 4, tick.toLocaleString("en-US"), 'class="dim" text-anchor="end"')}`,
  );
  const axis = ticksOf(days).map((day) => words(x(day), plot.top + plot.height + 18, day.slice(5), 'class="dim" text-anchor="middle"'));
  const drafts = [...new Set(panel.points.flatMap(({ row, day }) => (row.by === "draft" ? [day] : [])))].map(
    (day) => `<line x1="${round(x(day))}" x2="${round(x(day))}" y1="${plot.top - 6}" y2="${plot.top + plot.height}" stroke="#999" stroke-dasharray="3 4"/>`,
  );
  const lines = panel.speakers.map((speaker, i) => {
    const points = panel.points.filter((point) => point.speaker === speaker && point.row.by === "source");
    const colour = colours[i % colours.length] as string;
    const path =
      points.length > 1
        ? `<polyline fill="none" stroke="${colour}" stroke-width="1.5" points="${points.map((p) => `${round(x(p.day))},${round(y(p.row.value))}`).join(" ")}"/>`
        : "";
    const key = `<circle cx="${right + 18}" cy="${plot.top + 8 + 18 * i}" r="4" fill="${colour}"/>${words(right + 28, plot.top + 12 + 18 * i, short(speaker || "no speaker named", 28))}`;
    return path + points.map((p) => mark(p, x(p.day), y, colour)).join("") + key;
  });
  const marks = panel.points.filter(({ row }) => row.by === "draft").map((p) => mark(p, x(p.day), y, rulings[p.row.ruling ?? "open"] ?? "#c8102e"));
  return [words(16, 26, short(panel.title, 110), 'class="title"'), ...grid, ...axis, ...drafts, ...lines, ...marks, ...labels(panel, x, y)].join("\n");
}

/** A point with what it says when the pointer rests on it; an arrow for an open end, a bar for a range. */
function mark({ row, day }: Point, x: number, y: (value: number) => number, colour: string): string {
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
  const shape =
    row.by === "draft"
      ? diamond(x, at, colour)
      : `<circle cx="${round(x)}" cy="${round(at)}" r="4" fill="${row.hedge === "about" ? "#fff" : colour}" stroke="${colour}"/>`;
  return `<g><title>${escaped(`${row.wording}, ${row.source ?? "this draft"}, ${day}${row.standing ? ` (${row.standing})` : ""}: ${row.quote}`)}</title>${arrow}${bar}${shape}</g>`;
}

const diamond = (x: number, y: number, fill: string): string => `<path d="M${round(x)} ${round(y - 6)}l6 6l-6 6l-6 -6z" fill="${fill}" stroke="#fff"/>`;

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
      { x: x(day), y: y(row.value) - (row.hedge ? 19 : 13) },
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

/** At most ten days, evenly apart. */
function ticksOf([first, last]: readonly [string, string]): readonly string[] {
  const span = dayNumber(last) - dayNumber(first);
  const step = Math.max(1, Math.ceil(span / 9));
  return Array.from({ length: Math.floor(span / step) + 1 }, (_, i) => fromDayNumber(dayNumber(first) + i * step));
}

const round = (value: number): number => Math.round(value * 10) / 10;
const short = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text);
const words = (x: number, y: number, text: string, attributes = ""): string =>
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
