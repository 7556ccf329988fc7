import type { Block, Document } from "../../engine/document/document.ts";
import { escaped } from "../format/xml.ts";
import type { LedgerTable } from "../ledger/row.ts";
import { plural } from "../plural.ts";
import { charts } from "./charts.ts";
import { linked, page } from "./page.ts";
import { type Entry, type Proof, type Sheet, type Standing, standings } from "./sheet.ts";

const signs: Readonly<Record<Standing, string>> = { differs: "✗", open: "?", reported: "“", supported: "✓" };

/** The fact sheet as one page that needs nothing else: no script, no font, no picture from elsewhere. Whatever the draft says stays text. */
export function html(sheet: Sheet, document: Document, tables: readonly LedgerTable[]): string {
  const questions = sheet.entries
    .filter(({ standing }) => standing === "differs" || standing === "open")
    .toSorted((a, b) => rank(a) - rank(b) || a.number - b.number);
  const others = sheet.entries.filter(({ standing }) => standing === "reported" || standing === "supported");
  const isRead = sheet.sources.some(({ accessed }) => accessed);
  const drawn = charts(tables);
  return page(
    `Fact sheet: ${sheet.title}`,
    `<header>
<p class="kicker">Fact sheet</p>
<h1>${escaped(sheet.title)}</h1>
<p class="dim">${[sheet.written && `Written ${escaped(sheet.written)}`, plural(sheet.entries.length, "statement"), plural(sheet.sources.filter(({ copyOf }) => !copyOf).length, "source")].filter(Boolean).join(" · ")}</p>
<ul class="counts">${(Object.keys(standings) as Standing[]).map((standing) => count(sheet, standing)).join("")}</ul>
</header>
<section>
<h2>Open questions</h2>
${list(questions.map((one) => [one]))}
</section>
<section class="draft">
<h2>The draft</h2>
${document.blocks.map((block) => paragraph(block, document.text, sheet.entries)).join("\n")}
</section>
${drawn && `<section class="charts">\n<h2>Tolls over time</h2>\n${drawn}\n</section>`}
<section>
<h2>Borne out, and attributed</h2>
${list(byProof(others))}
</section>
<section>
<h2>Sources</h2>
<table><thead><tr><th>id</th><th>date</th>${isRead ? "<th>read on</th>" : ""}<th>publisher</th><th>title</th></tr></thead><tbody>
${sheet.sources.map((source) => sourceRow(source, isRead)).join("\n")}
</tbody></table>
</section>`,
  );
}

function sourceRow({ source, copyOf, date, accessed, publisher, title, url }: Sheet["sources"][number], isRead: boolean): string {
  const id = `${escaped(source)}${copyOf ? `<br><span class="dim">the text of ${escaped(copyOf)}</span>` : ""}`;
  const cells = [id, escaped(date ?? "unknown"), ...(isRead ? [escaped(accessed ?? "")] : []), escaped(publisher ?? ""), linked(title ?? url ?? "", url)];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
}

const rank = ({ standing }: Entry): number => (standing === "differs" ? 0 : 1);

function count({ entries }: Sheet, standing: Standing): string {
  const number = entries.filter((one) => one.standing === standing).length;
  return `<li class="${standing}"><span class="badge ${standing}">${signs[standing]}</span> <b>${number}</b> ${escaped(standings[standing])}</li>`;
}

const badge = ({ number, standing }: Entry): string => `<span class="badge ${standing}">${number}</span>`;

const list = (groups: readonly (readonly Entry[])[]): string =>
  groups.length ? `<ol class="entries">${groups.map(item).join("\n")}</ol>` : '<p class="dim">None.</p>';

/** Entries in a row that rest on the same sentences and have nothing to be said of them share their quotations. */
function byProof(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const groups: Entry[][] = [];
  const key = ({ proofs, notes }: Entry): string | undefined => (proofs.length && !notes.length ? JSON.stringify(proofs) : undefined);
  for (const one of entries) {
    const last = groups.at(-1);
    if (last?.[0] && key(one) !== undefined && key(last[0]) === key(one)) last.push(one);
    else groups.push([one]);
  }
  return groups;
}

function item(entries: readonly Entry[]): string {
  const [{ proofs, notes }] = entries as readonly [Entry];
  const said = [...notes.map((note) => `<p class="note">${escaped(note)}</p>`), ...proofs.map(proof)];
  return `<li class="${entries[0]?.standing}"><div class="claims">${entries.map(claim).join("")}</div>
${said.join("") || '<p class="dim">No sentence of the sources is about it.</p>'}</li>`;
}

const claim = (one: Entry): string =>
  `<p class="claim" id="e${one.number}"><a class="number" href="#d${one.number}">${badge(one)}</a>${escaped(one.text)} <span class="dim">${one.kind}, line ${one.line} · ${signs[one.standing]} ${escaped(standings[one.standing])}</span></p>`;

const proof = ({ quote, ...source }: Proof): string => `<blockquote>${escaped(quote)}<cite>${origin(source)}</cite></blockquote>`;

const origin = ({ source, title, publisher, date, accessed, url, place }: Omit<Proof, "quote">): string =>
  [
    `<b>${escaped(source)}</b>`,
    date ? escaped(date) : "no date",
    publisher && escaped(publisher),
    title || url ? linked(title ?? (url as string), url) : "",
    place && escaped(place),
    accessed && `read ${escaped(accessed)}`,
  ]
    .filter(Boolean)
    .join(" · ");

/** How many of the entries, which are in text order, begin before an offset. */
function countBefore(entries: readonly Entry[], offset: number): number {
  let low = 0;
  for (let high = entries.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((entries[middle] as Entry).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function paragraph(block: Block, text: string, all: readonly Entry[]): string {
  const here = all.slice(countBefore(all, block.start), countBefore(all, block.end));
  const margin = here.map((one) => `<a href="#e${one.number}">${badge(one)}</a>`).join("");
  return `<div class="row ${block.kind}"><div class="margin">${margin}</div><div class="text">${marked(text, block.start, block.end, here)}</div></div>`;
}

/** The text with each entry marked, one within another where they nest; what overlaps by halves gets its number alone. */
function marked(text: string, start: number, end: number, entries: readonly Entry[]): string {
  let at = start;
  let out = "";
  const upTo = (offset: number): void => {
    out += escaped(text.slice(at, offset));
    at = Math.max(at, offset);
  };
  const open: Entry[] = [];
  const closeUntil = (offset: number): void => {
    while (open.length && (open.at(-1) as Entry).end <= offset) {
      const last = open.pop() as Entry;
      upTo(Math.min(last.end, end));
      out += `<sup>${last.number}</sup></mark>`;
    }
  };
  for (const one of entries) {
    closeUntil(one.start);
    upTo(one.start);
    const around = open.at(-1);
    const id = `id="d${one.number}"`;
    if (around && one.end > around.end) out += `<sup ${id}>${one.number}</sup>`;
    else {
      out += `<mark class="${one.standing}" ${id}>`;
      open.push(one);
    }
  }
  closeUntil(Number.POSITIVE_INFINITY);
  upTo(end);
  return out;
}
