import { relativeUri } from "../checked.ts";
import type { LedgerTable } from "./row.ts";

/** The ledger as one JSON object; lines and columns 1-based, an open upper end is left out. */
export const json = (tables: readonly LedgerTable[]): string =>
  `${JSON.stringify(
    {
      series: tables.map(({ role, group, place, speaker, rows }) => ({
        role,
        group,
        ...(place && { place }),
        ...(speaker && { speaker }),
        entries: rows.map(({ high, uri, ...row }) => ({ ...row, ...(Number.isFinite(high) && { high }), uri: relativeUri(uri) })),
      })),
    },
    null,
    2,
  )}\n`;
