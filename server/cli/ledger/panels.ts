import type { LedgerRow, LedgerTable } from "./row.ts";

export interface Point {
  readonly row: LedgerRow;
  readonly day: string;
  readonly speaker: string;
}

/** One chart: a role of a group at a place, with a line for each speaker. */
export interface Panel {
  readonly title: string;
  readonly speakers: readonly string[];
  /** By day. */
  readonly points: readonly Point[];
  readonly highest: number;
}

export interface Panels {
  readonly panels: readonly Panel[];
  /** The first and the last day of all. */
  readonly days: readonly [string, string];
  /** Tolls that are in no panel. */
  readonly left: number;
}

/** More than these nobody looks at. */
const mostPanels = 16;

/** What of the ledger makes a chart: tolls of the story's days of which there are two, or the draft's. */
export function panelsOf(tables: readonly LedgerTable[]): Panels {
  const byToll = new Map<string, LedgerTable[]>();
  for (const table of tables) {
    const key = JSON.stringify([table.role, table.group, table.place?.toLowerCase()]);
    byToll.set(key, [...(byToll.get(key) ?? []), table]);
  }
  const all = [...byToll.values()].map(panelOf);
  const panels = all.filter(({ points }) => points.length > 1 || points.some(({ row }) => row.by === "draft")).slice(0, mostPanels);
  const days = panels.flatMap(({ points }) => points.map(({ day }) => day)).toSorted();
  return { panels, days: [days[0] ?? "", days.at(-1) ?? ""], left: all.length - panels.length };
}

function panelOf(tables: readonly LedgerTable[]): Panel {
  const { role, group, place } = tables[0] as LedgerTable;
  const points = tables
    .flatMap(({ rows, speaker = "" }) => rows.flatMap((row): Point[] => (row.day && row.current ? [{ row, day: row.day, speaker }] : [])))
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const speakers = [...new Set(points.filter(({ row }) => row.by === "source").map(({ speaker }) => speaker))];
  const title = [role, group.length && `: ${group.join(", ")}`, place && `, in ${place}`].filter(Boolean).join("");
  return { title, speakers, points, highest: Math.max(1, ...points.map(({ row }) => (Number.isFinite(row.high) ? row.high : row.value))) };
}
