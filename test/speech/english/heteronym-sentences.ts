/**
 * Sentences for every word with two readings. A line: the word; sentences in its first reading, parted by slashes; sentences in its
 * second. The word is marked by a star where a sentence has it twice. The first reading is the noun or adjective, unless the comment says so.
 */
export const pairSentences = `
absent | He was absent from school. / The absent father never wrote. | They absent themselves from meetings.
abstract | It was an abstract painting. / Please read the abstract first. | We abstract the details from the data. / They abstract water from the river.
abuse | The abuse of power must end. / Drug abuse is rising. | Some people abuse their power. / Do not abuse the system.
accent | She has a French accent. / His accent was strong. | Bright cushions accent the room. / You should accent the first syllable.
address | What is your address? / His opening address was short. | We must address this problem. / She will address the crowd.
advocate | She is an advocate of reform. / The advocate spoke for an hour. | They advocate a new law. / I would advocate caution.
affiliate | The station is an affiliate of the network. / An affiliate paid the bill. | We will affiliate with the union. / They affiliate themselves with the left.
aggregate | The aggregate was two billion. / The aggregate score was close. | We aggregate the data. / They will aggregate the results.
ally | Poland is an ally of Ukraine. / Our ally helped. | They ally themselves with the rich. / We will ally with them.
alternate | He works on alternate days. / We took an alternate route. | They alternate between hope and fear. / You should alternate your legs.
animate | Every animate being breathes. / An animate object moves. | We animate the characters by hand. / They will animate the film.
appropriate | It was an appropriate answer. / The tone was appropriate. | They appropriate public money. / Congress will appropriate the funds.
approximate | This is an approximate figure. / The approximate cost is high. | We approximate the curve with lines. / They will approximate the result.
articulate | She is an articulate speaker. / He was very articulate. | You must articulate your needs. / They articulate their fears.
associate | He is an associate of mine. / An associate professor spoke. | I associate summer with peaches. / We do not associate with them.
attribute | Patience is a useful attribute. / Another attribute is speed. | They attribute the rise to demand. / I would attribute it to luck.
combat | He died in combat. / The combat lasted hours. | They combat crime together. / We must combat hunger.
combine | The farmer drove a combine. / The combine broke down. | They combine work and study. / We should combine our forces.
compact | It is a compact car. / The compact was signed. | They compact the soil. / You must compact the snow.
compound | It is a chemical compound. / The compound was guarded. | These errors compound the problem. / That would compound our troubles.
compress | Put a cold compress on it. / The compress was wet. | They compress the files. / You can compress the data.
conduct | His conduct was shameful. / The code of conduct is clear. | They conduct experiments. / She will conduct the orchestra.
conflict | The conflict began in May. / It is an armed conflict. | These reports conflict with each other. / Our views may conflict.
conscript | The conscript deserted. / He was a young conscript. | They conscript young men. / The army will conscript them.
console | He sat at the console. / The game console broke. | They tried to console the boy. / We console each other.
construct | Race is a social construct. / The construct was tested. | They construct bridges. / We will construct a school.
contest | She won the contest. / The contest was close. | They contest the ruling. / He will contest the election.
contract | She signed a contract. / The contract expired. | The muscles contract quickly. / You can contract the disease.
contrast | The contrast was sharp. / In contrast, he slept. | We contrast the two poems. / You should contrast the results.
convert | He is a recent convert. / Every convert was welcome. | They convert the gas into heat. / You can convert the file.
convict | The convict escaped. / An escaped convict was found. | The jury may convict him. / They will convict her.
coordinate | The x coordinate is zero. / Enter the coordinate here. | They coordinate the work. / We must coordinate our efforts.
decrease | There was a decrease in sales. / The decrease surprised us. | Sales may decrease next year. / They decrease the dose.
defect | The defect was repaired. / It is a birth defect. | Some agents defect to the West. / He wanted to defect.
delegate | The delegate voted. / Each delegate has one vote. | You must delegate the work. / They delegate tasks.
deliberate | It was a deliberate act. / His steps were deliberate. | The jury will deliberate today. / They deliberate for hours.
desert | The desert is dry. / We crossed a desert. | They desert their posts. / He would never desert her.
diffuse | The light was diffuse. / It is a diffuse network. | They diffuse the light. / We must diffuse the smoke.
digest | I read the news digest. / The digest appears weekly. | I can not digest milk. / They digest their food.
discard | It went into the discard pile. / The discard was an ace. | They discard old clothes. / You may discard the shell.
discharge | He got an honourable discharge. / The discharge was yellow. | They discharge waste into the sea. / We will discharge her today.
discount | We got a discount. / The discount was small. | You can not discount the risk. / They discount the price.
duplicate | This is a duplicate key. / I found a duplicate. | They duplicate the work. / Do not duplicate this key.
elaborate | It was an elaborate hoax. / The plan was elaborate. | Could you elaborate? / They elaborate on the plan.
entrance | The entrance is on the left. / We paid for entrance. | Her songs entrance the crowd. / It will entrance you.
escort | She had a police escort. / The escort left. | They escort the visitors. / I will escort you home.
estimate | It is only an estimate. / The estimate was high. | We estimate the cost. / They estimate that it will rain.
excuse | That is no excuse. / He had a good excuse. | Please excuse me. / I will excuse you.
exploit | It was his greatest exploit. / The exploit made him famous. | They exploit the workers. / He would exploit any weakness.
export | Oil is the main export. / The export ban was lifted. | They export coffee. / We will export more.
extract | Add vanilla extract. / Here is an extract from the book. | They extract oil from sand. / We must extract the tooth.
frequent | He is a frequent visitor. / Storms are frequent. | They frequent the pub. / Tourists frequent these bars.
graduate | She is a graduate of Yale. / A graduate student helped. | They graduate in June. / He will graduate soon.
house | The house is old. / A big house burned. | They house the refugees. / We can house you.
impact | The impact was huge. / It had an impact on us. | It will impact our lives. / These cuts impact the poor.
implant | She got a dental implant. / The implant failed. | They implant the device. / We will implant the chip.
import | The import of oil rose. / It is a cheap import. | They import wine. / We must import food.
incense | The church smelled of incense. / She burned some incense. | His words will incense them. / They incense the public.
incline | The incline was steep. / We climbed an incline. | They incline to the left. / I incline toward the first.
increase | There was an increase in crime. / The increase was small. | Prices may increase again. / They increase the tax.
insert | The insert fell out. / The magazine had an insert. | Please insert the coin. / You insert the card here.
insult | That was an insult. / The insult hurt. | They insult each other. / Do not insult me.
intern | She is an intern here. / The intern made coffee. | They intern the refugees. / The state will intern them.
intimate | It was an intimate dinner. / They were intimate friends. | Did he intimate that he would leave? / They intimate that he lied.
invite | I got an invite. / The invite came late. | We invite you to come. / I will invite her.
legitimate | It is a legitimate question. / The claim was legitimate. | They legitimate the violence. / It would legitimate his rule.
misuse | The misuse of funds is a crime. / It was a misuse of power. | They misuse the word. / Do not misuse it.
moderate | He has moderate views. / The winds were moderate. | She will moderate the debate. / They moderate the forum.
object | The object fell. / It is a strange object. | I object to that. / They object to the plan.
perfect | It was a perfect day. / Nobody is perfect. | They perfect their craft. / You must perfect your skills.
permit | You need a permit. / The permit expired. | They permit smoking. / We can not permit that.
present | He got a present. / The present king is old. | They present the award. / I will present the plan.
produce | The produce was fresh. / We buy local produce. | They produce cars. / We must produce more.
progress | We made progress. / The progress was slow. | They progress slowly. / You will progress fast.
project | The project failed. / It was a big project. | They project growth of two percent. / We can project the film.
protest | The protest was peaceful. / A protest began. | They protest against the war. / We will protest.
rebel | A rebel was shot. / The rebel leader spoke. | They rebel against the king. / We will rebel.
recall | The recall cost millions. / A product recall was announced. | I recall the day. / They will recall the cars.
record | She broke the record. / It was a record year. | They record everything. / We will record the song.
refund | I want a refund. / The refund came. | They refund the money. / We will refund you.
refuse | The refuse was collected. / Take the refuse out. | I refuse to go. / They refuse the offer.
reject | The reject was thrown away. / He felt like a reject. | They reject the plan. / We must reject it.
segment | The segment was short. / A segment of the market grew. | We segment the market. / You can segment the data.
separate | They have separate rooms. / It is a separate issue. | They separate the eggs. / We must separate them.
subject | The subject was dull. / It is a difficult subject. | They subject us to tests. / I would not subject you to it.
survey | The survey was long. / A survey found this. | They survey the land. / We will survey the damage.
suspect | The suspect fled. / A suspect was arrested. | I suspect that he lied. / They suspect him.
torment | The torment never ended. / It was a torment to her. | They torment the cat. / Do not torment me.
transfer | The transfer took an hour. / A bank transfer was made. | They transfer the money. / We will transfer you.
transplant | She had a heart transplant. / The transplant worked. | They transplant trees. / We will transplant it.
transport | Public transport is cheap. / The transport was late. | They transport goods. / We will transport you.
update | The update was released. / I need an update. | They update the page. / We will update you.
upgrade | The upgrade was free. / I got an upgrade. | They upgrade the system. / You can upgrade now.
upset | It was a major upset. / The upset shocked fans. | They upset me. / I did not want to upset her.
use | The use of force is wrong. / It is no use. | They use the car. / You can use mine.
records | She broke the records. / The records were lost. | He records everything. / She records a song.
houses | The houses are old. / Two houses burned. | It houses the museum. / The building houses a school.
uses | It has many uses. / The uses of salt are many. | She uses the car. / He uses it daily.
objects | The objects fell. / These objects are old. | He objects to that. / She objects to the plan.
estimates | The estimates were wrong. / These estimates are low. | She estimates the cost. / He estimates that it will rain.
increases | The increases were small. / These increases hurt. | It increases the risk. / This increases the cost.
addict | The addict needed help. / He was an addict. | These games addict children. / They want to addict us.
affix | The affix changes the word. / It has an affix. | They affix the stamp. / You must affix a label.
annex | The annex was built later. / They met in the annex. | They annex the land. / The king will annex the town.
collect | The priest read the collect. / It was the collect for the day. | They collect stamps. / We will collect you.
commune | They lived in a commune. / The commune had a farm. | They commune with nature. / I want to commune with you.
confine | Beyond the confine lay the sea. / It was a narrow confine. | They confine the animals. / We must confine ourselves to facts.
conglomerate | The conglomerate was sold. / It is a large conglomerate. | The particles will conglomerate. / They conglomerate over time.
converse | The converse is true. / It was the converse of the rule. | They converse in French. / We could converse for hours.
desolate | It was a desolate place. / The town was desolate. | Such losses would desolate her. / They desolate the land.
discourse | Public discourse is harsh. / The discourse was long. | They discourse on art. / He would discourse for hours.
document | The document was lost. / It is a public document. | They document the abuse. / We must document this.
ferment | The city was in ferment. / A ferment of ideas arose. | The grapes will ferment. / They ferment the juice.
fragment | A fragment was found. / It is a fragment of bone. | The party may fragment. / They fragment easily.
imprint | It left an imprint. / The imprint was clear. | They imprint the logo. / It will imprint itself on you.
initiate | The initiate knelt. / She was an initiate of the order. | They initiate talks. / We will initiate it.
pervert | He was called a pervert. / The pervert was caught. | They pervert the law. / It would pervert justice.
postulate | The postulate was proved. / It is a postulate of physics. | They postulate a cause. / We postulate that it exists.
precipitate | It was a precipitate act. / The precipitate was white. | It may precipitate a crisis. / They precipitate the salt.
predicate | The predicate follows the subject. / It is a predicate noun. | They predicate the plan on growth. / We can not predicate it.
refill | I want a refill. / The refill is free. | They refill the glass. / We will refill it.
relapse | She had a relapse. / The relapse was bad. | They relapse into old habits. / He may relapse.
reprint | The reprint sold out. / It is a reprint. | They reprint the book. / We will reprint it.
reset | Press the reset button. / It needs a reset. | They reset the clock. / You can reset it.
reuse | The reuse of water saves money. / Waste reuse is growing. | They reuse the bags. / We can reuse it.
rewrite | The rewrite took a year. / It needs a rewrite. | They rewrite history. / You must rewrite it.
subordinate | He is a subordinate of mine. / The subordinate clause follows. | They subordinate art to profit. / We must not subordinate it.
syndicate | The syndicate owned the horse. / It was a crime syndicate. | They syndicate the column. / We will syndicate it.
uplift | The uplift was great. / It gave us an uplift. | They uplift the poor. / It will uplift you.
`;

/** A word that other things decide than noun or verb: sounds (American), and sentences in which it sounds so. */
export const otherSentences = `
read | ɹˈɛd | I read it yesterday. / She has read the book. / He read the letter and wept. / The report was read aloud.
read | ɹˈid | I will read it tomorrow. / They want to read more. / Read the label. / It is a good read. / I like to read.
Reading | ɹˈɛdɪŋ | He lives in Reading. / The train to Reading was late.
reading | ɹˈidɪŋ | She is reading a book. / Reading is fun.
lead | lˈɛd | The lead pipe burst. / It was made of lead and zinc. / Lead paint is dangerous. / It was heavy as lead.
lead | lˈid | They lead the race. / She took the lead. / All roads lead to Rome. / He will lead us.
live | lˈIv | We heard live music. / The show was broadcast live. / It went live today. / There was a live audience.
live | lˈɪv | They live in Paris. / I live here. / People live longer now. / We want to live.
lives | lˈIvz | It saved many lives. / Their lives changed. / Nine lives are enough.
lives | lˈɪvz | She lives in Paris. / He lives alone. / My uncle lives near us.
wind | wˈɪnd | The wind was strong. / A cold wind blew. / Wind power is cheap.
wind | wˈInd | You must wind the clock. / Roads wind through the hills. / They wind up the toy.
wound | wˈund | The wound healed. / He had a head wound. / Words can wound.
wound | wˈWnd | He wound up the toy. / She wound the wool around her hand. / The road wound through hills.
tear | tˈɪɹ | A tear ran down her cheek. / He shed a tear. / The tear gas spread.
tear | tˈɛɹ | Do not tear the paper. / They tear it up. / There was a tear in her dress. / It shows wear and tear.
tears | tˈɪɹz | She burst into tears. / His tears dried. / Tears ran down her face.
tears | tˈɛɹz | He tears the page. / She tears up the letter. / It tears apart the family.
close | klˈOz | Please close the door. / We close at nine. / They will close the school. / At the close of trading, shares fell.
close | klˈOs | It was a close race. / We are close to the end. / They are close friends. / Come close.
used | jˈust | I used to live here. / She is used to the noise. / We used to sing.
used | jˈuzd | He used a knife. / It was used to make bread. / They bought a used car.
supposed | səpˈOst | You are supposed to wait. / He was supposed to come.
supposed | səpˈOzd | I supposed he was ill. / The supposed expert was wrong.
does | dʌz | He does the work. / Does it rain?
does | dˈOz | Bucks and does grazed there. / Two does ran away.
dove | dˈʌv | A white dove landed. / The dove is a bird.
dove | dˈOv | She dove into the pool. / He dove for the ball.
bow | bˈW | They bow to the king. / He took a bow. / The bow of the ship rose.
bow | bˈO | She drew the bow and shot an arrow. / The violin bow broke. / He tied a bow in the ribbon.
row | ɹˈW | There was a row over money. / A furious row broke out.
row | ɹˈO | We sat in the front row. / They row the boat. / It won three in a row.
sow | sˈW | The sow had ten piglets. / A sow lay in the sty.
sow | sˈO | They sow the seeds. / We reap what we sow.
minute | mˈɪnət | Wait a minute. / It took one minute.
minute | mInˈut | She knew every minute detail. / They found minute traces of poison. / The amounts were very minute.
content | kˈɑntɛnt | The content was good. / We publish new content.
content | kəntˈɛnt | He was content with it. / She felt content. / They content themselves with little.
invalid | ɪnvˈæləd | The ticket is invalid. / It was an invalid argument.
invalid | ˈɪnvələd | He was an invalid for years. / She nursed the invalid.
bass | bˈAs | He plays bass guitar. / The bass was too loud.
bass | bˈæs | He caught a bass in the lake. / We fish for bass.
number | nˈʌmbəɹ | The number is ten. / A number of people came.
number | nˈʌməɹ | Her fingers grew number in the cold. / My leg felt number.
polish | pˈɑlɪʃ | I polish the shoes. / Buy some nail polish. / Polish the silver.
Polish | pˈOlɪʃ | He speaks Polish. / The Polish government fell. / Polish farmers protested.
resume | ɹɪzˈum | They resume work today. / Talks will resume.
resume | ɹˈɛzəmˌA | Send your resume. / She wrote a resume.
résumé | ɹˈɛzəmˌA | Send your résumé. / A good résumé helps.
sewer | sˈuəɹ | The sewer was blocked. / Rats live in the sewer.
sewer | sˈOəɹ | The sewer put down her needle. / A good sewer needs thread.
August | ˈɔɡəst | He came in August. / August was hot.
august | ɔɡˈʌst | It was an august assembly. / That august body met.
job | ʤˈɑb | She got a job. / The job is hard.
Job | ʤˈOb | He read the Book of Job. / She has the patience of Job.
nice | nˈIs | What a nice day! / Nice work. / That is nice.
Nice | nˈis | We flew to Nice. / She lives in Nice.
learned | lˈɜɹnd | I learned French. / She has learned a lot.
learned | lˈɜɹnɪd | He is a learned man. / My learned friend is wrong.
blessed | blˈɛst | The priest blessed them. / She was blessed with talent.
blessed | blˈɛsɪd | The blessed virgin wept. / Blessed are the poor.
aged | ˈAʤd | He died aged ninety. / The wine has aged well.
aged | ˈAʤɪd | An aged man sat there. / They care for the aged.
axes | ˈæksˌiz | Label both axes of the graph. / The axes cross at zero.
axes | ˈæksᵻz | They chopped wood with axes. / The men had swords and axes.
bases | bˈAsᵻz | The army has bases there. / He stole two bases.
bases | bˈAsˌiz | These claims have different bases. / The legal bases of the ruling are weak.
buffet | bəfˈA | The buffet was cold. / We ate at a buffet.
buffet | bˈʌfət | Strong winds buffet the coast. / Waves will buffet the ship.
entrance | ˈɛntɹəns | The entrance was shut. / We met at the entrance.
entrance | ɛntɹˈæns | Her voice will entrance you. / The songs entrance us.
analyses | ənˈæləsˌiz | The analyses were wrong. / Both analyses agree.
`;
