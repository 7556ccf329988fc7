const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Head nouns of bodies that publish numbers and statements. */
export const organisationNouns = set(
  `agency authority ministry department office bureau service services council commission committee government administration force police army navy military airforce
  guard coastguard hospital clinic trust company firm operator manufacturer union association federation charity group organisation organization institute institution university
  college school court tribunal jury inquiry inquest panel board body watchdog regulator opposition junta regime prosecution defence defense management campaign movement faction inspectorate directorate division unit brigade parliament congress senate house party
  newspaper paper magazine broadcaster station channel website outlet wire bank fund corporation corp exchange airline airport railway utility embassy consulate mission presidency
  cabinet treasury secretariat network coalition alliance militia monitor monitors observatory foundation society league cross crescent chamber centre center laboratory lab survey team
  district county city state town province region municipality borough crown prosecution church diocese parish consortium conglomerate retailer supplier developer insurer lender
  medic medics investigators family lawyers staff command headquarters syndicate cooperative club registry post times herald gazette tribune courier guardian journal
  television tv radio press daily weekly broadcaster media portal platform observatory regulator room`,
);

/** Things that speak for those who made them. */
export const documentNouns = set(
  `report study trial trials experiment experiments review survey poll audit investigation inquiry analysis assessment statement document memo letter filing indictment complaint census data figures statistics numbers records
  estimate estimates tally count toll list bulletin briefing dispatch release ruling verdict judgment judgement transcript email log logs register records research model models forecast
  projection article story dossier ledger index website database communique communiqué affidavit testimony minutes accounts paperwork notice images imagery footage photographs photos sheet tables charts maps archives book books result results returns sign dashboard tracker autopsy gauge gauges seismograph seismographs radar sensors scan scans test tests cctv tweet thread
  caption diary diaries ledgers invoice invoices receipts summons decree edict proclamation manifesto charter warrant warrants filings whiteboard noticeboard simulation simulations modelling modeling timetable brochure prospectus catalogue manual leaflet label
  table spreadsheet spreadsheets chart chargesheet graph graphs map manifest logbook readings inspection calculations calculation plaque poster lawsuit petition reply papers
  note notes receipt yearbook handbook chronology timeline certificate licence license permit contract deed almanac directory inventory roster rota inscription headstone gravestone placard acknowledgements acknowledgments
  footnote footnotes appendix preface foreword guidebook textbook newsletter documentary findings caption scoreboard scorecard thermometer barometer speedometer altimeter odometer anemometer stopwatch meter`,
);

/** Head nouns of persons who speak by office. */
export const roleNouns = set(
  `spokesman spokeswoman spokesperson minister president secretary chancellor premier governor mayor senator congressman congresswoman councilman councilwoman councillor councilor mp lawmaker
  official officer chief head director manager executive chairman chairwoman chair chairperson leader commander general colonel captain major lieutenant sergeant brigadier admiral marshal
  sheriff deputy inspector superintendent commissioner detective constable judge prosecutor attorney lawyer solicitor barrister magistrate coroner examiner doctor surgeon nurse physician paramedic
  medic professor researcher scientist expert analyst economist historian engineer teacher rector principal dean archbishop bishop priest imam cleric pastor rabbi ambassador envoy diplomat coordinator
  boss representative delegate founder owner resident witness survivor victim neighbour neighbor farmer fisherman driver pilot worker employee activist campaigner organiser organizer author editor reporter
  journalist correspondent widow widower mother father son daughter brother sister wife husband uncle aunt cousin friend jurist adviser advisor aide ombudsman seismologist meteorologist forecaster
  geologist epidemiologist firefighter rescuer soldier trader shopkeeper student purser sailor skipper pastor coach player master harbourmaster headteacher headmaster warden auditor actuary ecologist biologist volcanologist hydrologist glaciologist virologist statistician
  demographer astronomer physicist archaeologist conservationist ornithologist vet accountant broker negotiator mediator whistleblower plaintiff treasurer clerk administrator king queen prince princess sultan emir`,
);

/** Speakers that name nobody. */
export const vagueNouns = set(
  `officials official bosses sources source reports authorities witnesses eyewitnesses residents locals survivors experts analysts observers media people many some critics activists villagers relatives neighbours
  neighbors families doctors medics rescuers forecasters economists scientists researchers diplomats lawmakers prosecutors investigators police others lawyers workers traders accounts rumours rumors
  garda gardai gardaí participants organisers organizers campaigners insiders executives monitors inspectors commentators agencies ministers aides spokespeople leaders commanders officers deputies soldiers engineers rebels militants insurgents guerrillas separatists troops volunteers pollsters`,
);

/** What an agency's number is called: "the agency's *toll* stands at 8". */
export const tallyNouns = set(
  `toll count tally figure figures estimate estimates list total data statistics records number numbers survey census reckoning calculation calculations measurement`,
);
