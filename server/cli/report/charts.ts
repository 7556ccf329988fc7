import { escaped } from "../format/xml.ts";
import { legend, panelHeight, panelSvg } from "../ledger/panel-svg.ts";
import { type Panel, panelsOf } from "../ledger/panels.ts";
import type { LedgerTable } from "../ledger/row.ts";

/** A chart alone needs no room below its days. */
const foot = 20;
const size = { width: 720, left: 56, right: 176 };

/** The tolls over time as HTML: a chart each, with its points as a table below. Empty where there is nothing to draw. */
export function charts(tables: readonly LedgerTable[]): string {
  const { panels, days } = panelsOf(tables);
  if (!panels.length) return "";
  return panels.map((panel, at) => figure(panel, days, at === 0)).join("\n");
}

const key = `<svg viewBox="0 0 ${size.width} 34" role="img" aria-label="What the marks of the draft mean">${legend(16)}</svg>\n`;

const figure = (panel: Panel, days: readonly [string, string], isFirst: boolean): string => `<figure>
${isFirst ? key : ""}<svg viewBox="0 0 ${size.width} ${panelHeight - foot}" role="img" aria-label="${escaped(`${panel.title}, over time`)}">${panelSvg(panel, days, size)}</svg>
<table class="points"><thead><tr><th>day</th><th>figure</th><th>source</th><th>says who</th><th></th></tr></thead><tbody>
${panel.points.map(row).join("\n")}
</tbody></table>
</figure>`;

function row({ row: { wording, source, by, kind, copies, standing }, day, speaker }: Panel["points"][number]): string {
  const remarks = [kind === "part" ? "a part" : kind === "earlier" ? "an earlier count" : "", copies ? `also in ${copies.join(", ")}` : "", standing ?? ""];
  const cells = [day, wording, by === "draft" ? "this draft" : (source ?? ""), speaker, remarks.filter(Boolean).join("; ")];
  return `<tr${by === "draft" ? ' class="own"' : ""}>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`;
}
