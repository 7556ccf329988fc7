import { overlaps, type Span } from "../document/document.ts";
import type { Suppression } from "./mentions.ts";

/** Whether a comment silences what a rule says of a stretch of the text. */
export function silences(suppression: Suppression, rule: string, span: Span, text: string, reasonRequired: boolean): boolean {
  if (suppression.rule !== rule || !overlaps(suppression.covers, span)) return false;
  if (reasonRequired && !givesReason(suppression)) return false;
  return suppression.figure === undefined || states(text.slice(span.start, span.end), suppression.figure);
}

/** The word that the editor leaves to be replaced is none. */
export const givesReason = ({ reason }: Suppression): boolean => reason !== undefined && reason.toLowerCase() !== "reason";

/** Whether words hold a figure as it was written, thousands separators and case aside: "3,785 people" holds 3785, and 13,785 does not. */
function states(words: string, figure: string): boolean {
  const [whole, part] = [folded(words), folded(figure)];
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
    const end = at + part.length;
    if (!/[\p{L}\p{N}.]/u.test(whole[at - 1] ?? " ") && !/^(?:[\p{L}\p{N}]|\.\d)/u.test(whole.slice(end, end + 2))) return true;
  }
  return false;
}

const folded = (text: string): string =>
  text
    .toLowerCase()
    .replace(/(?<=\d)[,\u00a0\u2009\u202f](?=\d{3})/g, "")
    .replace(/\s+/g, " ")
    .trim();
