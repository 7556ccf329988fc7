import { isoOf, readWrittenDate } from "../../engine/document/written-date.ts";

/** The ISO day of a date as standards and programs write it: ISO 8601 long or short, mail, PDF, or in words. The day is the one written, in whatever zone that is. */
export function dayOf(written: string): string | undefined {
  const compact = /^\s*(?:D:)?(\d{4})(\d\d)(\d\d)(?:\d{2,6})?(?!\d)/.exec(written);
  const iso = compact ? `${compact[1]}-${compact[2]}-${compact[3]}` : written.trim().replace(/^(\d{4}-\d\d-\d\d)[T ].*$/s, "$1");
  const day = readWrittenDate(iso);
  return day && isoOf(day);
}
