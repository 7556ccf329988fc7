import type { Role } from "../claims/claim.ts";
import { firstWords } from "./phrase-ends.ts";

/**
 * What says that people were killed, injured, missing and so on. `noun`: counts by itself ("84 homicides", "the dead"); `verb`: of the people beside it,
 * active or passive ("killed 14", "14 were killed"); `state`: said of the people before it ("14 are missing"). Phrases by a space.
 */
export type CueKind = "noun" | "verb" | "state";

const rows: readonly (readonly [Role, CueKind, string])[] = [
  [
    "killed",
    "noun",
    "death toll|toll|tolls|dead|death|deaths|fatality|fatalities|body|bodies|corpse|corpses|homicide|homicides|murder|murders|killing|killings|slayings|drownings|lives|loss of life|mortalities|mortality|suicides|executions|victims killed|martyrs",
  ],
  [
    "killed",
    "verb",
    "kill|kills|killed|killing|murdered|murdering|slain|massacred|massacring|executed|executing|beheaded|assassinated|shot dead|shooting dead|gunned down|lynched|electrocuted|asphyxiated|suffocated|crushed to death|burned to death|burnt to death|beaten to death|stabbed to death|buried alive|found dead|confirmed dead|left dead|brought out dead|mourn|mourns|mourned|mourning|fatal for|charred to death|trampled to death|hacked to death|clubbed to death|bludgeoned to death|stoned to death|strangled|knifed to death|gored to death|mauled to death|tortured to death|kicked to death|shot to death|gassed to death|poisoned to death|burned alive|burnt alive|pronounced dead|declared dead|shot and killed|stabbed and killed|fatally shot|fatally injured|fatally wounded|fatally stabbed|mortally wounded|mown down|mowed down|blown up|put to death|martyred",
  ],
  [
    "killed",
    "state",
    "died|die|dies|dying|drowned|drown|drowning|perished|perish|perishing|lost their lives|lose their lives|losing their lives|succumbed|fell to their deaths|starved to death|did not survive|failed to survive|did not make it|never came back|bled to death|choked to death|burned to death|burnt to death|froze to death|frozen to death|fell to their death|plunged to their deaths|swept to their deaths|met their deaths|met their death|met their end|dead|deaths",
  ],
  ["injured", "noun", "injured|wounded|injuries|injury|hurt"],
  [
    "injured",
    "verb",
    "injure|injures|injured|injuring|wound|wounds|wounded|wounding|hurt|hurting|hurts|maimed|maiming|burned|burnt|scalded|treated for|treated|treating|needed treatment|needing treatment|required treatment|requiring treatment|received treatment|receiving treatment|under treatment|medical attention|overcome by smoke|suffered injuries|suffering injuries|suffered burns|suffering burns|suffered wounds|suffered|sustained injuries|sustaining injuries|sustained burns|sustained wounds|nursing injuries|nursing wounds|nursing burns|hit by shrapnel|struck by shrapnel|hit by gunfire|hit by bullets|cut by flying glass|varying degrees of injury|varying degrees of injuries|various degrees of injury|various degrees of injuries|various injuries|shot and wounded|shot and injured|stabbed and wounded|stabbed and injured",
  ],
  [
    "injured",
    "state",
    "with injuries|with serious injuries|with minor injuries|with burns|with wounds|with gunshot wounds|with bullet wounds|with shrapnel wounds|with stab wounds|with fractures|with broken bones|for injuries|for burns|for smoke inhalation|for shock|for cuts",
  ],
  ["missing", "noun", "missing|disappearances"],
  ["missing", "verb", "no trace of|no sign of|no word of|no word from|no news of"],
  [
    "missing",
    "state",
    "missing|unaccounted for|feared drowned|feared dead|presumed dead|presumed drowned|believed dead|believed drowned|unaccounted-for|not accounted for|lost at sea|feared missing|vanished|disappeared|not been found|not yet been found|yet to be found|not been located|not been accounted for|not been traced|not been heard from|could not be found|could not be traced|could not be accounted for|nowhere to be found|yet to be located|yet to be traced|yet to be accounted for|untraced",
  ],
  ["held", "noun", "hostages|hostage|captives|detainees|arrests|arrest|detentions|abductions|kidnappings|prisoners of war"],
  [
    "held",
    "verb",
    "arrest|arrests|arrested|arresting|detain|detains|detained|detaining|captured|capturing|abducted|abducting|kidnapped|kidnapping|taken hostage|took hostage|taken captive|taken prisoner|held hostage|held captive|in custody|into custody|in captivity|jailed|imprisoned|rounded up|seized as hostages|held|being held|remanded|seized|seizing|carried off|led away|marched off|in the hands of|in police custody|under arrest|abduct|abducts|kidnap|kidnaps|kidnapped from|taken from their homes|taken from their beds|taken from their houses|taken at gunpoint|taken away at gunpoint|dragged from their homes|dragged from their beds|dragged away|snatched|herded away|bundled away|whisked away",
  ],
  [
    "hospitalised",
    "verb",
    "hospitalised|hospitalized|hospitalising|hospitalizing|in hospital|in hospitals|to hospital|to hospitals|to the hospital|to a hospital|to local hospitals|to nearby hospitals|to area hospitals|hospital treatment|admitted|treated in hospital|in the hospital|hospital care|treated at hospitals|treated at a hospital|treated at the hospital|treated in hospitals",
  ],
  [
    "critical",
    "state",
    "critical condition|a critical condition|critical|critically ill|critically injured|critically wounded|intensive care|fighting for their lives|fighting for life",
  ],
  ["displaced", "noun", "displaced|homeless|evacuees|refugees|evacuations|displacements"],
  [
    "displaced",
    "verb",
    "displace|displaces|displaced|displacing|evacuate|evacuates|evacuated|evacuating|fled|flee|flees|fleeing|homeless|made homeless|uprooted|uprooting|from their homes|out of their homes|lost their homes|lose their homes|left their homes|leave their homes|abandoned their homes|abandon their homes|flee their homes|fled their homes|without homes|under evacuation orders|under evacuation|under orders to leave|under orders to evacuate|ordered to evacuate|told to evacuate|ordered to leave|evacuation orders|moved to shelters|in shelters|sought shelter|taken shelter|took shelter|relocated|relocating|evacuation of|displacement of|moved out|moved out of|moving out of|told to flee|told to leave|urged to leave|urged to flee|advised to leave|asked to leave|forced to leave|forced to flee|had to leave|had to flee|without a roof|left homeless",
  ],
  ["rescued", "noun", "survivors|survivor|rescues"],
  [
    "rescued",
    "verb",
    "rescue|rescues|rescued|rescuing|saved|save|saves|saving|pulled alive|pulled out alive|out alive|alive|survived|survive|survives|picked up|plucked|brought ashore|freed|freeing|pulled to safety|brought out|to safety|brought to safety|winched|dug out|brought to the surface|swam to safety|swam ashore|made it ashore|made it to safety|lifted to safety|hauled to safety|hauled from the water",
  ],
  ["case", "noun", "cases|case|infections|infection"],
  ["case", "verb", "infected|infecting|contracted|tested positive|fallen ill|sickened|fell ill|falling ill"],
  ["born", "noun", "births"],
  ["born", "verb", "born"],
  ["hired", "verb", "hired|hiring|recruited|recruiting|taken on"],
];

export interface Cue {
  readonly role: Role;
  readonly kind: CueKind;
}

/** Cues by their words, lower-case; one phrase may be noun and state. */
export const casualtyCues: ReadonlyMap<string, readonly Cue[]> = collect();
/** The first words of all cues, with the length of the longest phrase that begins so. */
export const cueStarts: ReadonlyMap<string, number> = firstWords(casualtyCues.keys());

function collect(): ReadonlyMap<string, readonly Cue[]> {
  const found = new Map<string, Cue[]>();
  for (const [role, kind, phrases] of rows)
    for (const phrase of phrases.split("|")) {
      const list = found.get(phrase);
      if (list) list.push({ role, kind });
      else found.set(phrase, [{ role, kind }]);
    }
  return found;
}
