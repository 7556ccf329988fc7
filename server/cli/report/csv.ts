import { type Sheet, standings } from "./sheet.ts";

const columns = ["number", "line", "kind", "text", "verdict", "notes", "source", "date", "publisher", "accessed", "url", "sentence"] as const;

/** The fact sheet as a table (RFC 4180): a row a statement and passage. */
export function csv({ entries }: Sheet): string {
  const rows = entries.flatMap(({ number, line, kind, text, standing, notes, proofs }) => {
    const head = [number, line, kind, text, standings[standing], notes.join(" ")];
    return proofs.length
      ? proofs.map(({ source, date, publisher, accessed, url, quote }) => [...head, source, date ?? "", publisher ?? "", accessed ?? "", url ?? "", quote])
      : [[...head, "", "", "", "", "", ""]];
  });
  return [columns, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** A spreadsheet would reckon with what starts like a formula: the apostrophe makes it text. */
function cell(value: string | number): string {
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
