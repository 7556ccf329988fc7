import type { Figure } from "../extract/mentions.ts";
import type { Role } from "./claim.ts";

/** Key of what is measured: people of a role, else dimension and unit, else the head noun's lemma. */
export function measureOf(figure: Figure, role: Role | undefined): string {
  if (role && role !== "case") return "person";
  if (figure.dimension === "count") return figure.noun?.head ?? "count";
  return figure.unit && figure.dimension !== "percent" ? `${figure.dimension}:${figure.unit}` : figure.dimension;
}
