import type { Document } from "../document/document.ts";
import { contentStems } from "../document/words.ts";
import { casualtyCues } from "../lexicon/casualties.ts";
import { scales, smallNumbers } from "../lexicon/number-words.ts";
import { sentenceStems } from "./alignment.ts";

type Stems = ReadonlySet<string>;

/** How many, and that they died, were hurt or are missing: two tolls of one role differ in these words, however they differ in what happened. */
const fates: Stems = new Set(
  contentStems(
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

const ofDocuments = new WeakMap<Document, readonly Stems[]>();

/** The scene of each sentence, with that of the one before it in its paragraph: what happened is told first, and in the next sentence to how many. */
export function scenes(document: Document): readonly Stems[] {
  let found = ofDocuments.get(document);
  if (!found) {
    const own = sentenceStems(document).map(withoutFate);
    found = own.map((stems, at) => {
      const isFollowed = at > 0 && document.sentences[at - 1]?.block === document.sentences[at]?.block;
      return isFollowed ? new Set([...(own[at - 1] as Stems), ...stems]) : stems;
    });
    ofDocuments.set(document, found);
  }
  return found;
}
