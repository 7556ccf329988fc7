import type { Figure } from "../extract/mentions.ts";
import type { Fix } from "../finding.ts";
import { spell } from "./spell.ts";

const scales: readonly (readonly [RegExp, number])[] = [
  [/trillion|tn\b/i, 1e12],
  [/billion|bn\b/i, 1e9],
  [/million|\dm\b/i, 1e6],
  [/thousand|\dk\b/i, 1e3],
];

/** Puts another number in a figure's place, in its style: words stay words, the unit and the scale stay. Undefined where that cannot be written so ("a quarter"). */
export function renumber(figure: Figure, value: number): Fix | undefined {
  const newText = /\d/.test(figure.text) ? inDigits(figure.text, value) : inWords(figure, value);
  return newText === undefined ? undefined : { title: `Change to ${newText}`, safety: "suggested", edits: [{ start: figure.start, end: figure.end, newText }] };
}

const grouping = new Intl.NumberFormat("en-US", { maximumFractionDigits: 6 });

function inDigits(text: string, value: number): string | undefined {
  const scale = scales.find(([pattern]) => pattern.test(text))?.[1] ?? 1;
  const number = Number((value / scale).toPrecision(6));
  const written = /\d[\d,.]*\d|\d/.exec(text);
  if (!written || number < 0) return undefined;
  const [old] = written;
  const grouped = old.includes(",") || Number(old) < 1000;
  const shown = grouped ? grouping.format(number) : String(number);
  return text.slice(0, written.index) + shown + text.slice(written.index + old.length);
}

function inWords(figure: Figure, value: number): string | undefined {
  if (figure.form !== "number" || !Number.isInteger(value) || value < 0 || value > 100 || !/^(?:count|percent)$/.test(figure.dimension)) return undefined;
  const number = figure.dimension === "percent" ? figure.text.replace(/\s*(?:%|per ?cent)$/i, "") : figure.text;
  const spelled = spell(value);
  return (/^\p{Lu}/u.test(number) ? spelled.charAt(0).toUpperCase() + spelled.slice(1) : spelled) + figure.text.slice(number.length);
}
