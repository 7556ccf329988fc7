const names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** English weekdays and their abbreviations, lower case, to ISO numbers 1 (Monday) to 7. */
export const weekdays: ReadonlyMap<string, number> = new Map<string, number>([
  ...names.map((name, i): [string, number] => [name, i + 1]),
  ...names.map((name, i): [string, number] => [`${name}s`, i + 1]),
  ["mon", 1],
  ["tue", 2],
  ["tues", 2],
  ["wed", 3],
  ["thu", 4],
  ["thur", 4],
  ["thurs", 4],
  ["fri", 5],
]);

/** Abbreviations count only directly before a date ("Thu, 7 Oct"). */
export const weekdayAbbreviations: ReadonlySet<string> = new Set(["mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri"]);
export const weekdayNames: readonly string[] = names.map((name) => `${name[0]?.toUpperCase()}${name.slice(1)}`);

/** What turns a weekday into a name: "Friday Mosque", "Bloody Sunday", "Black Friday", "Good Friday". */
export const namedAfterWeekday: ReadonlySet<string> = new Set(
  "mosque times night football magazine herald mail telegraph post telegraaf prayers prayer school roast club brunch"
    .split(" ")
    .filter((word) => word !== "night"),
);
export const namedWeekdays: ReadonlySet<string> = new Set("bloody black cyber giving shrove ash maundy palm super fat holy sheffield ruby".split(" "));
