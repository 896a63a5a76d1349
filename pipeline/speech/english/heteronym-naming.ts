import {
  fishy,
  quarrels,
  pigs,
  minuteThings,
  degree,
  growth,
  sewing,
  towns,
  graphs,
  tools,
  legal,
  learnedThings,
  sacred,
  oldPeople,
  grounds,
  golf,
  placesBefore,
} from './heteronym-hints.ts';
import {
  afterAny,
  isAfterBe,
  isAfterDeterminer,
  isAfterHave,
  isAfterModal,
  isAfterSubject,
  isAfterThird,
  isVerb,
  type Context,
} from './sentence-context.ts';
import { capital, either, type Choose } from './heteronym-choice.ts';

function isAdjectiveBeforeNoun(context: Context): boolean {
  const next = context.tagged(1)?.tag;
  return isAfterDeterminer(context) && (next === 'noun' || next === 'adjective');
}

/** The nouns, adjectives and names among them. */
export const namingChoices: Readonly<Record<string, Choose>> = {
  row: (c) =>
    either(
      (isAfterDeterminer(c) &&
        (quarrels.has(c.near(1)) || (quarrels.has(c.near(-2)) && c.near(1) !== 'of'))) ||
        /^(?:blazing|furious|bitter|diplomatic|heated|noisy|political|family|public)$/.test(c.near(-1)),
      'R AW1',
      'R OW1',
    ),
  sow: (c) =>
    either(
      c.mentions(pigs) &&
        !isAfterModal(c) &&
        !isAfterSubject(c) &&
        (isAfterDeterminer(c) || !/^(?:the|seeds?|corn|wheat)$/.test(c.near(1))),
      'S AW1',
      'S OW1',
    ),
  minute: (c) =>
    either(
      minuteThings.has(c.near(1)) ||
        (c.near(1) === '' && degree.has(c.near(-1)) && c.near(-1) !== 'in' && !isAfterDeterminer(c)) ||
        /^(?:very|so|too|extremely)$/.test(c.near(-1)),
      'M AY0 N UW1 T',
      'M IH1 N AH0 T',
    ),
  content: (c) =>
    either(
      (isVerb(c) && !isAfterDeterminer(c)) ||
        (isAfterBe(c) && !isAfterDeterminer(c) && c.near(1) !== 'of') ||
        /^(?:feel|feels|felt|seem|seems|seemed|perfectly|quite|very|not|more|remained|look|looked|stay|happy)$/.test(
          c.near(-1),
        ) ||
        (/^(?:to|with)$/.test(c.near(1)) && !isAfterDeterminer(c) && c.tagged()?.tag !== 'noun'),
      'K AH0 N T EH1 N T',
      'K AA1 N T EH0 N T',
    ),
  contents: () => 'K AA1 N T EH0 N T S',
  invalid: (c) =>
    either(isAfterDeterminer(c) && !isAdjectiveBeforeNoun(c), 'IH1 N V AH0 L AH0 D', 'IH0 N V AE1 L AH0 D'),
  invalids: () => 'IH1 N V AH0 L AH0 D Z',
  bass: (c) => either(c.mentions(fishy), 'B AE1 S', 'B EY1 S'),
  number: (c) =>
    either(
      (growth.has(c.near(-1)) && c.near(1) !== 'of') || (c.near(-1) === 'and' && growth.has(c.near(-3))),
      'N AH1 M ER0',
      'N AH1 M B ER0',
    ),
  polish: (c) =>
    either(
      capital(c) &&
        (!c.initial || !/^(?:the|your|my|it|his|her|a|this|them|these|those|until|our)$/.test(c.near(1))),
      'P OW1 L IH0 SH',
      'P AA1 L IH0 SH',
    ),
  resume: (c) =>
    either(
      (isAfterDeterminer(c) && c.near(-1) !== 'that') ||
        /^(?:impressive|strong|updated|new)$/.test(c.near(-1)),
      'R EH1 Z AH0 M EY2',
      'R IH0 Z UW1 M',
    ),
  resumes: (c) =>
    either(
      isAfterDeterminer(c) || /^(?:of|their|hundred|many|sent|review|read|reviewed)$/.test(c.near(-1)),
      'R EH1 Z AH0 M EY2 Z',
      'R IH0 Z UW1 M Z',
    ),
  sewer: (c) => either(c.mentions(sewing), 'S OW1 ER0', 'S UW1 ER0'),
  august: (c) => either(capital(c), 'AO1 G AH0 S T', 'AO0 G AH1 S T'),
  job: (c) =>
    either(
      capital(c) &&
        (!c.initial || /^(?:suffered|prayed|lost|answered|and)$/.test(c.near(1))) &&
        (/^(?:of|like|to|prophet|and|by|that|with)$/.test(c.near(-1)) ||
          /^(?:suffered|prayed|lost|answered)$/.test(c.near(1))),
      'JH OW1 B',
      'JH AA1 B',
    ),
  nice: (c) =>
    either(
      capital(c) &&
        !c.initial &&
        (afterAny(c, towns) || /^(?:and|city)$/.test(c.near(-1))) &&
        !/^\p{Lu}/u.test(c.written(1)),
      'N IY1 S',
      'N AY1 S',
    ),
  learned: (c) =>
    either(
      (isAfterDeterminer(c) && learnedThings.has(c.near(1))) || (c.near(-1) === 'most' && !c.tagged(1)?.past),
      'L ER1 N IH0 D',
      'L ER1 N D',
    ),
  blessed: (c) =>
    either(
      sacred.has(c.near(1)) &&
        !isAfterHave(c) &&
        (c.initial || isAfterDeterminer(c) || c.near(-1) === 'and' || /^(?:are|be|is)$/.test(c.near(1))),
      'B L EH1 S IH0 D',
      'B L EH1 S T',
    ),
  aged: (c) =>
    either(
      (isAfterDeterminer(c) && (oldPeople.has(c.near(1)) || c.near(1) === '' || c.near(1) === 'and')) ||
        (isAfterDeterminer(c) && /^(?:in|were|are|who|need)$/.test(c.near(1))),
      'EY1 JH IH0 D',
      'EY1 JH D',
    ),
  dogged: (c) =>
    either(
      /^(?:determination|persistence|pursuit|resistance|loyalty|refusal|defence|defense|insistence|effort|campaign|work)$/.test(
        c.near(1),
      ),
      'D AO1 G IH0 D',
      'D AO1 G D',
    ),
  beloved: () => 'B IH0 L AH1 V IH0 D',
  axes: (c) => either(c.mentions(tools) && !c.mentions(graphs), 'AE1 K S IH0 Z', 'AE1 K S IY2 Z'),
  bases: (c) =>
    either(
      legal.has(c.near(-1)) ||
        (c.near(-1) === 'the' && c.near(1) === 'of' && !c.mentions(grounds)) ||
        c.near(1) === 'for',
      'B EY1 S IY2 Z',
      'B EY1 S IH0 Z',
    ),
  buffet: (c) => either(isVerb(c), 'B AH1 F AH0 T', 'B AH0 F EY1'),
  buffets: (c) => either(isVerb(c), 'B AH1 F AH0 T S', 'B AH0 F EY1 Z'),
  analyses: (c) => either(isAfterThird(c), 'AE1 N AH0 L AY2 Z IH0 Z', 'AH0 N AE1 L AH0 S IY2 Z'),
  diagnoses: (c) => either(isAfterThird(c), 'D AY1 AH0 G N OW2 S IH0 Z', 'D AY2 AH0 G N OW1 S IY2 Z'),
  putting: (c) =>
    either(/^(?:green|greens)$/.test(c.near(1)) || c.mentions(golf), 'P AH1 T IH0 NG', 'P UH1 T IH0 NG'),
  mobile: (c) =>
    either(
      capital(c) && !c.initial && (afterAny(c, placesBefore) || c.near(1) === 'alabama'),
      'M OW0 B IY1 L',
      'M OW1 B AH0 L',
    ),
  slough: (c) => either(capital(c), 'S L AW1', 'S L AH1 F'),
};
