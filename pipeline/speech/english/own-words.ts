import { arpabet, type Arpabet } from './arpabet.ts';

/** Words and names that the dictionary lacks, or has wrong for running text. Keys in small letters, NFC; accents count. */
const table = `
'em AH0 M
'til T IH1 L
'tis T IH1 Z
'twas T W AH1 Z
'twere T W ER1
'twill T W IH1 L
'twould T W UH1 D
aah AA1
ahem AH0 HH EH1 M
ai EY2 AY1
app AE1 P
apps AE1 P S
argh AA1 R G
attaché AE2 T AH0 SH EY1
aww AO1
bae B EY1
barça B AA1 R S AH0
beijing B EY2 JH IH1 NG
beyoncé B IY0 AA1 N S EY0
biden B AY1 D AH0 N
bitcoin B IH1 T K OY2 N
blog B L AA1 G
blogs B L AA1 G Z
blogger B L AA1 G ER0
bolsonaro B OW2 L S AH0 N AA1 R OW0
brexit B R EH1 K S IH0 T
brr B ER1
chatgpt CH AE2 T JH IY2 P IY2 T IY1
chromebook K R OW1 M B UH2 K
ciao CH AW1
cliché K L IY0 SH EY1
covid K OW1 V IH0 D
crème K R EH1 M
dvořák D V AO1 R ZH AA0 K
ebook IY1 B UH2 K
ebooks IY1 B UH2 K S
eek IY1 K
ehm EH1 M
email IY1 M EY2 L
emails IY1 M EY2 L Z
emoji IH0 M OW1 JH IY0
emojis IH0 M OW1 JH IY0 Z
eoin OW1 AH0 N
epub IY1 P AH2 B
erdogan EH1 R D OW0 AA0 N
erdoğan EH1 R D OW0 AA0 N
eugh Y UW1
exposé EH2 K S P OW0 Z EY1
fiancé F IY0 AA1 N S EY2
fiancée F IY0 AA1 N S EY2
façade F AH0 S AA1 D
fifa F IY1 F AH0
gif G IH1 F
github G IH1 T HH AH2 B
google G UW1 G AH0 L
goethe G ER1 T AH0
grr G ER1
guterres G UW0 T EH1 R EH0 S
hah HH AA1
heh HH EH1
hiya HH AY1 Y AH0
hmm HH M
hm HH M
hmmm HH M
huh HH AH1
ikea AY0 K IY1 AH0
instagram IH1 N S T AH0 G R AE2 M
internet IH1 N T ER0 N EH2 T
jinping JH IH2 N P IH1 NG
jpeg JH EY1 P EH2 G
jalapeño HH AA2 L AH0 P EY1 N Y OW0
keir K IH1 R
kharkiv K AA1 R K IH0 V
kherson HH EH0 R S AO1 N
kyiv K IY1 V
lan L AE1 N
lamé L AE0 M EY1
lego L EH1 G OW0
leto L EH1 T OW0
lviv L V IY1 V
macron M AH0 K R AO1 N
markdown M AA1 R K D AW2 N
maté M AA1 T EY0
mbappé EH0 M B AA2 P EY1
meloni M AH0 L OW1 N IY0
merkel M ER1 K AH0 L
merz M EH1 R T S
mhm M HH AH1 M
microsoft M AY1 K R AH0 S AO2 F T
mm M
mmm M
modi M OW1 D IY0
mykolaiv M IH2 K OW0 L AY1 IH0 V
myspace M AY1 S P EY2 S
nadal N AH0 D AA1 L
nah N AE1
naïve N AA2 IY1 V
nato N EY1 T OW0
navalny N AH0 V AA1 L N IY0
nguyen W IH1 N
niamh N IY1 V
nokia N OW1 K IY0 AH0
nope N OW1 P
odesa OW0 D EH1 S AH0
ofcom AO1 F K AA2 M
ofsted AO1 F S T EH2 D
ooh UW1
oops UW1 P S
opec OW1 P EH2 K
orbán AO1 R B AA0 N
oreshnik AO0 R EH1 SH N IH0 K
ouch AW1 CH
ow AW1
patio P AE1 T IY0 OW2
pelé P EH1 L EY0
pfft F T
phew F Y UW1
playlist P L EY1 L IH2 S T
podcast P AA1 D K AE2 S T
podcasts P AA1 D K AE2 S T S
podcaster P AA1 D K AE2 S T ER0
podcasting P AA1 D K AE2 S T IH0 NG
potus P OW1 T AH0 S
psst P S T
putin P UW1 T IH0 N
pâté P AA0 T EY1
qatar K AH0 T AA1 R
quango K W AE1 NG G OW0
readme R IY1 D M IY2
rishi R IH1 SH IY0
rom R AA1 M
rosé R OW0 Z EY1
résumé R EH1 Z AH0 M EY2
saké S AA1 K IY0
sánchez S AA1 N CH EH0 Z
saoirse S ER1 SH AH0
scholz SH OW1 L T S
scotus S K OW1 T AH0 S
selfie S EH1 L F IY0
selfies S EH1 L F IY0 Z
shh SH
shhh SH
sh SH
sinéad SH IH0 N EY1 D
siobhan SH AH0 V AO1 N
siobhán SH AH0 V AO1 N
smartphone S M AA1 R T F OW2 N
smartphones S M AA1 R T F OW2 N Z
smørrebrød S M ER1 R AH0 B R ER2 D
starmer S T AA1 R M ER0
sunak S UW1 N AE0 K
taoiseach T IY1 SH AH0 K
tesla T EH1 S L AH0
tiktok T IH1 K T AA2 K
trudeau T R UW0 D OW1
tsk T IH1 S K
tusk T AH1 S K
tweet T W IY1 T
ugh AH1 G
uh AH1
uhh AH1
um AH1 M
unicef Y UW1 N IH0 S EH2 F
unesco Y UW0 N EH1 S K OW0
ursula ER1 S AH0 L AH0
voilà V W AA0 L AA1
von V AA1 N
wan W AE1 N
website W EH1 B S AY2 T
websites W EH1 B S AY2 T S
whoa W OW1
wifi W AY1 F AY2
wikipedia W IH2 K IH0 P IY1 D IY0 AH0
xi SH IY1
y'all Y AO1 L
yay Y EY1
yeah Y AE1
youtube Y UW1 T UW2 B
yuck Y AH1 K
yup Y AH1 P
zelensky Z AH0 L EH1 N S K IY0
zelenskyy Z AH0 L EH1 N S K IY0
zelenskiy Z AH0 L EH1 N S K IY0
zhang JH AA1 NG
xiaoping SH Y AW2 P IH1 NG
gonçalves G AA0 N S AA1 L V EH0 S
zhou JH OW1
ok OW2 K EY1
os OW2 EH1 S
tv T IY2 V IY1
o'clock AH0 K L AA1 K
gonna G AA1 N AH0
wanna W AA1 N AH0
gotta G AA1 T AH0
kinda K AY1 N D AH0
lemme L EH1 M IY0
dunno D AH0 N OW1
i'd've AY1 D AH0 V
ain't EY1 N T
ma'am M AE1 M
e'er EH1 R
ne'er N EH1 R
o'er AO1 R
url Y UW2 AA2 R EH1 L
sans S AE1 N Z
aria AA1 R IY0 AH0
ph F
sometimes S AH1 M T AY2 M Z
json JH EY1 S AH0 N
yaml Y AE1 M AH0 L
async EY1 S IH2 NG K
x-ray EH1 K S R EY2
x-rays EH1 K S R EY2 Z
x-rayed EH1 K S R EY2 D
t-shirt T IY1 SH ER2 T
t-shirts T IY1 SH ER2 T S
e-mail IY1 M EY2 L
re-elect R IY2 IH0 L EH1 K T
`;

export const ownWords: ReadonlyMap<string, Arpabet> = new Map(
  table
    .trim()
    .split('\n')
    .map((line) => [line.slice(0, line.indexOf(' ')), arpabet(line.slice(line.indexOf(' ')))]),
);
