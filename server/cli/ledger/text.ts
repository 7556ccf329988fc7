import { shownPath } from "../checked.ts";
import { harmless, type Paint } from "../terminal.ts";
import { type LedgerRow, type LedgerTable, titleOf } from "./row.ts";

/** The ledger as a table for a terminal: a block a toll, a line a statement. */
export function text(tables: readonly LedgerTable[], paint: Paint): string {
  if (!tables.length) return "no tolls in the sources\n";
  const wide = (cells: readonly string[]) => Math.min(28, Math.max(...cells.map((cell) => cell.length)));
  const rows = tables.flatMap((table) => table.rows);
  const widths = [10, wide(rows.map(({ wording }) => wording)), wide(rows.map(({ source }) => source ?? "this draft"))];
  let role = "";
  return tables
    .map((table) => {
      const heading = table.role === role ? "" : `${paint("bold", table.role)}\n`;
      role = table.role;
      return `${heading}  ${paint("cyan", harmless(titleOf(table)))}\n${table.rows.map((row) => rowText(row, widths, paint)).join("")}`;
    })
    .join("\n");
}

function rowText(row: LedgerRow, widths: readonly number[], paint: Paint): string {
  const { copies, day = "no date", wording, source = "this draft", uri, line, kind, current, ruling, standing } = row;
  const remarks = [
    kind === "part" ? "a part" : kind === "earlier" ? "an earlier count" : "",
    current ? "" : "an earlier event",
    copies ? `also in ${copies.join(", ")}` : "",
  ].filter(Boolean);
  const cells = [day, wording, source].map((cell, i) => harmless(cell).padEnd(widths[i] as number)).join("  ");
  const place = paint("dim", `${harmless(shownPath(uri))}:${line}`);
  const verdict = standing ? `  ${paint(ruling === "supported" ? "green" : ruling === "open" ? "dim" : "red", harmless(standing))}` : "";
  return `    ${row.by === "draft" ? paint("bold", cells) : cells}  ${place}${remarks.length ? paint("dim", `  (${harmless(remarks.join("; "))})`) : ""}${verdict}\n`;
}
