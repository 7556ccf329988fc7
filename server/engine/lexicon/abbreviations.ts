const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Abbreviations that are always followed by what they belong to: "Col. Adams", "vs. Kenya". Lower case, without full stop. */
export const leadingAbbreviations = set(`
  gen maj capt lt cmdr brig adm sgt cpl pvt pfc spc det insp supt sen sens rep reps gov govs cllr rev fr msgr mr mrs ms dr drs prof hon ste mme mlle messrs pres atty asst dept
  smt engr lieut col cols gens sgts supts comm commr vs v approx est ca cf e.g i.e viz incl excl ext dist mt ft ph.d d.phil al-hajj
`);

/** Abbreviations that come before a number: "No. 7", "Oct. 7", "p. 3". */
export const numberedAbbreviations = set(
  "no nos art sec secs ch fig figs vol vols pp p para paras par pt jan feb mar apr jun jul aug sep sept oct nov dec rm apt ste sq rte hwy bldg",
);

/** Abbreviations that may end a sentence or not: the next word decides. */
export const openAbbreviations = set(`
  st inc corp co ltd bros llc plc jr sr esq ave blvd rd hwy rte u.s u.k u.n e.u u.s.a d.c u.a.e l.a n.y etc al a.k.a ph.d m.d b.a m.a b.sc mass calif conn fla ariz ark colo ga ill ind kan ky la md mich minn miss mo mont neb nev okla ore pa
  tenn tex va vt wash wis wyo ala del ont que n.j n.c s.c n.h n.m n.d s.d r.i w.va univ assn natl intl govt min hr hrs sec lb lbs oz kg km mi ft in cm mm m mph
  jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
`);

/** Clock halves: "at 7 p.m. Saturday" runs on, "at 7 p.m. The" does not. */
export const clockHalves = set("a.m p.m am pm");
