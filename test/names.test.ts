import assert from "node:assert/strict";
import { parseDocument } from "../server/engine/document/parse.ts";
import { read } from "../server/engine/extract/read.ts";

/** A text, and its names in order: `title: name (kind's first letter)`. */
const cases: readonly (readonly [string, ...string[]])[] = [
  ["The mayor, Annelise Dreyfuss, said it would rain.", "Annelise Dreyfuss (p)"],
  ["On Tuesday Brig. Gen. Yousef al-Mutlaqani met Lt. Col. Ines Ferreira.", "Brig. Gen.: Yousef al-Mutlaqani (p)", "Lt. Col.: Ines Ferreira (p)"],
  ["Harold and June Castellane were found on Friday.", "Harold (u)", "June Castellane (u)"],
  ["It rained in June and in May.", ""],
  ["Harbour Board President Ursula van der Berg spoke.", "Harbour Board (o)", "President: Ursula van der Berg (p)"],
  ["Deputy Prime Minister Jan de la Cruz and Sir Keir O’Neill-Byrne spoke.", "Deputy Prime Minister: Jan de la Cruz (p)", "Sir: Keir O’Neill-Byrne (p)"],
  ["He works for General Motors and the Ministry of Health.", "General Motors (o)", "Ministry of Health (o)"],
  ["The President and the Prime Minister left.", ""],
  ["Two New York Times reporters were held near the Gulf of Aden.", "New York Times (o)", "Gulf of Aden (p)"],
  ["The US and the UN agreed; American and Iranian officials did not.", "US (p)", "UN (o)"],
  ["Iran-backed fighters of al Qaeda and al-Shabab left Moscow-run Sokolny.", "Iran (p)", "al Qaeda (u)", "al-Shabab (u)", "Moscow (u)", "Sokolny (u)"],
  ["Children’s toys lay near St. Mary's Church in Côte d’Ivoire.", "St. Mary's Church (p)", "Côte d’Ivoire (p)"],
  ["Ruth Ambrose, 71, met J. K. Mbeki of the Teachers' Union.", "Ruth Ambrose (p)", "J. K. Mbeki (u)", "Teachers' Union (o)"],
  ["Searchers found bodies. Rescue crews went on. Nobody in Harwick slept.", "Harwick (p)"],
  ["Harwick was dry on Sunday. It had rained in Harwick.", "Harwick (p)", "Harwick (p)"],
  ["“Disaster struck,” she said. Dreyfuss agreed.", ""],
  ["“Disaster struck,” she said. Dreyfuss said no.", "Dreyfuss (u)"],
  ["They met Kim Jong-un, Theresa May and Ban Ki-moon on Monday.", "Kim Jong-un (u)", "Theresa May (u)", "Ban Ki-moon (u)"],
  ["The boat MV Estrella sailed to the Isle of Wight with Marks & Sons.", "MV Estrella (u)", "Isle of Wight (p)", "Marks & Sons (o)"],
  ["The Mercer County Sheriff's Office and Brazil's Foreign Ministry replied.", "Mercer County Sheriff's Office (o)", "Brazil (p)", "Foreign Ministry (o)"],
];

const shown = (text: string): string =>
  read(parseDocument("a.md", text), undefined)
    .names.map(({ text: name, title, kind }) => `${title ? `${title}: ` : ""}${name} (${kind.charAt(0)})`)
    .join("; ");

describe("names", () => {
  for (const [text, ...names] of cases) it(text, () => assert.equal(shown(text), names.filter(Boolean).join("; ")));

  it("leaves the ordinary words of a headline alone", () => {
    const text = "# Rescuers Find Three Alive in Harwick as Dreyfuss Pleads for Help\n\nThree people were found alive in Harwick, Mayor Dreyfuss said.\n";
    assert.equal(shown(text), "Harwick (p); Dreyfuss (p); Harwick (p); Mayor: Dreyfuss (p)");
  });

  it("reads a name across a line break", () => {
    const text = "They spoke to Tomasz\nWierzbicki of the Dockers'\nUnion.\n";
    assert.equal(shown(text), "Tomasz\nWierzbicki (u); Dockers'\nUnion (o)");
  });
});
