import type { Token } from "../extract/tokens.ts";
import type { Role } from "./claim.ts";
import type { PlacedCue } from "./cues.ts";
import type { Placed } from "./placed.ts";

/**
 * Whether those of whom a number is a part are told by something else than the fate that it counts: "37 of them drowned" of farmers in a boat, "18 of the workers
 * hurt remained in hospital". Then it is the toll of all whom this befell; "six of the dead were children" is a part of a toll.
 * `roles` are those of the figures before it, in its sentence and, where it has none there, in the one before.
 */
export function isOfOthers(
  tokens: readonly Token[],
  cues: readonly PlacedCue[],
  { end, after, figure }: Placed,
  role: Role,
  roles: readonly (Role | undefined)[],
): boolean {
  if (tokens[end]?.lower !== "of") return false;
  const whose = tokens[end + 1]?.lower ?? "";
  if (!figure.noun?.whole)
    return /^(?:them|whom|those|these)$/.test(whose) && hasVerb(tokens, cues, end + 2, /^th(?:o|e)se$/.test(whose)) && !roles.includes(role);
  const isOwn = ({ from, to, meanings }: PlacedCue) =>
    meanings.some((meaning) => meaning.role === role) && (to <= after ? from >= end : modifies(tokens, from, after));
  return whose === "the" && !cues.some(isOwn);
}

/** "of the people killed in the blast were", "of the people who died": the fate tells who they are. "of the players died" tells what became of them. */
function modifies(tokens: readonly Token[], cue: number, after: number): boolean {
  if (tokens[after]?.lower === "who" || tokens[after]?.lower === "whose") return cue > after && cue < after + 4;
  return cue === after && tokens.slice(cue + 1, cue + 12).some(({ lower }) => /^(?:is|are|was|were|had|have|has)$/.test(lower));
}

/** "37 of them drowned", "nine of them were killed". "14 of them children" share the verb of others, and "of those killed" has none yet. */
const hasVerb = (tokens: readonly Token[], cues: readonly PlacedCue[], at: number, isDeterminer: boolean): boolean =>
  /^(?:is|are|was|were|had|have|has|later)$/.test(tokens[at]?.lower ?? "") ||
  (!isDeterminer && cues.some(({ from, meanings }) => from === at && meanings.some(({ kind }) => kind !== "noun")));
