/** Words behind "TK" that make it a company's name. Lower-case. */
export const placeholderNames: ReadonlySet<string> = new Set(["maxx", "elevator", "elevators"]);

/** Words behind "XX" or "XXX" that make it a Roman numeral or a pair of chromosomes. Lower-case. */
export const romanNouns: ReadonlySet<string> = new Set(
  "chromosome chromosomes karyotype genotype female females corps olympiad olympic olympics century congress army armoured legion dynasty games rated certificate".split(
    " ",
  ),
);
