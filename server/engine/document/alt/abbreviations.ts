/** Abbreviations that stand before what they belong to: a full stop after them ends no sentence. */
export const leadingAbbreviations: ReadonlySet<string> = new Set(
  `adm adj asst assoc brig capt cdr cmdr cmdt col comdr cpl det dr fr gen gov hon insp lt maj messrs mlle mme mr mrs ms msgr mt mx no nos pres prof pvt rep reps
  rev sen sens sgt spc sr st supt treas vs viz fig ft approx cf eg ie al arts dept est ave blvd bldg rd`.split(/\s+/),
);

/** Abbreviations after which a sentence may end: it does when an opener follows. */
export const trailingAbbreviations: ReadonlySet<string> = new Set("am pm us uk un eu uae usa dc inc ltd co corp plc jr bros etc est gmt".split(" "));
