import assert from "node:assert/strict";
import { sourcingOf } from "../server/engine/claims/sourcing.ts";
import { sentenceAt } from "../server/engine/document/document.ts";
import { parseDocument } from "../server/engine/document/parse.ts";
import { read } from "../server/engine/extract/read.ts";

/** `{12}` is sourced by its sentence, `<12>` is not. One text a paragraph. */
const scopes = `
At least {14} people were killed when a bus plunged into a ravine, officials said.
According to the coast guard, {23} migrants were rescued and {four} bodies were recovered.
According to the charity, {one in five} children goes to school hungry.
The blaze destroyed {120} homes, fire chief Maria Lopez told The Associated Press, and forced {2,000} people to flee.
The company reported a net loss of {$340 million} for the quarter, compared with a profit of {$12 million} a year earlier.
Police arrested <40> protesters and seized <12> weapons.
<Five> carriages left the track, and police said that they had counted {12} dead.
The toll, which the ministry puts at {87}, has not been confirmed.
The storm killed <six> people in Haiti before it reached Cuba, where it left <two> dead.
Citing hospital records, the newspaper said {45} patients had died.
More than {3,000} homes are without power, said Jane Hill, a spokeswoman for the utility.
It was the third such crash this year; <12> people died in the first, and officials said {nine} died in the second.
Wildfires have burned <40,000> hectares. Authorities said {three} people were missing.
The health ministry, which does not distinguish between civilians and combatants, says more than {30,000} people have been killed.
The UN estimates that {1.2 million} people need aid.
A study published in Nature found that {40%} of reefs were bleached.
Searchers found <three> bodies in the mud.
Volunteers found <310> dead seals, and residents found <40> shells. Engineers found {14} cracks.
"It is a catastrophe," said Dr Ahmed Yusuf, who has treated <60> patients since Friday.
The mayor put the cost at {£4m}, while the council says it will be closer to {£6m}.
In a report released on Tuesday, Human Rights Watch documented {27} cases of torture.
He told reporters that {15} officers had been suspended, adding that {three} had been charged.
Jurors were told that Mr Hale had made {16} calls that night.
The quake had a magnitude of {6.1}, the USGS said, and was followed by {12} aftershocks.
By the union's count, {4,500} workers walked out.
By the reckoning of the harbour master, {31} boats broke loose.
Some {31} boats broke loose, by the count of those who saw it.
In the opinion of the panel {nine} of the crew could have been saved.
In the treasurer's view, {40} jobs are at risk.
By most estimates, {19,000} people live there.
By the harbour {19} boats were tied up, the master said.
By the harbour <19> boats were tied up.
In the view from the tower <19> boats were tied up.
It puts the loss at {780} boats, and the number of men at {42}.
She put the car at <40> metres from the wall.
The number of passengers was put at {52} by officials.
The list, which was published by the ministry on Sunday, has {2,018} names.
The estimate of {4,000}, made by the charity, is disputed.
The <4,000> vans made by the company are all white.
The figure of {4,000} comes from the charity.
The water of <40> wells comes from the river.
Some {40} drivers are believed to be off sick.
{Forty} drivers are said to have left.
He is accused of taking {$40,000}.
It is understood that {40} drivers are off sick.
{Forty} drivers are off sick, it has emerged.
He had understood, and <40> drivers left.
If the mayor is right, {300} houses must go.
If the road is closed, <300> houses are cut off.
Some {3.1 million} people are short of food (OCHA).
Some <14> boats are run by the Water Transport Board (WTB).
The mill will close {two} plants, according to its plan, and come down to {300} hands by May.
The bridge lost {two} spans, according to the engineers, and <40> of its beams are cracked.
The yard owns {six} tugs, its director told Radio Coast's Morning Line, and employs {400} people.
The yard owns {six} tugs, its director said, and ships of <40> yards lie there.
Nobody was hurt in the hall, a spokesman said, and passengers had been given {two} blankets each.
Some {90,000} loaves are baked there, according to the guild – {two-thirds} of them before dawn.
Filings with the Rivers and Harbours Commission show the yard lost {$18.3 million}.
A survey of {900} Dutch and Danish skippers suggests that {two in five} sleep badly.
{Two in five} skippers sleep badly, a survey of {900} Dutch and Danish crews suggests.
Just {19%} of boats have a raft, harbour data show, compared with {46%} of ferries.
The dredger cost {$3.9 million}, the auditor found in March, {40%} more than was planned.
Those who slept {six} hours did no better than those with {two} breaks, they found.
Some {280mm} of rain fell there, by the Bureau's gauge, and another {100} are expected.
The harbour's fees rose to {1,604} crowns, the guild's deputy chief economist, Aline Berg, said on a conference call.
Mara Holt, 18, who said she had won {three} cups, is going home.
A rebel spokesman put the delay down to "stamps missing on {eleven} of the forms".
{Fourteen} trams are off, a notice of the depot said at 11 am, and {23} late.
The rebels claim {40} kills.
{Four} boats had sunk, the harbour master told this newspaper.
{Nine} cows drowned, so the ministry.
The river rose, so the ministry closed <9> locks.
As the abbot had it, {40} vines were frozen.
As the abbot had it in hand, <40> vines were left.
Another {6}, she went on, were sent to Oslo.
The siege went on, and <6> were sent to Oslo.
The permit covers {50} guests, the council points out.
The council made it clear, and <50> guests left.
She is sure of one thing: {9} goats are in the barn.
The union is adamant that {400} drivers stayed at home.
The barn is sure to hold <400> goats.
The Red Crescent has a list of {51} names.
The barn has a floor of <51> planks.
The ring is said by police to have sold {46} boats.
At the last official count, {51} cows were lost.
A count by volunteers came to {412} eggs.
A cart driven by volunteers came to <412> farms.
The decree, a copy of which was seen by Reuters, orders the club to pay {70 million} crowns.
<Seventy> cows died (Evening News: {19}).
The vicar, who had been in the barn since six and was still in his boots, told reporters that {12} cows had drowned.
In a post, the mayor spoke of {300} trees.
The hotel's brochure boasts of {26} rooms.
Of those polled by the institute, {28 per cent} were against.
Counsel put it to her that {31} bells had rung.
Counsel put it to the shelf, and <31> bells rang.
Ask the bakers and they will tell you that {12} ovens are cold.
The bakers will bake, and <12> ovens are hot.
The decree names {9} colonels.
{Nine} colonels are named in the decree.
<Nine> colonels are named in the road.
Rumours of {30} dead went round the port.
Prices rose by {11.2} percent in May: Statistics Office.
Prices rose by <11.2> percent in two towns: Orto and Selva.
The fear is that {40} divers are under the ice.
Jurors were shown pictures of {14} graves.
The bridge was closed on <14> days, was it not.
There have been {1,912} cases (WHO bulletin, 14 May).
The ministry, in its weekly bulletin, gives {1,912} cases.
The ministry gives <1,912> boats a coat of paint.
The quota, set by the directorate at {9,000} tonnes, is low.
Skippers on the quay talk of {30} boats.
The mayor's version is different: {5} shops burned.
A banner read "{400} jobs".
"We sold {900} tickets in an hour," was how the manager described it.
Prosecutors charge that he took {12} bribes.
The shop charges <12> pounds for a ticket.
The toll rose to {312}, state radio quoted the minister as saying.
The firm posted a loss of {40 million} pounds.
The guard posted <12> men at the gate.
Polls give her {52 percent}.
Official results gave him {40} seats.
His aunt gave him <40> marbles.
Some say {40} people drowned.
{Two} people familiar with the talks said {40} jobs would go.
Two people of the town were hurt, and <40> houses burned.
{Forty} men allegedly took part.
Reports of {40} dead could not be confirmed.
She wrote <40> reports of <12> pages.
{Forty} tents burned, in the charity's account.
The crowd was estimated at {8,000}.
The house was put up at <12> Mill Lane.
A sign at the gate gives the depth as {40} metres.
Its brochure promises {40} rooms.
The union demanded a rise of {8 per cent}; the company offered {3 per cent}.
A farmer offered <12> eggs.
The police's own figures put the number of arrests at {93}.
Its population is <46,000>.
The deal is worth {$3.5bn}, people familiar with the matter said.
There were {32} bodies in the morgue, a doctor who asked not to be named said.
Under the plan, announced on Tuesday, <1,200> jobs would go.
A poll of <1,000> adults is due on Friday.
The ferry was carrying {300} people, according to its manifest, though it was licensed for only <150>.
“It’s {27},” she says. “It was {30} this morning.”
Asked how many had died, he replied: "Between {20} and {30}."
The group says it has signed up {4,000} members; a rival union has <2,500>.
The opposition accused the government of hiding {300} deaths.
The firm, founded by <two> brothers, filed for bankruptcy on Friday.
A judge ordered the firm to pay <$40m> in damages.
A judge ruled that the firm must pay {$40m} in damages.
The company added <40> jobs and promised {60} more.
Exports fell {3.1%} in June from a year earlier, customs data showed on Tuesday.
The mayor of the town, home to <12,000> people, said {30} houses had collapsed.
{Two} survivors said that {four} of the rafts had failed.
{Four} pilots died, the agency quoted an official as saying.
He declined to say whether the <three> men were armed.
The hangar held {61} aircraft, the airfield manager conceded late on Monday after her aides had gone through the log books.
The men, said to be armed, stole <12> cars.
The report, which runs to <420> pages, lists {19} failures.
On Monday the agency had spoken of at least {14} deaths, and on Tuesday of {22}.
The governor talked of {60} houses gone.
They talked about the weather, and <12> bottles were emptied.
The fund lost {$40 million}, Markets & Money reported.
Bell & Sons cut <40> jobs in June.
{Sixteen} people are missing, three fewer than on Monday, and the number of the hurt is {43}, the DDMA said in its morning bulletin.
{Sixteen} people are missing, and {43} are hurt, the ministry said in its 6 pm update on X.
{Sixteen} people are missing, the ministry said two days later in a release issued here on Tuesday.
The bulletin was read by <three> actors.
Of its 12 demands {seven} have been met, the union says, and {five} have not.
{Twenty} wells are dry, according to the engineer, and {11} are not.
{Twenty} wells are dry, according to the engineer, and <11> of them are being dug deeper.
"They were the best we had," the foreman said of the {three} welders who died on Monday.
{Twelve} people have been hurt - police say.
{Twelve} people were hurt, The Post can reveal.
The BBC understands {12} people were hurt.
The school has learned, and <12> teachers left.
{Twelve} people were hurt, Reuters reports from the border.
The reports from the <three> villages were late.
{Twelve} people were hurt, France 24 reported.
{Twelve} people were hurt, as per officials.
It was gathered that {12} people were hurt, informed the deputy commissioner.
The collector apprised the house that {12} dams were unsafe.
The official toll is {41}.
The official list ran out after <40> names.
The bank sees growth of {3 percent} next year.
The firm saw <40> customers leave.
We're hearing that {forty} people are out there.
{Forty} people are out there, or so the mayor says.
{Forty} people are out there, fears the mayor.
{Forty} people are out there, if the mayor is to be believed.
The official said nothing, and <40> people left.
"We have them," said the sheriff, adding that {three} more had fled.
`;

/** Speaker of each quotation, in order; `-` for none. */
const speakers: readonly (readonly [string, ...string[]])[] = [
  ['"It came out of nowhere," said Ana Ruiz, a shopkeeper. "One minute it was quiet. The next, the roof was gone."', "Ana Ruiz", "Ana Ruiz"],
  ['The mayor, Piet Vos, blamed the weather. "We had no warning," he said.', "Piet Vos"],
  ['The mayor, Piet Vos, blamed the weather. "We had no warning whatsoever."', "Piet Vos"],
  ['Police Chief Dana Cole said the driver had fled. "We will find him," Cole said. "We always do."', "Dana Cole", "Dana Cole"],
  ["'We shan't be moved,' said Tom Reed, the farmers' leader. 'It's our land and it's our fathers' land.'", "Tom Reed", "Tom Reed"],
  ['"We are ready," the army\'s spokesman, Colonel Adil Khan, told state television, "and we have been ready for weeks."', "Adil Khan", "Adil Khan"],
  ['The so-called "ghost fleet" left on Monday. The song "Never Again Tonight" was played.', "-", "-"],
  ["\"I told them, 'Get out of the house now,' and they ran,\" said Maria Santos, who runs the shelter.", "Maria Santos"],
  ['The judge, Helen Marsh, told him: "You are a danger to every woman in this city."', "Helen Marsh"],
  ['Ruth Adeyemi, the bank\'s lawyer, was blunter. "This is nonsense from start to finish," she said.', "Ruth Adeyemi"],
  ['"Nobody is coming to help us," reads a message daubed on the wall.', "-"],
  ["“We have 12 beds.\n\n“And we have 40 patients,” said Dr Anil Rao.", "Anil Rao", "Anil Rao"],
  ["The ministers' aides' phones were off in the '90s, and Hamas's too."],
  ["He was 6' tall and \"never smiled.", "-"],
];

function textWithMarks(line: string) {
  const marks: { start: number; end: number; sourced: boolean }[] = [];
  let text = "";
  for (const [whole, sourced, unsourced] of line.matchAll(/\{([^}]*)\}|<([^>]*)>|[^{}<>]+/g)) {
    const inner = sourced ?? unsourced;
    if (inner !== undefined) marks.push({ start: text.length, end: text.length + inner.length, sourced: sourced !== undefined });
    text += inner ?? whole;
  }
  return { text, marks };
}

describe("attributions", () => {
  for (const line of scopes.trim().split("\n")) {
    it(line, () => {
      const { text, marks } = textWithMarks(line);
      const reading = read(parseDocument("draft.md", text), undefined);
      assert.ok(marks.length > 0);
      for (const mark of marks) {
        const sentence = sentenceAt(reading.document, mark.start);
        assert.ok(sentence);
        assert.equal(sourcingOf(reading, mark, sentence).sourced !== "no", mark.sourced, text.slice(mark.start, mark.end));
      }
    });
  }
});

describe("speakers of quotations", () => {
  for (const [text, ...expected] of speakers) {
    it(text, () => {
      const { quotations } = read(parseDocument("draft.md", text), undefined);
      assert.deepEqual(
        quotations.map(({ speaker }) => speaker?.name ?? "-"),
        expected,
      );
    });
  }
});
