const table = `
civilian: civilian noncombatant non-combatant bystander passerby
child: child pupil boy girl baby infant toddler newborn schoolchild minor youngster teenager teen schoolboy schoolgirl youth juvenile
woman: woman female mother grandmother nun waitress actress girl schoolgirl housewife widow
man: man male father boy schoolboy
student: student pupil schoolchild schoolboy schoolgirl undergraduate trainee cadet
worker: worker employee labourer laborer staff staffer colleague workman technician operative farmhand shipbuilder steelworker builder cleaner welder
contractor: contractor subcontractor
miner: miner coalminer
farmer: farmer herder shepherd peasant farmhand grower
fisherman: fisherman fisher angler
soldier: soldier troop marine serviceman servicewoman servicemember paratrooper conscript reservist recruit guardsman ranger commando airman peacekeeper infantryman gunner
guard: guard warder bodyguard
trader: trader vendor merchant shopkeeper stallholder
police: police policeman policewoman officer constable deputy trooper gendarme sergeant detective
firefighter: firefighter fireman smokejumper
fighter: fighter gunman militant militiaman rebel insurgent combatant terrorist jihadist guerrilla guerilla extremist assailant attacker kidnapper captor abductor bandit raider robber
hostage: hostage captive abductee
prisoner: prisoner inmate detainee convict
patient: patient inpatient
passenger: passenger commuter traveller traveler rider
crew: crew crewman crewmember sailor seaman seafarer deckhand steward mariner
pilot: pilot aviator copilot
tourist: tourist holidaymaker vacationer hiker climber camper skier visitor trekker mountaineer
journalist: journalist reporter cameraman photographer correspondent
medic: medic doctor nurse paramedic surgeon physician midwife
aid-worker: aid-worker
rescuer: rescuer lifeguard
teacher: teacher lecturer professor schoolteacher
official: official minister lawmaker senator councillor councilman councilwoman mp legislator commissioner delegate inspector
driver: driver motorist cyclist motorcyclist trucker biker
pedestrian: pedestrian
protester: protester protestor demonstrator marcher
migrant: migrant refugee immigrant asylum-seeker evacuee returnee
worshipper: worshipper worshiper pilgrim congregant parishioner priest monk
player: player athlete runner footballer swimmer
diver: diver
guard: guard warder jailer sentry bodyguard
spectator: spectator fan supporter onlooker concertgoer reveller reveler
customer: customer shopper diner guest vendor trader shopkeeper
judge: judge prosecutor lawyer magistrate
voter: voter
`;

const generic =
  "person people human resident citizen inhabitant villager islander local victim survivor family household member relative friend neighbour neighbor adult pensioner dead injured wounded missing homeless displaced killed hurt couple twin brother sister son daughter parent wife husband suspect crowd spectator fan guest customer client shopper homeowner voter witness occupant other another believer defendant juror expert engineer scientist body corpse recruit hospitalised hospitalized unemployed life casualty fatality death leader man woman jew muslim christian hindu settler foreigner national expatriate expat native dependant dependent personnel";

/** Group keys by a person noun's lemma: `schoolboy` is a child, a man and a student. */
export const groupsOf: ReadonlyMap<string, readonly string[]> = collect();
const genericPeople: ReadonlySet<string> = new Set(generic.split(" "));

/** Words before a noun that tell the group: "medical staff", "health workers", "elderly people". */
export const groupModifiers: ReadonlyMap<string, string> = new Map(
  Object.entries({
    civilian: "civilian civilians",
    child: "child children infant premature newborn teenage underage",
    woman: "female women woman pregnant",
    man: "male",
    elderly: "elderly older retired",
    police: "police",
    soldier: "military army naval navy enlisted uniformed",
    fighter: "armed rebel militant insurgent jihadist islamist",
    medic: "medical health healthcare hospital nursing ambulance",
    "aid-worker": "aid humanitarian relief",
    worker: "migrant-worker",
    foreign: "foreign",
    student: "student school",
    prisoner: "prison",
    migrant: "migrant undocumented",
  }).flatMap(([group, words]) => words.split(" ").map((word): [string, string] => [word, group])),
);

function collect(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const line of table.trim().split("\n")) {
    const [group, words] = line.split(": ") as [string, string];
    for (const word of words.split(" ")) found.set(word, [...(found.get(word) ?? []), group]);
  }
  return found;
}

const things: ReadonlySet<string> = new Set(
  "tower trailer helicopter container tanker freighter computer paper number river shelter center quarter letter order corner reactor tractor generator sector factor door floor conveyor meter bunker boiler locker carrier cruiser launcher trawler steamer liner bulldozer digger burner poster offer answer layer matter disaster chamber cylinder ladder newspaper scooter charter chapter semester bumper cracker rocket router server printer mirror motor error corridor anchor vector monitor detector sensor transformer breaker counter hectare acre hammer copter excavator elevator escalator indicator investor-owned meteor power fever cancer flower shower order tender cover cluster filter roller sprinkler drawer register border buffer center freezer cooker charger folder header character parameter percent".split(
    " ",
  ),
);

/** Does a noun's lemma name a person? */
export const isPerson = (lemma: string): boolean =>
  groupsOf.has(lemma) ||
  genericPeople.has(lemma) ||
  (/(?:man|woman|person)$/.test(lemma) && lemma.length > 5) ||
  (/(?:er|or|ist|ian|ee|ant)$/.test(lemma) &&
    lemma.length > 5 &&
    !things.has(lemma) &&
    !/(?:meter|copter|paper|power|tower|carrier)$/.test(lemma) &&
    !/ant$/.test(lemma));
