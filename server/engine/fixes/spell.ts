const small = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const tens = "  twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** A whole number from 0 to 100 in words, hyphenated as AP and the Guardian do: "twenty-six". */
export function spell(value: number): string {
  if (value === 100) return "one hundred";
  if (value < 20) return small[value] ?? String(value);
  const unit = value % 10;
  return `${tens[Math.floor(value / 10)]}${unit ? `-${small[unit]}` : ""}`;
}
