import { plural } from '../numbers/plural.ts';

export type Unit = { readonly one: string; readonly many: string };

/** Sign, name of one, and the name of many where it is not one with an s. */
const table = `
km kilometer
m meter
dm decimeter
cm centimeter
mm millimeter
µm micrometer
μm micrometer
nm nanometer
mi mile
yd yard
yds yard
ft foot feet
nmi nautical-mile
ly light-year
kg kilogram
g gram
mg milligram
µg microgram
μg microgram
mcg microgram
lb pound
lbs pound
oz ounce
t tonne
kt kiloton
L liter
l liter
dl deciliter
dL deciliter
cl centiliter
cL centiliter
ml milliliter
mL milliliter
gal gallon
qt quart
pt pint
tbsp tablespoon
tsp teaspoon
cc c-c c-c
s second
sec second
secs second
ms millisecond
µs microsecond
μs microsecond
ns nanosecond
min minute
mins minute
h hour
hr hour
hrs hour
yr year
yrs year
mo month
wk week
wks week
Hz hertz hertz
kHz kilohertz kilohertz
MHz megahertz megahertz
GHz gigahertz gigahertz
THz terahertz terahertz
KB kilobyte
kB kilobyte
MB megabyte
GB gigabyte
TB terabyte
PB petabyte
KiB kibibyte
MiB mebibyte
GiB gibibyte
kb kilobit
Mb megabit
Gb gigabit
kbit kilobit
Mbit megabit
Gbit gigabit
kbps kilobit-per-second kilobits-per-second
Mbps megabit-per-second megabits-per-second
Gbps gigabit-per-second gigabits-per-second
W watt
kW kilowatt
MW megawatt
GW gigawatt
TW terawatt
Wh watt-hour
kWh kilowatt-hour
MWh megawatt-hour
GWh gigawatt-hour
TWh terawatt-hour
V volt
mV millivolt
kV kilovolt
mA milliamp
mAh milliamp-hour
Ω ohm
Ω ohm
kΩ kilohm
J joule
kJ kilojoule
MJ megajoule
cal calorie
kcal kilocalorie
N newton
kN kilonewton
K kelvin kelvin
Pa pascal
kPa kilopascal
hPa hectopascal
MPa megapascal
mb millibar
mbar millibar
atm atmosphere
psi p-s-i p-s-i
dB decibel
lm lumen
lx lux lux
cd candela
mol mole
mmol millimole
eV electronvolt
keV kiloelectronvolt
MeV megaelectronvolt
GeV gigaelectronvolt
Bq becquerel
mSv millisievert
px pixel
Mpx megapixel
MP megapixel
dpi dots-per-inch dots-per-inch
fps frame-per-second frames-per-second
rpm revolution-per-minute revolutions-per-minute
bpm beat-per-minute beats-per-minute
ppm part-per-million parts-per-million
ppb part-per-billion parts-per-billion
mph mile-per-hour miles-per-hour
mpg mile-per-gallon miles-per-gallon
kph kilometer-per-hour kilometers-per-hour
kmh kilometer-per-hour kilometers-per-hour
kn knot
kts knot
hp horsepower horsepower
ha hectare
ac acre
`;

/** Signs that are English words or letters as well: units only where more speaks for it (`rules/units.ts`). */
export const doubtfulUnits: ReadonlySet<string> = new Set([
  'N',
  'K',
  'J',
  'cd',
  'MP',
  'ac',
  'cal',
  'mo',
  'pt',
  't',
]);

/** May be written with a full stop: `10 lb.` */
export const dottedUnits: ReadonlySet<string> = new Set(
  'mi yd yds ft lb lbs oz gal qt pt tbsp tsp sec secs min mins hr hrs yr yrs mo wk wks in'.split(' '),
);

export const units: ReadonlyMap<string, Unit> = new Map(
  table
    .trim()
    .split('\n')
    .map((line): readonly [string, Unit] => {
      const [sign = '', one = '', many = plural(one)] = line.split(' ');
      return [sign, { one: words(one), many: words(many) }];
    }),
);

function words(name: string): string {
  return name.replace(/-/gu, ' ');
}

/** The British write metres and litres. */
export function inBritain(name: string, british: boolean): string {
  return british ? name.replace(/meter/gu, 'metre').replace(/liter/gu, 'litre') : name;
}
