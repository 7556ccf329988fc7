import { bibtexOf, cslJsonOf } from "../../archive/bibliography/write-bibliography.ts";
import type { DatingBasis, Source } from "../../engine/corpus/source.ts";
import { relativeUri, shownPath } from "../checked.ts";
import { harmless, type Paint } from "../terminal.ts";

const bases: Readonly<Record<DatingBasis, string>> = {
  metadata: "from its metadata",
  dateline: "from its dateline",
  text: "inferred from its text",
  unknown: "",
};

/** How the sources can be listed. */
export const sourceLists: Readonly<Record<string, (sources: readonly Source[], paint: Paint) => string>> = {
  text: (sources, paint) => sources.map((source) => describe(source, (id) => paint("bold", id))).join("\n"),
  json: (sources) => `${JSON.stringify(sources.map(plainOf), null, 2)}\n`,
  "csl-json": cslJsonOf,
  bibtex: bibtexOf,
};

function describe(source: Source, bold: (id: string) => string): string {
  const { id, title, publisher, date, dateBasis, stamped, uri, claims, provenance } = source;
  const basis = [bases[dateBasis], ...(stamped && stamped !== date ? [`stamped ${stamped}`] : [])].filter(Boolean).join(", ");
  const figures = claims.filter(({ figure }) => figure.form !== "vague").map(({ figure, role, measure }) => `${figure.text} ${role ?? measure}`);
  const rows: (readonly [string, string | undefined])[] = [
    ["title", title],
    ["publisher", publisher],
    ["date", date ? `${date}${basis ? ` (${basis})` : ""}` : "unknown"],
    ["accessed", provenance?.accessed],
    ["version", provenance?.version],
    ["embargo", provenance?.embargoed],
    ["file", shownPath(uri)],
    ["figures", figures.length ? `${figures.length}: ${figures.join("; ")}` : "none"],
  ];
  return `${bold(harmless(id))}\n${rows.flatMap(([name, value]) => (value ? `  ${name.padEnd(9)}  ${harmless(value)}\n` : [])).join("")}`;
}

const plainOf = ({ id, title, publisher, author, url, date, dateBasis, stamped, uri, claims, provenance }: Source) => {
  const { accessed, guid, version, embargoed } = provenance ?? {};
  const figures = claims.filter(({ figure }) => figure.form !== "vague").length;
  return { id, title, publisher, author, date, dateBasis, stamped, url, accessed, guid, version, embargoed, uri: relativeUri(uri), figures };
};
