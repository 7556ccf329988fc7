/** The digits of a value as one whole number: 3.5 -> 35, 0.05 -> 5; none where it is beyond counting. Asked of each figure with each that it may be about: without strings. */
function digitsOf(value: number): number {
  if (Number.isSafeInteger(value)) return Math.abs(value);
  return Number.isFinite(value) ? Number(String(Math.abs(value)).replace(/e.*$/, "").replace(".", "")) : 0;
}

const withoutLast = (digits: number): number => Math.floor(digits / 10);

/** 3,785 -> 4, 3,700 -> 2, 2.50 -> 2. */
export function significantDigits(value: number): number {
  let digits = digitsOf(value);
  while (digits && digits % 10 === 0) digits /= 10;
  let count = 0;
  for (; digits >= 1; digits = withoutLast(digits)) count++;
  return count;
}

/** The place value of the last significant digit: 3,785 -> 1, 3,700 -> 100, 2.5 -> 0.1. */
export function lastPlace(value: number): number {
  if (value === 0) return 1;
  const decimals = Number.isInteger(value) ? 0 : (/\.(\d+)/.exec(String(value))?.[1]?.length ?? 0);
  if (decimals) return 10 ** -decimals;
  let place = 1;
  while (value % (place * 10) === 0) place *= 10;
  return place;
}

/** What goes wrong when a number is copied by hand: two digits swapped, one mistyped, a zero too many, or "nine" for "nineteen" or "ninety". */
export function looksMistyped(a: number, b: number): boolean {
  if (a === b || (Number.isInteger(a) && Number.isInteger(b) && a > 0 && b > 0 && (a > 10 * b || b > 10 * a))) return false;
  if (a === 10 * b || b === 10 * a || (a > 1 && a < 100 && b > 1 && b < 100 && wordRoot(a) === wordRoot(b) && a !== b)) return true;
  return differsAsMistyped(digitsOf(a), digitsOf(b));
}

/** Digits as many, of which one of three or more is another, or two have changed places. */
function differsAsMistyped(a: number, b: number): boolean {
  let [length, different, isSwap] = [0, 0, false];
  let [ours, theirs] = [0, 0];
  for (let [x, y] = [a, b]; x >= 1 || y >= 1; x = withoutLast(x), y = withoutLast(y)) {
    if (x < 1 || y < 1) return false;
    length++;
    const [own, other] = [x % 10, y % 10];
    if (own === other) continue;
    if (++different > 2) return false;
    isSwap = different === 2 && own === theirs && other === ours;
    [ours, theirs] = [own, other];
  }
  return different === 1 ? length >= 3 : isSwap;
}

/** The same digits in another order: 13 and 31. */
export const areSwapped = (a: number, b: number): boolean => a !== b && digitCounts(a) === digitCounts(b);

/** How often each digit stands in a number, as one number: the same for all that have the same digits in some order. */
export function digitCounts(value: number): number {
  let counts = 0;
  for (let digits = digitsOf(value); digits >= 1; digits = withoutLast(digits)) counts += 32 ** (digits % 10);
  return counts;
}

/** The digit whose name opens a spelled number: six, sixteen, sixty. Others are their own. */
const wordRoot = (n: number): number => (n < 10 ? n : n > 12 && n < 20 ? n - 10 : n % 10 === 0 && n > 10 ? n / 10 : -n);
