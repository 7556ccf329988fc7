import type { Claim, Role } from "../claims/claim.ts";
import { isCasualty, objectionToGroup, objectionToPlace } from "./compatible.ts";

/** Of those who were hurt or taken to hospital not all die: the same number, told as the one and as the other, is told wrongly. The missing and the captives may be dead a day later. */
const hurt: ReadonlySet<Role> = new Set(["injured", "hospitalised"]);

/** What a source says became of as many people of the same kind, where a draft has the dead for the hurt or the hurt for the dead: "killed six peacekeepers" for "wounding six peacekeepers". */
export function otherFate(draft: Claim, source: Claim): Role | undefined {
  const [a, b] = [draft.role, source.role];
  if (!a || !b || !isCasualty(draft) || !isCasualty(source)) return undefined;
  if (!((a === "killed" && hurt.has(b)) || (b === "killed" && hurt.has(a)))) return undefined;
  if (draft.figure.form !== "number" || source.figure.form !== "number" || draft.figure.value !== source.figure.value || draft.figure.value < 2)
    return undefined;
  if (draft.denied || source.denied || draft.kind !== source.kind || draft.asOf.earlier || source.asOf.earlier) return undefined;
  return (objectionToGroup(draft.group, source.group) ?? objectionToPlace(draft.place, source.place)) ? undefined : b;
}
