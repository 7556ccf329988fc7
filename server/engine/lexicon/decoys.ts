const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** A number right after one of these names a thing, however it is written: "resolution 1701", "route 9". */
export const numberedThings =
  set(`resolution route highway motorway autobahn interstate junction exit flight room channel phase title article section chapter clause paragraph page line lines unit
  block gate platform terminal pier berth dock hangar bay ward cell zone sector district precinct division battalion brigade regiment squadron company apartment apt flat suite house floor level grade tier class
  category type version edition volume vol part episode season series act scene round stage lap heat game match group pool formula proposition prop amendment bill law decree order directive protocol annex appendix exhibit item
  figure fig table lot plot parcel station engine engines truck tram bus line train kilometre kilometer km milepost marker mile peak hill camp checkpoint gate crossing runway well reactor site shaft gate hwy measure area studio local chamber court
  case file question verse docket permit model mark mk generation gen windows android iphone galaxy playstation ps euro expo agenda vision plan schedule form sdg goal step rule tip day week year season warp apollo gemini soyuz voyager artemis shenzhou ariane falcon vega
  boeing airbus embraer bombardier antonov tupolev ilyushin cessna concorde sukhoi mig mi ak uh ah ch saab bmw audi tesla area pier berth tower hut hall lane stand stall shed bed locker seat seats row fortune ftse nasdaq nikkei cac dax psalm genesis exodus luke matthew mark john`);

/** Nouns that things are told apart by with a number behind them, in lower case too: "question 17", "coaches 4 and 5". */
export const labelled = set(
  `accused ambulance annex annexure appendix batch berth block boiler booth borehole box bridge building bunker buoy bus camp candidate car carriage
  chamber charge circle coach code column compartment constituency contestant count crossing defendant dormitory drift engine entry figure footnote
  form frame furnace gallery gate grid hangar house item juror kilometer kilometre lesson line lock locker lot milestone model note option parcel pier
  pitch plot postcode precinct proposal pump pylon quarter question reactor recommendation regulation ring row rule runner sample schedule seam sector serial
  shaft shed signal silo size slide slot sluice spillway square station table tank target test train tram trap trial truck turbine unit version wagon well
  witness zipcode zone`,
);

/** A number right after one of these is an age, a rank or a name: "aged 72", "No 10". */
export const namingWords = set("no no. nos number № # aged age ages under-");

/** Nouns that make the number before them a name or an ordinal thing: "911 call", "50-50 chance". */
export const namedByNumber = set(
  "call calls hotline emergency mm gauge caliber calibre storey story storeyed storied year-old page door wheel wheeler wheeled bedroom star stars lane megapixel bit",
);

/** Verbs and nouns beside which two joined numbers are a vote or a score. */
export const scoreWords = set(
  "voted vote votes won win wins lost lose beat beaten defeat defeated victory drew draw score scored ruled ruling decision led lead trailed final tie tied halftime half-time set sets aggregate",
);

/** Words that are used of a match alone: numbers beside them are its score. */
export const playWords = set(
  `innings wicket wickets overs batsman batsmen batter batters bowled bowler bowlers bowling unbeaten centurion half-century spinner off-spinner leg-spinner seamer paceman lbw
  openers skipper follow-on boundaries boundary inning homer homers touchdown touchdowns rebounds tie-break tie-breaker birdie birdies bogey bogeys half-time halftime hat-trick scrum try-scorer lineout`,
);

/** Nouns after "one" that make it an idiom, not a count. */
export const idiomsOfOne = set(
  `of another or by day night morning evening afternoon week month year time moment thing way side hand point reason example end word question kind sort step place stage part such more who that which to from in on at for with and but as is was has would could will can may
  might should must not he she they it i you we such-and-such after before until than called named described said says told former exception answer option idea problem piece item bit concern causing hitting striking landing injuring killing wounding leaving carrying involving showing saying calling being having making using issue aspect theory estimate account report study survey poll version scenario possibility`,
);
