/**
 * Words that are one word as a verb and another as a noun or adjective, with their sounds: first as noun or adjective, then
 * as verb. Their plurals and third persons follow from them.
 */
export const heteronymPairs = `
absent | AE1 B S AH0 N T | AE0 B S EH1 N T
abstract | AE1 B S T R AE2 K T | AE0 B S T R AE1 K T
abuse | AH0 B Y UW1 S | AH0 B Y UW1 Z
accent | AE1 K S EH2 N T | AE0 K S EH1 N T
addict | AE1 D IH2 K T | AH0 D IH1 K T
address | AE1 D R EH2 S | AH0 D R EH1 S
advocate | AE1 D V AH0 K AH0 T | AE1 D V AH0 K EY2 T
affiliate | AH0 F IH1 L IY0 AH0 T | AH0 F IH1 L IY0 EY2 T
affix | AE1 F IH0 K S | AH0 F IH1 K S
aggregate | AE1 G R AH0 G AH0 T | AE1 G R AH0 G EY2 T
ally | AE1 L AY2 | AH0 L AY1
alternate | AO1 L T ER0 N AH0 T | AO1 L T ER0 N EY2 T
animate | AE1 N AH0 M AH0 T | AE1 N AH0 M EY2 T
annex | AE1 N EH2 K S | AH0 N EH1 K S
appropriate | AH0 P R OW1 P R IY0 AH0 T | AH0 P R OW1 P R IY0 EY2 T
approximate | AH0 P R AA1 K S AH0 M AH0 T | AH0 P R AA1 K S AH0 M EY2 T
articulate | AA0 R T IH1 K Y AH0 L AH0 T | AA0 R T IH1 K Y AH0 L EY2 T
associate | AH0 S OW1 SH IY0 AH0 T | AH0 S OW1 SH IY0 EY2 T
attribute | AE1 T R IH0 B Y UW2 T | AH0 T R IH1 B Y UW0 T
collect | K AA1 L EH2 K T | K AH0 L EH1 K T
combat | K AA1 M B AE2 T | K AH0 M B AE1 T
combine | K AA1 M B AY2 N | K AH0 M B AY1 N
commune | K AA1 M Y UW0 N | K AH0 M Y UW1 N
compact | K AA1 M P AE2 K T | K AH0 M P AE1 K T
compound | K AA1 M P AW2 N D | K AH0 M P AW1 N D
compress | K AA1 M P R EH2 S | K AH0 M P R EH1 S
conduct | K AA1 N D AH2 K T | K AH0 N D AH1 K T
confine | K AA1 N F AY2 N | K AH0 N F AY1 N
conflict | K AA1 N F L IH0 K T | K AH0 N F L IH1 K T
conglomerate | K AH0 N G L AA1 M ER0 AH0 T | K AH0 N G L AA1 M ER0 EY2 T
conscript | K AA1 N S K R IH0 P T | K AH0 N S K R IH1 P T
console | K AA1 N S OW0 L | K AH0 N S OW1 L
construct | K AA1 N S T R AH0 K T | K AH0 N S T R AH1 K T
contest | K AA1 N T EH2 S T | K AH0 N T EH1 S T
contract | K AA1 N T R AE2 K T | K AH0 N T R AE1 K T
contrast | K AA1 N T R AE2 S T | K AH0 N T R AE1 S T
converse | K AA1 N V ER2 S | K AH0 N V ER1 S
convert | K AA1 N V ER2 T | K AH0 N V ER1 T
convict | K AA1 N V IH0 K T | K AH0 N V IH1 K T
coordinate | K OW0 AO1 R D AH0 N AH0 T | K OW0 AO1 R D AH0 N EY2 T
decrease | D IY1 K R IY2 S | D IH0 K R IY1 S
defect | D IY1 F EH0 K T | D IH0 F EH1 K T
delegate | D EH1 L AH0 G AH0 T | D EH1 L AH0 G EY2 T
deliberate | D IH0 L IH1 B ER0 AH0 T | D IH0 L IH1 B ER0 EY2 T
desert | D EH1 Z ER0 T | D IH0 Z ER1 T
desolate | D EH1 S AH0 L AH0 T | D EH1 S AH0 L EY2 T
diffuse | D IH0 F Y UW1 S | D IH0 F Y UW1 Z
digest | D AY1 JH EH2 S T | D AY0 JH EH1 S T
discard | D IH1 S K AA2 R D | D IH0 S K AA1 R D
discharge | D IH1 S CH AA2 R JH | D IH0 S CH AA1 R JH
discount | D IH1 S K AW2 N T | D IH0 S K AW1 N T
discourse | D IH1 S K AO2 R S | D IH0 S K AO1 R S
document | D AA1 K Y AH0 M AH0 N T | D AA1 K Y AH0 M EH2 N T
duplicate | D UW1 P L AH0 K AH0 T | D UW1 P L AH0 K EY2 T
elaborate | IH0 L AE1 B ER0 AH0 T | IH0 L AE1 B ER0 EY2 T
entrance | EH1 N T R AH0 N S | EH0 N T R AE1 N S
escort | EH1 S K AO2 R T | EH0 S K AO1 R T
estimate | EH1 S T AH0 M AH0 T | EH1 S T AH0 M EY2 T
excuse | IH0 K S K Y UW1 S | IH0 K S K Y UW1 Z
exploit | EH1 K S P L OY2 T | IH0 K S P L OY1 T
export | EH1 K S P AO2 R T | IH0 K S P AO1 R T
extract | EH1 K S T R AE2 K T | IH0 K S T R AE1 K T
ferment | F ER1 M EH0 N T | F ER0 M EH1 N T
fragment | F R AE1 G M AH0 N T | F R AE0 G M EH1 N T
frequent | F R IY1 K W AH0 N T | F R IY0 K W EH1 N T
graduate | G R AE1 JH AH0 W AH0 T | G R AE1 JH AH0 W EY2 T
house | HH AW1 S | HH AW1 Z
impact | IH1 M P AE2 K T | IH0 M P AE1 K T
implant | IH1 M P L AE2 N T | IH0 M P L AE1 N T
import | IH1 M P AO2 R T | IH0 M P AO1 R T
imprint | IH1 M P R IH2 N T | IH0 M P R IH1 N T
incense | IH1 N S EH2 N S | IH0 N S EH1 N S
incline | IH1 N K L AY2 N | IH0 N K L AY1 N
increase | IH1 N K R IY2 S | IH0 N K R IY1 S
initiate | IH0 N IH1 SH IY0 AH0 T | IH0 N IH1 SH IY0 EY2 T
insert | IH1 N S ER2 T | IH0 N S ER1 T
insult | IH1 N S AH2 L T | IH0 N S AH1 L T
intern | IH1 N T ER2 N | IH0 N T ER1 N
intimate | IH1 N T AH0 M AH0 T | IH1 N T AH0 M EY2 T
invite | IH1 N V AY2 T | IH0 N V AY1 T
legitimate | L AH0 JH IH1 T AH0 M AH0 T | L AH0 JH IH1 T AH0 M EY2 T
misuse | M IH0 S Y UW1 S | M IH0 S Y UW1 Z
moderate | M AA1 D ER0 AH0 T | M AA1 D ER0 EY2 T
object | AA1 B JH EH0 K T | AH0 B JH EH1 K T
perfect | P ER1 F IH2 K T | P ER0 F EH1 K T
permit | P ER1 M IH2 T | P ER0 M IH1 T
pervert | P ER1 V ER0 T | P ER0 V ER1 T
postulate | P AA1 S CH AH0 L AH0 T | P AA1 S CH AH0 L EY2 T
precipitate | P R IH0 S IH1 P AH0 T AH0 T | P R IH0 S IH1 P AH0 T EY2 T
predicate | P R EH1 D AH0 K AH0 T | P R EH1 D AH0 K EY2 T
present | P R EH1 Z AH0 N T | P R IH0 Z EH1 N T
proceed | P R OW1 S IY2 D | P R AH0 S IY1 D
produce | P R OW1 D UW2 S | P R AH0 D UW1 S
progress | P R AA1 G R EH2 S | P R AH0 G R EH1 S
project | P R AA1 JH EH2 K T | P R AH0 JH EH1 K T
protest | P R OW1 T EH2 S T | P R AH0 T EH1 S T
rebel | R EH1 B AH0 L | R IH0 B EH1 L
recall | R IY1 K AO2 L | R IH0 K AO1 L
record | R EH1 K ER0 D | R IH0 K AO1 R D
refill | R IY1 F IH2 L | R IY0 F IH1 L
refund | R IY1 F AH2 N D | R IH0 F AH1 N D
refuse | R EH1 F Y UW2 S | R IH0 F Y UW1 Z
reject | R IY1 JH EH0 K T | R IH0 JH EH1 K T
relapse | R IY1 L AE2 P S | R IH0 L AE1 P S
reprint | R IY1 P R IH2 N T | R IY0 P R IH1 N T
reset | R IY1 S EH2 T | R IY0 S EH1 T
reuse | R IY0 Y UW1 S | R IY0 Y UW1 Z
rewrite | R IY1 R AY2 T | R IY0 R AY1 T
segment | S EH1 G M AH0 N T | S EH0 G M EH1 N T
separate | S EH1 P ER0 AH0 T | S EH1 P ER0 EY2 T
subject | S AH1 B JH IH0 K T | S AH0 B JH EH1 K T
subordinate | S AH0 B AO1 R D AH0 N AH0 T | S AH0 B AO1 R D AH0 N EY2 T
survey | S ER1 V EY2 | S ER0 V EY1
suspect | S AH1 S P EH2 K T | S AH0 S P EH1 K T
syndicate | S IH1 N D AH0 K AH0 T | S IH1 N D AH0 K EY2 T
torment | T AO1 R M EH2 N T | T AO0 R M EH1 N T
transfer | T R AE1 N S F ER0 | T R AE0 N S F ER1
transplant | T R AE1 N S P L AE2 N T | T R AE0 N S P L AE1 N T
transport | T R AE1 N S P AO2 R T | T R AE0 N S P AO1 R T
update | AH1 P D EY2 T | AH2 P D EY1 T
upgrade | AH1 P G R EY2 D | AH2 P G R EY1 D
uplift | AH1 P L IH2 F T | AH2 P L IH1 F T
upset | AH1 P S EH2 T | AH2 P S EH1 T
use | Y UW1 S | Y UW1 Z
`;
