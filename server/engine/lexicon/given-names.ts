import { withoutMarks } from "../document/words.ts";

const set = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/));

/** Given names of women the world over, lower-case; those that men bear too, that name places or that are other words are left out. */
const womens = set(`
  abigail achieng ada adaeze adaora adele adriana agatha agnes agnieszka agota ailsa aine aisha aishwarya aisling akinyi akua alejandra alexandra
  alice alicia alina alison allison ama amaka amanda amara amelia amina amira amy ana anastasia andreea angela angelina angharad anita anjali ann
  anna annabel anne annette annie antonia anupama aoife apsara aroha asha astrid atieno audrey ayesha aylin ayse barbara beatrice beatriz becky
  belinda bernadette bertha bethany betty bianca blessing brenda brenna bridget brigid brigitte bronwyn bukola camila camille carla carmen carol
  carole caroline carolyn cassandra catherine cathy catriona cecilia celeste celia cerys chantal chiamaka chiara chidinma chioma chipo chloe
  christina christine ciara claire clara claudia colleen connie cora cristina cynthia dagmar daisy dalia daniela danielle daphne debbie deborah debra
  deepa defne deirdre delia denise desislava despina diana diane dolores donna dora doris dorothy dragana edith edna efua eileen eilidh ekaterina
  elaine eleanor elena eleni elif elisa elisabeth elise eliza elizabeth ella ellen ellie elsa elsie emily emine emma erica erika esi esther eszter
  ethel eunice eva eve evelyn faith farah farida fatima fatma fatou felicity fiona folake folasade frances francesca freya frida frieda funmilayo
  gabriela gabriella gail galina geeta gemma georgina geraldine gertrude gillian gina ginevra gita giulia gladys gloria grace grainne greta gretchen
  gudrun gwen gwendolyn hadiza hala halima hanna hannah harriet hatice hawa hazel heather heidi helen helena helga henrietta hilary hilda hildegard
  holly huda ida ifeoma ilona ilse imelda imogen indira ines ingeborg ingrid ioana irene irina iris irma isabel isabella isla ivana ivanka jacqueline
  jane janet janice jasmine jeanette jelena jemima jennifer jenny jessica jill joan joanna joanne johanna josefina josephine josie joyce juana judith
  judy julia juliana julie juliet justine kamala karen karin karla katalin katarina katarzyna kate katerina katharina katherine kathleen kathryn
  kathy katie katja katya kavita kaye kayla keziah khadija kirsten kirstie kirsty klara kristen kristin kristina ksenia lakshmi lalita larissa lata
  latoya laura lauren layla leah leela leila lena leonora leticia lidia lila lilian lillian lily linda lindiwe lisa liv liz ljiljana lois lola lorna
  lotte louisa louise lucia lucille lucinda lucy ludmila luisa lydia lynette lynn mabel madeleine maeve magdalena maggie maha maire mairead maisie
  maja malgorzata mamata manal mandy manon manuela mara marcia margaret margarita margot maria mariam mariana marianne marie marilyn marion marisa
  marjorie marlene marta martha martina mary maryam matilda maud maureen mavis maxine meera megan meghan melanie melinda melissa meredith michaela
  michelle mihaela mildred milena milica millicent millie mina minna miranda miriam mitali moira molly mona monica monika muriel muthoni myra myrtle
  nadia nadine nafisa nancy naomi natalia natalie natasha neha nell nellie ngozi nia niamh nicole nina nirmala njeri nkechi noelle nomsa nomvula nora
  noreen nuala nyambura oksana olga olivia olufunke olwen oonagh orla orlaith palesa pamela paola parvati patricia patty paula paulina pauline peggy
  penelope penka petra philippa phoebe phyllis pia polly pooja poppy pratibha prisca priscilla priya pushpa rachel radha raluca ramona rania rasha
  rashida rebecca refilwe rekha renata renee renu rhian rhiannon rhoda rhonda rita ritu roberta roisin rosa rosalind rosamund rose rosemary rosie
  roxana roxanne rudo rukhsana ruth sabina sabine sadia sally salma salome samantha samira sandra saoirse sara sarah sarita savita seema shabnam
  shakira sharon sheila shelley shirin shirley shobha shona shreya sigrid silvia sinead siobhan sita smita snezana sonia sonja sophia sophie stacey
  stella stephanie suad sue sunita susan susanna susanne sushma suzanne suzie svetlana swati sylvia tamara tamsin tanya tara tatiana tendayi teresa
  tess tessa thandi thandiwe thelma theresa tilly tina titilayo tracey trish trudy tsitsi tsvetana uma una ursula usha ute valentina valerie vanessa
  vasiliki vera verity veronica vesna vivienne wambui wanjiku wendy wilhelmina winifred xiomara yasmin yasmine yetunde yewande yolanda yvette yvonne
  zahra zainab zanele zara zeinab zelda zeynep zodwa zoe zofia zorica zsofia zsuzsanna zuhra zuzana`);

/** Given names of men, likewise. */
const mens = set(`
  aaron abdul abdullah abdulrahman abel abraham adam adebayo adewale aditya adolfo adrian ahmad ahmed ahmet aidan ajay akash alan alastair albert
  alberto aldo alejandro aleksandar aleksander alessandro alexander alexei alfonso alfred alfredo ali alistair allan allen alvaro alvin amir amit
  anand anatoly anders andras andre andreas andrei andrew andrzej andy angus anil ansel anthony anton antonio antony arjun armando arnold arthur
  arturo arun ashok attila augustus avinash axel babak babatunde bahram baldev barnaby barry bartholomew bashir basil ben benedict benjamin bernard
  bernardo bertrand bhupinder bilal bill billy bjorn bob bobby bogdan bojan bongani boris boyd brad brandan brendan brian bruce bruno burak byron
  callum calvin carl carlo carlos cathal cedric cesar charles charlie chidi chinedu christoph christopher chuck chukwuemeka ciaran clarence clement
  clifford clive colin colm conor conrad cormac craig cyril cyrus damian damien dan daniel danny darius darragh darren dave david dean declan deepak
  denis dennis derek dermot derrick desmond devendra diego dieter dilip dimitar dimitri dinesh dirk dmitri dmitry domingo dominic donal donald doug
  dougal douglas dragan dumitru duncan dwight dylan eamon earl ed eddie edgar edmund edoardo eduardo edward edwin einar elias elijah elliott emanuel
  emeka emil emilio emmanuel emre enrique eric erik ernest ernesto ernst erwin esteban ethan euan eugene eugenio evan evgeny ewan ezekiel fadi faisal
  farooq felix femi ferdinand ferenc fergal fergus fernando filip finbar finn florian florin francesco francisco francois franz fred frederic
  frederick friedrich gabor gabriel gareth garth gary gaurav gavin geoffrey george georgi gerald gerard gerhard gerry gethin giancarlo gianni gilbert
  giles giorgio giorgos giovanni giuseppe gopal goran gordon graeme graham greg gregor gregory guillermo gunnar gunther gustav gustavo guy gyorgy
  habib hakan hamid hamish hamisi hans harald hari harish harold harry hassan hector heinrich helmut henri henrik henry herbert herman hermann hideo
  hiroshi horace horst hossein howard hubert hugh hugo humphrey hussein iain ian ibrahim ignacio igor ikechukwu imran isaac ismail istvan ivan ivar
  ivor jack jacob jacques jaime jake jakub jamal james jan janos jaroslav jason javier jayden jeff jeffrey jens jeremiah jeremy jerome jerry jesper
  jim jimmy joachim joao joaquin joe joel joey johan johann johannes john johnny jonas jonathan jorge jose josef joseph joshua josip juan julian
  julio juma jurgen justin kabir kagiso kamal kamau karim karl kaspar keith kelvin kemal ken kenji kenneth kenny kevin khalid kieran kiprono klaus
  kofi konstantin kostas krishna kunle kurt kwabena kwame kwasi lachlan ladislav lamar larry lars laszlo laurent lawrence len leon leonard leonardo
  leonid leopold leroy liam lionel lorenzo louis luca lucas ludwig luigi luis lukas luke lwazi magnus mahmoud malcolm mamadou manfred manish manoj
  manuel marcel marcelo marco marcos marcus marek mario marius mark marko markus martin marty marvin marwan mateo mateusz mathias matt matteo matthew
  matthias maurice mauricio mauro max maximilian maxwell mehmet melvin michael michal michel mick miguel mihai mikael mike mikhail milos mircea
  miroslav mitch mohamed mohammad mohammed mohan mohit mordecai moses mthunzi muhammad murat murdo musa mustafa nabil nate nathan nathaniel naveen
  ned neil nelson nicholas nick nicolas niels nigel nikhil niklas nikola nikolai nikos nils njoroge noah noel norbert norman olaf oleg oliver olivier
  olumide olusegun omar oscar osman oswald otieno otto owain owen pablo paddy padraic padraig panos paolo pascal patrick paul paulo pavel pawel pedro
  pete peter phil philip philippe pierre piotr plamen pradeep prakash prem quentin radu rafael raj rajesh rajiv rakesh ralph ramesh rami ramon
  randall raphael rashid ravi ray raymond reg reginald reinhard reza rhys ricardo richard rick rob robert roberto rodney rodrigo roger rohan rohit
  roland rolf roman ron ronald ronan rory ross roy ruben rudolf rufus rupert russ russell sachin saeed salvatore sam samir samuel sandeep sanjay
  satish seamus sean sebastian segun serge sergei sergey sergio seth shane shyam siddharth sidney sigmund silas simon sipho slobodan spyros stan
  stanislav stanley stefan stelios stephen steve steven stewart stu stuart subhash sunil suresh sven tadeusz takeshi tarek tariq tatenda ted tendai
  terence terry thabo themba theo theodore thierry thomas thor tim timothy tobias toby todor tom tomas tomasz tommaso tommy tony torsten trevor
  tristan tunde umar umberto uwe vaclav vasily vernon victor vijay vikram viktor vince vincent vinod vivek vlad vladimir vladislav waldemar walid
  walt walter warren wayne werner wes wesley wilbur wilfred wilhelm william wojciech wolfgang xavier yannis yasser yaw yuri yusuf yves zac zachary
  zbigniew zdenek ziad zoltan zoran zsolt`);

/** The sex that a given name tells, if it tells one; in any case, with or without its accents. */
export function sexOfGivenName(name: string): "f" | "m" | undefined {
  const plain = withoutMarks(name);
  return womens.has(plain) ? "f" : mens.has(plain) ? "m" : undefined;
}

export const isGivenName = (name: string): boolean => sexOfGivenName(name) !== undefined;
