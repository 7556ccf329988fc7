const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Lower-case words inside a personal or place name: "Jan *van der* Berg", "Rio *de la* Plata". */
export const particles = words("van von der den de la las los le du del della di da das dos do al el bin bint ibn abu ben ten ter zu zum zur af av y e");

/** Particles that are no other English word: they open a name too ("al Qaeda", "bin Salman"). */
export const openingParticles = words("von der bin bint ibn abu al el del della");

/** Words after which "of", "for" or "and" goes on with the name: "Ministry *of* Health", "Gulf *of* Aden". */
export const ofHeads = words(`
  ministry department office bureau institute institution university college school academy bank bay gulf strait straits isle republic kingdom state states commonwealth
  city house court church council board division society association federation union league organisation organization church archdiocese diocese duke duchess prince earl
  cape sea horn house houses parliament chamber guild order temple mosque cathedral port lake tower
`);

/** Words that make a name an organisation's, wherever in it they stand. Lower-case. */
export const organisationWords = words(`
  ministry department agency company co corp corporation inc ltd llc llp plc gmbh group holdings industries systems institute institution university college school academy polytechnic
  hospital clinic infirmary hospice bank police constabulary council committee commission court tribunal office bureau service services authority administration association federation
  confederation union party front army navy force forces guard guards corps brigade brigades battalion regiment militia senate congress parliament assembly legislature knesset duma bundestag
  times post herald tribune news press wire journal gazette courier standard guardian observer chronicle mirror telegraph mail independent examiner beacon monitor broadcasting television radio media
  society foundation fund trust network organisation organization club team league united rovers airlines airways lines line railways railroad rail motors electric energy power oil petroleum gas steel
  chemicals pharmaceuticals laboratories laboratory labs center centre museum board cross crescent nations movement alliance coalition command treaty pentagon kremlin inspectorate survey observatory
  ombudsman watchdog regulator registry studios records entertainment insurance partners associates consulting solutions technologies software shipping logistics construction brothers sons
`);

/** Words that make a name a place's or a building's. Lower-case. */
export const placeWords = words(`
  river lake sea ocean bay gulf strait straits channel sound island islands isle isles mount mountain mountains hill hills valley creek canyon gorge desert peninsula cape plateau glacier
  province county district region state republic kingdom emirate territory territories city town village hamlet township borough parish quarter suburb heights
  street road avenue boulevard lane drive way square circus plaza park gardens bridge tunnel station terminal airport port harbour harbor pier dock docks wharf highway motorway turnpike route gate
  falls springs beach coast shore fort camp barracks prison jail stadium arena cathedral church mosque synagogue temple chapel abbey castle palace tower towers hall theatre theater hotel airbase base crossing
  ridge gulch hollow pass reef lagoon delta basin marsh forest woods woodland reserve dam reservoir canal fairgrounds cemetery farm farms market mall strip bank
`);

/** Compass and order words of names, never a misspelling of one another. Lower-case. */
export const namingAdjectives = words(`
  north south east west northern southern eastern western central upper lower middle inner outer greater new old great little grand high saint royal imperial national federal international
  regional general first second third fourth fifth sixth seventh eighth ninth tenth united joint special supreme public civil democratic republican liberal conservative social socialist labour labor
  red green blue black white golden silver big long broad main interior exterior foreign home health defence defense finance justice transport education energy
`);

/** Suffixes that hang an adjective on a name and do not belong to it: "army-*run*". */
export const compoundEnds = words(`
  run led based backed born held built made bound style wide area linked tied aligned allied controlled occupied dominated owned funded sponsored supported trained registered flagged educated
  like type era only inspired brokered imposed mediated administered speaking language friendly critical related affiliated associated listed rated sized side
`);

/** Given names that are months' names too. */
export const monthNames = words("jan april may june august march");
/** Words that a month after them makes a date: "in June". */
export const datePrepositions = words("in by since from until till before after during through throughout last next this early late mid of each every between");

/** Months and weekdays with their abbreviations: capitalised, and no names. */
export const calendarWords = words(`
  january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec
  monday tuesday wednesday thursday friday saturday sunday tues thurs
  christmas easter ramadan eid passover hanukkah diwali thanksgiving halloween gmt utc bst est edt pst pdt cet am pm
`);

/** Never inside a name with a capital: a new sentence or a title begins there. */
export const runBreakers = words("the a an in on at by from with to as but and or if he she it they we i his her their our my this that these those");
