import { sentenceIn } from "../corpus/packed-source.ts";
import { casualtyCues } from "../lexicon/casualties.ts";
import { scales, smallNumbers } from "../lexicon/number-words.ts";
import { meanings } from "./meanings.ts";
import type { SentenceIndex } from "./sentence-index.ts";
import type { Fact } from "./verdict.ts";

type Stems = ReadonlySet<string>;

/** How many, and that they died, were hurt or are missing: two tolls of one role differ in these words, however they differ in what happened. */
const fates: Stems = new Set(
  meanings(
    [
      ...casualtyCues.keys(),
      ...smallNumbers.keys(),
      ...scales.keys(),
      "victim casualty claim confirm count number stand rise rose risen reach total official",
    ].join(" "),
  ),
);

const kept = new WeakMap<Stems, Stems>();

/** The stems of a sentence that tell of what happened; all of them, where there are no such. */
export function withoutFate(stems: Stems): Stems {
  let scene = kept.get(stems);
  if (!scene) {
    scene = new Set([...stems].filter((stem) => !fates.has(stem)));
    if (!scene.size) scene = stems;
    kept.set(stems, scene);
  }
  return scene;
}

const ofFacts = new WeakMap<Fact, Stems>();

/** The scene of a fact's sentence, with that of the one before it in its paragraph: what happened is told first, and in the next sentence to how many. */
export function sceneOf(fact: Fact, { numberOf, bagOf }: SentenceIndex): Stems {
  const known = ofFacts.get(fact);
  if (known) return known;
  const { source, claim } = fact;
  const { index, block } = claim.sentence;
  const at = numberOf(source, index);
  const own = withoutFate(bagOf(at));
  const isFollowed = index > 0 && sentenceIn(source, index - 1).block === block;
  const scene = isFollowed ? new Set([...withoutFate(bagOf(at - 1)), ...own]) : own;
  ofFacts.set(fact, scene);
  return scene;
}
