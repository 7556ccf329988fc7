import type { Dimension } from "../extract/mentions.ts";

/** A unit of measurement; `symbol` is canonical. */
export interface Unit {
  readonly dimension: Dimension;
  readonly symbol: string;
}

const rows: readonly (readonly [Dimension, string, string])[] = [
  ["percent", "%", "%|percent|per cent|pct"],
  ["percentage-point", "pp", "percentage point|percentage points|pp"],
  ["length", "km", "km|kms|kilometre|kilometres|kilometer|kilometers"],
  ["length", "m", "m|metre|metres|meter|meters"],
  ["length", "cm", "cm|centimetre|centimetres|centimeter|centimeters"],
  ["length", "mm", "mm|millimetre|millimetres|millimeter|millimeters"],
  ["length", "mi", "mile|miles"],
  ["length", "nmi", "nautical mile|nautical miles"],
  ["length", "ft", "ft|foot|feet"],
  ["length", "in", "inch|inches"],
  ["length", "yd", "yard|yards"],
  ["area", "acre", "acre|acres"],
  ["area", "ha", "ha|hectare|hectares"],
  ["area", "km2", "sq km|square km|square kilometre|square kilometres|square kilometer|square kilometers|km²"],
  ["area", "mi2", "sq mile|sq miles|square mile|square miles"],
  ["area", "m2", "sq m|square metre|square metres|square meter|square meters|m²"],
  ["area", "ft2", "sq ft|square foot|square feet"],
  ["mass", "t", "tonne|tonnes|metric ton|metric tons"],
  ["mass", "ton", "ton|tons"],
  ["mass", "kg", "kg|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes"],
  ["mass", "g", "gram|grams|gramme|grammes"],
  ["mass", "lb", "lb|lbs"],
  ["mass", "oz", "oz|ounce|ounces"],
  ["volume", "l", "litre|litres|liter|liters"],
  ["volume", "gal", "gallon|gallons"],
  ["volume", "bbl", "barrel|barrels"],
  ["volume", "m3", "cubic metre|cubic metres|cubic meter|cubic meters"],
  ["temperature", "C", "°c|degrees celsius|degree celsius|celsius"],
  ["temperature", "F", "°f|degrees fahrenheit|degree fahrenheit|fahrenheit"],
  ["temperature", "deg", "degree|degrees"],
  ["speed", "km/h", "km/h|kmh|kph|kilometres per hour|kilometers per hour|kilometres an hour|kilometers an hour|km an hour|km per hour"],
  ["speed", "mph", "mph|miles per hour|miles an hour"],
  ["speed", "kn", "knot|knots"],
  ["energy", "MW", "mw|megawatt|megawatts"],
  ["energy", "GW", "gw|gigawatt|gigawatts"],
  ["energy", "kWh", "kwh|kilowatt hour|kilowatt hours"],
  ["energy", "kt", "kiloton|kilotons"],
];

/** Units by what is written after the number, lower-case, words by a space. */
export const units: ReadonlyMap<string, Unit> = new Map(
  rows.flatMap(([dimension, symbol, forms]) => forms.split("|").map((form): [string, Unit] => [form, { dimension, symbol }])),
);

/** Currency signs; a country's letters may stand before "$". */
export const currencySigns: ReadonlyMap<string, string> = new Map([
  ["$", "USD"],
  ["US$", "USD"],
  ["C$", "CAD"],
  ["CA$", "CAD"],
  ["A$", "AUD"],
  ["AU$", "AUD"],
  ["NZ$", "NZD"],
  ["HK$", "HKD"],
  ["S$", "SGD"],
  ["R$", "BRL"],
  ["£", "GBP"],
  ["€", "EUR"],
  ["¥", "JPY"],
  ["₹", "INR"],
  ["₽", "RUB"],
  ["₩", "KRW"],
  ["₦", "NGN"],
  ["₪", "ILS"],
  ["₴", "UAH"],
  ["₱", "PHP"],
  ["₺", "TRY"],
]);

/** Letters that stand for a currency before an amount. "R2.7 million" and "N40,000" are money, "R2" and "N7" a name: the tokens tell them apart. */
export const currencyLetters: ReadonlyMap<string, string> = new Map([
  ["R", "ZAR"],
  ["N", "NGN"],
  ["K", "kwacha"],
  ["P", "BWP"],
  ["Rs", "INR"],
  ["KSh", "KES"],
  ["Ksh", "KES"],
  ["Sh", "shilling"],
  ["Shs", "shilling"],
  ["USh", "UGX"],
  ["TSh", "TZS"],
  ["RM", "MYR"],
  ["Rp", "IDR"],
  ["Tk", "BDT"],
]);

const currencyWords = `dollar:USD|pound:GBP|euro:EUR|yen:JPY|yuan:CNY|renminbi:CNY|rupee:rupee|rupiah:IDR|ruble:RUB|rouble:RUB|peso:peso|franc:franc|swiss franc:CHF|crown:crown|krona:krona|krone:krone
kronor:krona|kroner:krone|sol:PEN|soles:PEN|real:BRL|reais:BRL|rand:ZAR|naira:NGN|shilling:shilling|birr:ETB|dinar:dinar|dirham:dirham|riyal:riyal|rial:rial|lira:lira|shekel:ILS|won:KRW|baht:THB
ringgit:MYR|dong:VND|taka:BDT|zloty:PLN|forint:HUF|hryvnia:UAH|leu:RON|lei:RON|lev:BGN|cedi:GHS|kwacha:kwacha|pula:BWP|bolivar:VES|guarani:PYG|lempira:HNL|quetzal:GTQ|colon:CRC|tenge:KZT|lari:GEL
manat:AZN|dram:AMD|afghani:AFN|kyat:MMK|riel:KHR|kip:LAK|tugrik:MNT|cent:cent|penny:penny|pence:penny`;

/** Currencies by name, singular and plural, lower-case. */
export const currencies: ReadonlyMap<string, string> = new Map(
  currencyWords.split(/[|\n]/).flatMap((row): [string, string][] => {
    const [name, code] = row.split(":") as [string, string];
    return [
      [name, code],
      [`${name}s`, code],
    ];
  }),
);

/** ISO codes that stand before or after an amount. */
export const currencyCodes: ReadonlySet<string> = new Set(
  "USD GBP EUR JPY CNY INR RUB CHF CAD AUD NZD HKD SGD BRL ZAR NGN KES TZS UGX ETB PEN MXN SEK NOK DKK PLN TRY ILS AED SAR KRW PKR BDT IDR".split(" "),
);

const namesakes = [
  "dollar: USD CAD AUD NZD HKD SGD",
  "crown: krona SEK NOK DKK",
  "peso: MXN PHP",
  "franc: CHF",
  "rupee: INR PKR",
  "shilling: KES TZS UGX",
  "dirham: AED",
  "riyal: SAR rial",
  "lira: TRY",
];

/** The name that a currency shares with those of other countries, by its code. */
export const currencyNames: ReadonlyMap<string, string> = new Map(
  namesakes.flatMap((row): [string, string][] => {
    const [name = "", codes = ""] = row.split(": ");
    return codes.split(" ").map((code): [string, string] => [code, name]);
  }),
);
