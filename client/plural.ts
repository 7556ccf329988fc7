/** "1 draft", "2 drafts". */
export const plural = (n: number, one: string): string => `${n} ${one}${n === 1 ? "" : "s"}`;
