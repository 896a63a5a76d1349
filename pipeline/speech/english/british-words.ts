import { arpabet, type Arpabet } from './arpabet.ts';

/** Words that the British say otherwise than rules make them from the American form. `OH` is the vowel of "lot". */
const table = `
again AH0 G EH1 N
against AH0 G EH1 N S T
agile AE1 JH AY2 L
albeit AO2 L B IY1 IH0 T
aluminium AE2 L Y AH0 M IH1 N IY0 AH0 M
amen AA2 M EH1 N
anti AE1 N T IY0
apparent AH0 P AE1 R AH0 N T
apricot EY1 P R IH0 K OH2 T
asthma AE1 S M AH0
ate EH1 T
auction AO1 K SH AH0 N
aunt AA1 N T
australia OH0 S T R EY1 L IY0 AH0
australian OH0 S T R EY1 L IY0 AH0 N
austria OH1 S T R IY0 AH0
austrian OH1 S T R IY0 AH0 N
ballet B AE1 L EY0
baton B AE1 T OH2 N
because B IH0 K OH1 Z
been B IY1 N
beta B IY1 T AH0
borough B AH1 R AH0
brochure B R OW1 SH AH0
brusque B R UH1 S K
buffet B UH1 F EY0
buoy B OY1
cafe K AE1 F EY0
carburettor K AA2 R B AH0 R EH1 T AH0
cauliflower K OH1 L IH0 F L AW2 ER0
chassis SH AE1 S IY0
clerk K L AA1 R K
cliche K L IY1 SH EY0
controversy K AA1 N T R AH0 V ER2 S IY0
cough K OH1 F
daemon D IY1 M AH0 N
data D EY1 T AH0
derby D AA1 R B IY0
depot D EH1 P OW2
detail D IY1 T EY2 L
docile D OW1 S AY2 L
dynasty D IH1 N AH0 S T IY0
either AY1 DH ER0
envelope EH1 N V AH0 L OW2 P
era IH1 R AH0
erase IH0 R EY1 Z
evolution IY2 V AH0 L UW1 SH AH0 N
figure F IH1 G AH0
figures F IH1 G AH0 Z
figured F IH1 G AH0 D
fillet F IH1 L IH0 T
forehead F AO1 R HH EH2 D
fracas F R AE1 K AA2
french F R EH1 N CH
garage G AE1 R AA2 ZH
genuine JH EH1 N Y UW0 IH0 N
glacier G L AE1 S IY0 ER0
gone G OH1 N
hegemony HH IH0 G EH1 M AH0 N IY0
herb HH ER1 B
herbs HH ER1 B Z
herbal HH ER1 B AH0 L
hurricane HH AH1 R IH0 K AH0 N
inquiry IH2 N K W AY1 R IY0
kilometre K IH1 L AH0 M IY2 T ER0
kilometer K IH1 L AH0 M IY2 T ER0
laboratory L AH0 B OH1 R AH0 T R IY0
laugh L AA1 F
leisure L EH1 ZH ER0
lever L IY1 V ER0
leverage L IY1 V ER0 IH0 JH
lieutenant L EH0 F T EH1 N AH0 N T
lingerie L AE1 N ZH ER0 IY0
litre L IY1 T ER0
mall M AO1 L
massage M AE1 S AA2 ZH
migraine M IY1 G R EY2 N
missile M IH1 S AY2 L
mobile M OW1 B AY2 L
mom M OH1 M
momentarily M OW1 M AH0 N T R AH0 L IY0
moscow M OH1 S K OW0
multi M AH1 L T IY0
neither N AY1 DH ER0
nephew N EH1 F Y UW0
niche N IY1 SH
nougat N UW1 G AA2
nuclear N UW1 K L IY0 ER0
octopus OH1 K T AH0 P AH0 S
omega OW1 M IH0 G AH0
pasta P AE1 S T AH0
patent P EY1 T AH0 N T
patriot P AE1 T R IY0 AH0 T
patriotic P AE2 T R IY0 OH1 T IH0 K
patriotism P AE1 T R IY0 AH0 T IH2 Z AH0 M
patronise P AE1 T R AH0 N AY2 Z
percent P ER0 S EH1 N T
phd P IY2 EY2 CH D IY1
poor P AO1 R
pour P AO1 R
premier P R EH1 M IY0 ER0
primarily P R AY0 M EH1 R AH0 L IY0
privacy P R IH1 V AH0 S IY0
process P R OW1 S EH2 S
processed P R OW1 S EH2 S T
processes P R OW1 S EH2 S IH0 Z
processing P R OW1 S EH2 S IH0 NG
processor P R OW1 S EH2 S ER0
produce P R AH0 D UW1 S
progress P R OW1 G R EH2 S
project P R OH1 JH EH2 K T
projects P R OH1 JH EH2 K T S
pyjamas P AH0 JH AA1 M AH0 Z
quinoa K IY1 N W AA0
quarry K W OH1 R IY0
renaissance R IH0 N EY1 S AH0 N S
research R IH0 S ER1 CH
researcher R IH0 S ER1 CH ER0
resource R IH0 Z AO1 R S
resources R IH0 Z AO1 R S IH0 Z
roof R UW1 F
route R UW1 T
routes R UW1 T S
router R UW1 T ER0
sarah S EH1 R AH0
sausage S OH1 S IH0 JH
scallop S K OH1 L AH0 P
scenario S IH0 N AA1 R IY0 OW0
schedule SH EH1 D Y UW0 L
scone S K OH1 N
semi S EH1 M IY0
shone SH OH1 N
solder S OH1 L D ER0
status S T EY1 T AH0 S
strawberry S T R AO1 B ER0 IY0
suggest S AH0 JH EH1 S T
sure SH AO1 R
surely SH AO1 R L IY0
syrup S IH1 R AH0 P
temporarily T EH1 M P R AH0 R AH0 L IY0
thorough TH AH1 R AH0
thoroughly TH AH1 R AH0 L IY0
tomato T AH0 M AA1 T OW0
tomatoes T AH0 M AA1 T OW0 Z
tourniquet T UH1 R N IH0 K EY2
trait T R EY1
trough T R OH1 F
turquoise T ER1 K W OY2 Z
twat T W AE1 T
untoward AH2 N T AH0 W AO1 R D
vase V AA1 Z
vases V AA1 Z IH0 Z
vehicle V IY1 IH0 K AH0 L
version V ER1 SH AH0 N
versions V ER1 SH AH0 N Z
asia EY1 SH AH0
asian EY1 SH AH0 N
persia P ER1 SH AH0
persian P ER1 SH AH0 N
excursion IH0 K S K ER1 SH AH0 N
conversion K AH0 N V ER1 SH AH0 N
immersion IH0 M ER1 SH AH0 N
dispersion D IH0 S P ER1 SH AH0 N
aversion AH0 V ER1 SH AH0 N
diversion D AY0 V ER1 SH AH0 N
vitamin V IH1 T AH0 M IH0 N
vitamins V IH1 T AH0 M IH0 N Z
volatile V OH1 L AH0 T AY2 L
wrath R OH1 TH
yogurt Y OH1 G ER0 T
yoghurt Y OH1 G ER0 T
your Y AO1 R
yours Y AO1 R Z
yourself Y AO2 R S EH1 L F
zebra Z EH1 B R AH0
zenith Z EH1 N IH0 TH
shan't SH AA1 N T
can't K AA1 N T
madrid M AH0 D R IH1 D
one W AH1 N
once W AH1 N S
won W AH1 N
father F AA1 DH ER0
khaki K AA1 K IY0
pajamas P AH0 JH AA1 M AH0 Z
banana B AH0 N AA1 N AH0
bananas B AH0 N AA1 N AH0 Z
geyser G IY1 Z ER0
advertisement AE0 D V ER1 T IH0 S M AH0 N T
advertisements AE0 D V ER1 T IH0 S M AH0 N T S
worry W AH1 R IY0
ancillary AE0 N S IH1 L ER0 IY0
capillary K AH0 P IH1 L ER0 IY0
corollary K ER0 OH1 L ER0 IY0
aristocrat AE1 R IH0 S T AH0 K R AE2 T
frustrate F R AH0 S T R EY1 T
frustrated F R AH0 S T R EY1 T IH0 D
donate D OW0 N EY1 T
donated D OW0 N EY1 T IH0 D
rotate R OW0 T EY1 T
vibrate V AY0 B R EY1 T
migrate M AY0 G R EY1 T
translate T R AE0 N S L EY1 T
address AH0 D R EH1 S
addresses AH0 D R EH1 S IH0 Z
magazine M AE2 G AH0 Z IY1 N
weekend W IY2 K EH1 N D
cigarette S IH2 G ER0 EH1 T
princess P R IH2 N S EH1 S
ballets B AE1 L EY0 Z
`;

export const britishWords: ReadonlyMap<string, Arpabet> = new Map(
  table
    .trim()
    .split('\n')
    .map((line) => [line.slice(0, line.indexOf(' ')), arpabet(line.slice(line.indexOf(' ')))]),
);
