import type { Reading } from "../extract/mentions.ts";
import type { Claim } from "./claim.ts";

/** One claim a figure, in text order. */
export function readClaims(_reading: Reading): readonly Claim[] {
  return [];
}
