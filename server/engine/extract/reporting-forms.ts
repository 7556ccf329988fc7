import { clausePhrasals, irregularPasts, phrasalReports, type ReportingKind, reportingVerbs } from "../lexicon/reporting-verbs.ts";

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

/** Every inflected form of the first word of "pointed out", with the words that may follow it. */
export const phrasalForms: ReadonlyMap<string, { readonly seconds: readonly string[]; readonly form: ReportingForm }> = new Map(
  [...phrasalReports].flatMap(([lemma, seconds]) => {
    const pasts = [...irregularPasts].flatMap(([form, of]): [string, ReportingForm["form"]][] => (of === lemma ? [[form, "past"]] : []));
    return [...inflect(lemma), ...pasts].map(
      ([form, as]) => [form, { seconds, form: { lemma, kind: clausePhrasals.has(lemma) ? "clause" : "open", form: as } }] as const,
    );
  }),
);
