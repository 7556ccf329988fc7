const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words that end a title before a person's name, lower-case, without full stop: ranks, offices, courtesy titles, styles. */
export const titleHeads = words(`
  general gen colonel col major maj captain capt lieutenant lt commander cmdr commodore brigadier brig admiral adm marshal ensign
  sergeant sgt corporal cpl private pvt pfc specialist spc airman seaman gunner midshipman warrant
  sheriff deputy chief detective det inspector insp superintendent supt constable dci dcc officer trooper commissioner commandant ranger
  president premier chancellor minister secretary undersecretary senator sen representative rep congressman congresswoman congressmember
  councilman councilwoman councilmember councillor councilor cllr alderman alderwoman mayor governor gov ambassador envoy consul
  judge justice magistrate prosecutor attorney coroner speaker chairman chairwoman chairperson chair director executive assemblyman assemblywoman
  selectman commissioner comptroller treasurer registrar provost rector
  sir dame lord lady baron baroness viscount marquess duchess countess prince princess king queen emperor empress sultan sheikh shaikh emir sheikha
  ayatollah hojatoleslam imam mullah maulana mufti rabbi father fr sister rev reverend pastor bishop archbishop cardinal pope patriarch deacon canon monsignor msgr vicar
  mr mrs ms miss mx dr prof professor doctor madame monsieur mme mlle señor señora senor senora herr frau hon
  shri smt shrimati sri kumari alhaji mallam engr datuk dato
  coach manager captain nurse comrade commentator
`);

/** Words that may stand before a title's last word: "Deputy *Prime* Minister", "*Detective Chief* Inspector". */
export const titleModifiers = words(`
  prime vice deputy det ch con additional joint assistant associate acting interim former ex outgoing incoming late then foreign interior home finance treasury defence defense
  health transport transportation energy education justice environment labour labor culture trade housing agriculture immigration security
  state attorney solicitor police fire district county city town chief senior junior major brigadier lieutenant rear grand field first second third
  staff master gunnery petty lance wing squadron group flight air surgeon inspector sergeant under opposition shadow house senate majority minority party
  crown appeals supreme court general executive managing financial national regional provincial federal permanent special press
`);

/** Abbreviations whose full stop does not end a name: "Gen. Powell", "St. Louis". Lower-case. */
export const abbreviations = words(`
  gen col maj capt lt cmdr brig adm sgt cpl pvt spc det insp supt sen rep gov cllr rev fr msgr mr mrs ms dr prof hon st ste mt ft jr sr mme pres sec atty asst dept smt engr
`);

/** Trades and roles that stand before a name without being part of it ("Farmer Giles"), or beside it ("a retired judge"). Lower-case. */
export const occupations = words(`
  fisherman fishermen farmer teacher schoolteacher headteacher doctor surgeon paramedic midwife pharmacist physician lawyer barrister solicitor advocate notary
  student pupil graduate professor lecturer researcher scientist economist analyst historian geologist seismologist meteorologist epidemiologist engineer architect
  driver lorry-driver pilot sailor skipper shopkeeper trader merchant vendor grocer baker butcher cook chef waiter waitress barber carpenter plumber electrician mechanic
  firefighter fireman policeman policewoman soldier guard guardsman lifeguard rescuer volunteer worker labourer laborer miner welder fitter chemist foreman supervisor
  resident neighbour neighbor survivor witness eyewitness victim suspect defendant tenant landlord homeowner villager evacuee refugee migrant pensioner retiree widow widower
  mother father brother sister son daughter uncle aunt cousin nephew niece husband wife grandmother grandfather friend colleague
  journalist reporter editor photographer correspondent author writer novelist poet actor actress singer musician artist director producer filmmaker
  activist campaigner organiser organizer lawmaker legislator politician diplomat official spokesman spokeswoman spokesperson aide adviser advisor negotiator mediator
  manager owner operator founder boss entrepreneur businessman businesswoman billionaire investor banker accountant auditor administrator coordinator secretary clerk
  priest pastor monk nun imam rabbi cleric bishop jurist judge prosecutor detective inspector investigator coroner pathologist examiner
  footballer striker goalkeeper midfielder defender winger coach referee runner swimmer boxer cyclist jockey golfer champion captain
  guide gardener caretaker hairdresser jeweller jeweler goldsmith blacksmith nanny undertaker receptionist cashier bookseller librarian curator beekeeper
  leader head chief president chairman chairwoman minister governor mayor commander general colonel officer rector principal dean nurse
`);
