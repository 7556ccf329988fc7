import { chartStyle, legend, panelHeight, panelSvg, words } from "./panel-svg.ts";
import { panelsOf } from "./panels.ts";
import type { LedgerTable } from "./row.ts";

const size = { width: 960, left: 70, right: 220 };

/** The ledger as one chart that needs nothing else: a panel a toll. */
export function svg(tables: readonly LedgerTable[]): string {
  const { panels, days, left } = panelsOf(tables);
  const height = Math.max(1, panels.length) * panelHeight + 62;
  const body = panels.length
    ? panels.map((panel, at) => `<g transform="translate(0 ${36 + at * panelHeight})">${panelSvg(panel, days, size)}</g>`).join("\n")
    : words(size.left, 60, "No dated tolls in the sources.");
  const foot = left
    ? words(16, height - 10, `${left} more ${left === 1 ? "toll" : "tolls"} without a second figure or a date: see the table.`, 'class="dim"')
    : "";
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${height}" width="${size.width}" height="${height}" role="img" aria-label="Ledger of tolls">
<style>${chartStyle}</style>
<rect width="100%" height="100%" fill="#fff"/>
${words(16, 24, "Tolls by day, as the sources give them", 'class="title"')}
${legend(400)}
${body}
${foot}
</svg>
`;
}
