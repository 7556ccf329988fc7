/** Countries by lower-case short name, each with its adjectives and inhabitants ("british", "briton"). */
const table = `
afghanistan:afghan afghans|albania:albanian|algeria:algerian|andorra:andorran|angola:angolan|argentina:argentine argentinian|armenia:armenian
australia:australian|austria:austrian|azerbaijan:azerbaijani azeri|bahamas:bahamian|bahrain:bahraini|bangladesh:bangladeshi
barbados:barbadian|belarus:belarusian|belgium:belgian|belize:belizean|benin:beninese|bhutan:bhutanese|bolivia:bolivian|bosnia:bosnian
botswana:botswanan|brazil:brazilian|brunei:bruneian|bulgaria:bulgarian|burkina faso:burkinabe|burundi:burundian|cambodia:cambodian
cameroon:cameroonian|canada:canadian|cape verde:verdean|chad:chadian|chile:chilean|china:chinese|colombia:colombian|comoros:comorian comoran
congo:congolese|costa rica:rican|croatia:croatian croat|cuba:cuban|cyprus:cypriot|czech republic:czech|denmark:danish dane
djibouti:djiboutian|dominican republic:dominican|ecuador:ecuadorean ecuadorian|egypt:egyptian|el salvador:salvadoran salvadorean
equatorial guinea:equatoguinean|eritrea:eritrean|estonia:estonian|eswatini:swazi|ethiopia:ethiopian|fiji:fijian|finland:finnish finn
france:french frenchman frenchwoman|gabon:gabonese|gambia:gambian|georgia:georgian|germany:german|ghana:ghanaian|greece:greek
grenada:grenadian|guatemala:guatemalan|guinea:guinean|guyana:guyanese|haiti:haitian|honduras:honduran|hungary:hungarian
iceland:icelandic icelander|india:indian|indonesia:indonesian|iran:iranian|iraq:iraqi|ireland:irish irishman irishwoman|israel:israeli
italy:italian|ivory coast:ivorian|jamaica:jamaican|japan:japanese|jordan:jordanian|kazakhstan:kazakh kazakhstani|kenya:kenyan
kosovo:kosovar kosovan|kuwait:kuwaiti|kyrgyzstan:kyrgyz|laos:laotian lao|latvia:latvian|lebanon:lebanese|lesotho:basotho|liberia:liberian
libya:libyan|liechtenstein:liechtensteiner|lithuania:lithuanian|luxembourg:luxembourger|madagascar:malagasy madagascan|malawi:malawian
malaysia:malaysian|maldives:maldivian|mali:malian|malta:maltese|mauritania:mauritanian|mauritius:mauritian|mexico:mexican|moldova:moldovan
monaco:monegasque|mongolia:mongolian|montenegro:montenegrin|morocco:moroccan|mozambique:mozambican|myanmar:burmese|namibia:namibian
nepal:nepalese nepali|netherlands:dutch dutchman|new zealand:zealander kiwi|nicaragua:nicaraguan|niger:nigerien|nigeria:nigerian
north korea:north-korean|north macedonia:macedonian|norway:norwegian|oman:omani|pakistan:pakistani|palestine:palestinian|panama:panamanian
paraguay:paraguayan|peru:peruvian|philippines:filipino philippine filipina|poland:polish pole|portugal:portuguese|puerto rico:puerto-rican
qatar:qatari|romania:romanian|russia:russian|rwanda:rwandan|samoa:samoan|saudi arabia:saudi|scotland:scottish scot scots|senegal:senegalese
serbia:serbian serb|seychelles:seychellois|sierra leone:leonean|singapore:singaporean|slovakia:slovak slovakian|slovenia:slovenian slovene
somalia:somali|south africa:south-african|south korea:korean|spain:spanish spaniard|sri lanka:lankan|sudan:sudanese
suriname:surinamese|sweden:swedish swede|switzerland:swiss|syria:syrian|taiwan:taiwanese|tajikistan:tajik|tanzania:tanzanian|thailand:thai
timor:timorese|togo:togolese|tonga:tongan|trinidad:trinidadian|tunisia:tunisian|turkey:turkish turk|turkmenistan:turkmen|uganda:ugandan
ukraine:ukrainian|uae:emirati|uk:british briton brit|england:english englishman englishwoman|wales:welsh welshman|us:american
uruguay:uruguayan|uzbekistan:uzbek|vanuatu:vanuatuan|venezuela:venezuelan|vietnam:vietnamese|yemen:yemeni|zambia:zambian|zimbabwe:zimbabwean
`;

const rows = table
  .trim()
  .split(/[|\n]/)
  .map((row) => row.split(":") as [string, string]);

/** Lower-case adjective or inhabitant ("american", "americans") -> the country's lower-case short name ("us"). */
export const demonyms: ReadonlyMap<string, string> = new Map(
  rows.flatMap(([country, forms]) =>
    forms.split(" ").flatMap((form): [string, string][] =>
      /(?:s|se|sh|ch)$/.test(form)
        ? [[form, country]]
        : [
            [form, country],
            [`${form}s`, country],
          ],
    ),
  ),
);

/** Lower-case short names of countries. */
export const countries: ReadonlySet<string> = new Set([
  ...rows.map(([country]) => country),
  "united states",
  "united kingdom",
  "united arab emirates",
  "america",
  "britain",
  "congo",
  "gaza",
  "u.s",
  "u.k",
]);

/** Adjectives of peoples, faiths and regions without a country. Lower-case; plurals included. */
export const peoples: ReadonlySet<string> = new Set(
  "arab african kurdish kurd european asian latin jewish jew muslim christian shia shiite shi'ite sunni islamist islamic catholic protestant anglican orthodox hindu buddhist sikh yazidi druze alawite hispanic latino western westerner soviet nordic baltic balkan andean caribbean scandinavian sahelian"
    .split(" ")
    .flatMap((word) => [word, `${word}s`]),
);
