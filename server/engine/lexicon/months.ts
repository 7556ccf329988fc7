const names = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
const short = ["jan", "feb", "mar", "apr", "", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** English months and their abbreviations, lower case, to 1 to 12. */
export const months: ReadonlyMap<string, number> = new Map([
  ...names.map((name, i): [string, number] => [name, i + 1]),
  ...short.flatMap((name, i): [string, number][] => (name ? [[name, i + 1]] : [])),
  ["sept", 9],
]);

/** Abbreviations that may carry a full stop ("Oct. 7"). */
export const monthAbbreviations: ReadonlySet<string> = new Set([...short.filter(Boolean), "sept"]);
/** Month names that are common words too: they need a day, a year or a preposition beside them. */
export const ambiguousMonths: ReadonlySet<string> = new Set(["march", "may", "mar", "august", "jan", "jun", "dec", "sep"]);
export const monthNames: readonly string[] = names.map((name) => `${name[0]?.toUpperCase()}${name.slice(1)}`);
