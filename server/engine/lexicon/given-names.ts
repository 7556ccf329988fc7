const set = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/));

/** Given names of women the world over, lower-case; those that men bear too, that name places or that are other words are left out. */
const womens = set(`
  abigail ada adele adriana agatha agnes agnieszka aisha aishwarya aisling akua alejandra alexandra alice alicia alina alison allison ama amanda
  amara amelia amina amira amy ana anastasia angela angelina anita anjali ann anna annabel anne annette annie antonia anupama aoife apsara aroha asha
  astrid audrey ayesha barbara beatrice beatriz becky belinda bernadette bertha bethany betty bianca blessing brenda brenna bridget brigid brigitte
  camila camille carla carmen carol carole caroline carolyn cassandra catherine cathy cecilia celeste celia chantal chiara chidinma chioma chloe
  christina christine ciara claire clara claudia colleen connie cora cynthia dagmar daniela danielle daphne deborah debra deepa deirdre delia denise
  diana diane dolores donna dora doris dorothy edith edna efua eileen ekaterina elaine eleanor elena elif elisa elisabeth elise eliza elizabeth ella
  ellen elsa elsie emily emma erica erika esi esther ethel eunice eva eve evelyn faith farah farida fatima fatou felicity fiona folasade frances
  francesca freya frida frieda gabriela gabriella gail galina geeta gemma georgina geraldine gertrude gillian gina ginevra gita giulia gladys gloria
  grace grainne greta gretchen gudrun gwen gwendolyn hadiza halima hanna hannah harriet hazel heather heidi helen helena helga henrietta hilary hilda
  hildegard holly ida ifeoma ilse imelda imogen ines ingeborg ingrid irene irina iris irma isabel isabella isla ivana jacqueline jane janet janice
  jasmine jeanette jelena jemima jennifer jenny jessica jill joan joanna joanne johanna josefina josephine joyce juana judith judy julia juliana
  julie juliet justine kamala karen karin karla katarina katarzyna kate katerina katharina katherine kathleen kathryn kathy katie katja katya kavita
  kayla keziah khadija kirsten kirsty klara kristen kristin kristina ksenia lakshmi larissa latoya laura lauren leah leila lena leonora leticia lidia
  lila lilian lillian lily linda lisa liv liz lois lola lorna lotte louisa louise lucia lucille lucinda lucy ludmila luisa lydia lynette lynn mabel
  madeleine maeve magdalena maggie maja malgorzata mandy manon manuela mara marcia margaret margarita margot maria mariam mariana marianne marie
  marilyn marion marisa marjorie marlene marta martha martina mary matilda maud maureen mavis maxine meera megan meghan melanie melinda melissa
  meredith michaela michelle mildred milena millicent mina minna miranda miriam mitali moira molly mona monica monika muriel myra myrtle nadia nadine
  nafisa nancy naomi natalia natalie natasha neha nell nellie ngozi niamh nicole nina noelle nora noreen nuala oksana olga olivia olufunke olwen
  oonagh orla pamela paola parvati patricia patty paula paulina pauline peggy penelope petra philippa phoebe phyllis pia polly pooja prisca priscilla
  priya rachel radha ramona rania rashida rebecca renata renee rhiannon rhoda rhonda rita roberta rosa rosalind rosamund rose rosemary rosie roxana
  roxanne rukhsana ruth sabina sabine sadia sally salma samantha samira sandra saoirse sara sarah sarita savita shabnam shakira sharon sheila shelley
  shirin shirley shreya sigrid silvia sinead siobhan sita sonia sonja sophia sophie stacey stella stephanie sunita susan susanna susanne
  suzanne svetlana swati sylvia tamara tamsin tanya tara tatiana teresa tessa thandiwe thelma theresa tina tracey trudy uma una ursula usha ute
  valentina valerie vanessa vera verity veronica vivienne wanjiku wendy wilhelmina winifred xiomara yasmin yetunde yolanda yvette yvonne zahra zainab
  zara zeinab zelda zodwa zoe zofia zsofia zuzana`);

/** Given names of men, likewise. */
const mens = set(`
  aaron abdul abdullah abdulrahman abel abraham adam adebayo adewale aditya adolfo adrian ahmad ahmed aidan ajay akash alan alastair albert alberto
  aldo alejandro aleksandar aleksander alessandro alexander alexei alfonso alfred alfredo ali alistair allan allen alvaro alvin amir amit anand
  anatoly anders andreas andrei andrew andrzej andy angus anil ansel anthony anton antonio antony arjun armando arnold arthur arturo arun ashok
  augustus avinash axel babak baldev barnaby barry bartholomew bashir basil ben benedict benjamin bernard bernardo bertrand bhupinder bjorn bogdan
  boris boyd brandan brendan brian bruce bruno byron callum calvin carl carlo carlos cedric cesar charles charlie chidi chinedu christoph christopher
  chukwuemeka ciaran clarence clement clifford clive colin colm conor conrad cormac craig cyril damian damien daniel danny darius darragh darren
  david declan deepak denis dennis derek dermot desmond devendra diego dieter dilip dimitri dinesh dirk dmitri dmitry domingo dominic donal donald
  dougal douglas duncan dwight eamon earl edgar edmund edoardo eduardo edward edwin einar elias elijah elliott emanuel emeka emil emilio emmanuel
  enrique eric erik ernest ernesto ernst erwin esteban ethan eugene eugenio evgeny ezekiel farooq felix ferdinand fergal fergus fernando filip finbar
  finn florian francesco francisco francois franz fred frederic frederick friedrich gabriel gareth garth gary gaurav gavin geoffrey george gerald
  gerard gerhard giancarlo gianni gilbert giles giorgio giovanni giuseppe gopal gordon graeme graham gregor gregory guillermo gunnar gunther gustav
  gustavo guy habib hamid hamish hans harald hari harish harold harry hassan hector heinrich helmut henri henrik henry herbert herman hermann hideo
  hiroshi horace horst howard hubert hugh hugo humphrey hussein ian ibrahim ignacio igor ikechukwu imran isaac ismail ivan ivar ivor jack jacob
  jacques jaime jakub jamal james jan janos jason javier jayden jeff jeffrey jens jeremiah jeremy jerome jerry jesper jim joachim joao joaquin joe
  joel johan johann johannes john johnny jonas jonathan jorge jose josef joseph joshua josip juan julian julio jurgen justin kabir kamal karim karl
  kaspar keith kelvin kenji kenneth kevin khalid kieran klaus kofi konstantin krishna kurt kwabena kwame kwasi lachlan lamar lars laszlo laurent
  lawrence leon leonard leonardo leonid leopold leroy liam lionel lorenzo louis luca lucas ludwig luigi luis lukas luke magnus mahmoud malcolm
  mamadou manfred manish manoj manuel marcel marcelo marco marcos marcus marek mario marius mark markus martin marvin mateo mateusz mathias matteo
  matthew matthias maurice mauricio mauro max maximilian maxwell mehmet melvin michael michal michel miguel mihai mikael mike mikhail milos mohamed
  mohammad mohammed mohan mohit mordecai moses muhammad murdo musa mustafa nathan nathaniel naveen ned neil nelson nicholas nick nicolas niels nigel
  nikhil niklas nikola nikolai nils noah noel norbert norman olaf oleg oliver olivier olumide omar oscar osman oswald otto owen pablo paddy padraig
  paolo pascal patrick paul paulo pavel pawel pedro peter phil philip philippe pierre piotr pradeep prakash prem quentin rafael raj rajesh rajiv
  rakesh ralph ramesh ramon randall raphael rashid ravi raymond reginald reinhard ricardo richard rob robert roberto rodney rodrigo roger rohan rohit
  roland rolf roman ronald ronan rory ross roy ruben rudolf rufus rupert russell sachin saeed salvatore sam samuel sandeep sanjay satish seamus sean
  sebastian serge sergei sergey sergio seth shane shyam siddharth sidney sigmund silas simon slobodan stanislav stanley stefan stephen steve steven
  stewart stuart subhash sunil suresh sven tadeusz takeshi tariq ted terence terry thabo theo theodore thierry thomas thor tim timothy tobias toby
  tom tomas tomasz tommaso tony torsten trevor tristan tunde umar umberto uwe vasily vernon victor vijay vikram viktor vincent vinod vivek vladimir
  vladislav waldemar walter warren wayne werner wesley wilbur wilfred wilhelm william wojciech wolfgang xavier yaw yuri yusuf yves zachary zbigniew
  zdenek zoltan`);

export const isGivenName = (lower: string): boolean => womens.has(lower) || mens.has(lower);
