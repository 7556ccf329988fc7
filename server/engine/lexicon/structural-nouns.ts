/** What a small number in front of only tells apart, puts in order or describes a life: "the talks between two sides", "one of three ways", "he has two daughters". */
export const structuralNouns: ReadonlySet<string> = new Set(
  `side way half part thing time end kind type sort direction front stage step point reason question choice option word theory aspect factor thought occasion chance possibility scenario
  version meaning sense level line hand eye foot knee leg arm minute second hour day week month year decade century night morning generation term season chapter act scene corner world
  son daughter brother sister grandson granddaughter grandchild cousin parent twin nephew niece`.split(/\s+/),
);
