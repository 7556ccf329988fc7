import { irregularPasts, type ReportingKind, reportingVerbs } from "../lexicon/reporting-verbs.ts";

export interface ReportingForm {
  readonly lemma: string;
  readonly kind: ReportingKind;
  readonly form: "base" | "present" | "past" | "participle";
}

const doubles = /[^aeiou][aeiou][bdgmnprt]$/;

function inflect(lemma: string): readonly (readonly [string, ReportingForm["form"]])[] {
  const stem = lemma.replace(/e$/, "");
  const y = /[^aeiou]y$/.test(lemma);
  const present = y ? `${lemma.slice(0, -1)}ies` : /(?:s|x|ch|sh)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
  const past = y ? `${lemma.slice(0, -1)}ied` : `${stem}ed`;
  const forms: [string, ReportingForm["form"]][] = [
    [`${stem}ing`, "participle"],
    [past, "past"],
    [present, "present"],
    [lemma, "base"],
  ];
  if (doubles.test(lemma)) forms.push([`${lemma}${lemma.at(-1)}ed`, "past"], [`${lemma}${lemma.at(-1)}ing`, "participle"]);
  return forms;
}

function tabulate(): ReadonlyMap<string, ReportingForm> {
  const table = new Map<string, ReportingForm>();
  for (const [lemma, kind] of reportingVerbs) for (const [form, as] of inflect(lemma)) table.set(form, { lemma, kind, form: as });
  for (const [form, lemma] of irregularPasts) {
    const kind = reportingVerbs.get(lemma);
    if (kind) table.set(form, { lemma, kind, form: "past" });
  }
  return table;
}

/** Every inflected form of the reporting verbs, lower-case. */
export const reportingForms: ReadonlyMap<string, ReportingForm> = tabulate();
