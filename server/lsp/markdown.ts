/** Text from drafts and sources as Markdown that shows exactly that text, within a line. */
export const escaped = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_{}[\]|<>~&]/g, "\\$&");

const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** "20 October 2023" for an ISO day. */
export function longDate(iso: string): string {
  const [year, month, day] = iso.split("-").map(Number);
  return `${day} ${months[(month ?? 1) - 1]} ${year}`;
}

/** "20 Oct" for an ISO day. */
export function shortDate(iso: string): string {
  const [, month, day] = iso.split("-").map(Number);
  return `${day} ${(months[(month ?? 1) - 1] ?? "").slice(0, 3)}`;
}
