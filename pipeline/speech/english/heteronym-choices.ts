import {
  pastTimes,
  leadMetal,
  metals,
  liveNouns,
  goingLive,
  particles,
  ship,
  archery,
  ripped,
  towns,
  divers,
  femaleDeer,
  windVerbs,
  faces,
} from './heteronym-hints.ts';
import {
  afterAny,
  beforeAdverbs,
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
import { namingChoices } from './heteronym-naming.ts';

/** Whether "read" tells of the past. */
function isPastRead(context: Context): boolean {
  const before = beforeAdverbs(context);
  if (isAfterHave(context) || /^(?:widely|well|best|most|least|better)$/.test(context.near(-1))) return true;
  if (isAfterBe(context)) return true;
  if (before === 'to' || isAfterModal(context) || isAfterDeterminer(context)) return false;
  if (/^(?:good|great|quick|easy|long|must|worthwhile|interesting|light)$/.test(context.near(-1)))
    return false;
  if (context.initial) return false;
  if (context.mentions(pastTimes)) return true;
  if (isAfterThird(context)) return !/^(?:who|which|that)$/.test(before) || context.tagged()?.past === true;
  if (isAfterSubject(context) || before === 'and' || before === 'or') return anyPast(context);
  const subject = context.tagged(-1);
  // "Anna read", "the judge read": a singular subject has "reads" in the present.
  return subject?.tag === 'noun' && !subject.plural ? true : anyPast(context);
}

/** Another verb near by is in the past. */
function anyPast({ tagged, near }: Context): boolean {
  for (let steps = -8; steps <= 10; steps++) {
    if (steps !== 0 && near(steps) !== '' && tagged(steps)?.tag === 'verb' && tagged(steps)?.past === true)
      return true;
  }
  return false;
}

/** Words whose readings hang on more than noun or verb: from the sentence to the sounds. */
export const choices: Readonly<Record<string, Choose>> = {
  read: (c) => either(isPastRead(c), 'R EH1 D', 'R IY1 D'),
  reading: (c) =>
    either(
      capital(c) && !c.initial && afterAny(c, towns) && !/^\p{Lu}/u.test(c.written(1)),
      'R EH1 D IH0 NG',
      'R IY1 D IH0 NG',
    ),
  lead: (c) =>
    either(
      (leadMetal.has(c.near(1)) && !isAfterModal(c)) ||
        (/^(?:of|contains?|containing|into|like|molten|from|with|or|and)$/.test(c.near(-1)) &&
          (c.mentions(metals) ||
            /^(?:made|full|heavy|traces|lined|tonnes|tons|sheets|pieces)$/.test(c.near(-2)))) ||
        (c.near(-1) === 'as' && c.near(-2) === 'heavy') ||
        (c.initial && /^(?:is|was)$/.test(c.near(1)) && c.mentions(metals)),
      'L EH1 D',
      'L IY1 D',
    ),
  live: (c) =>
    either(
      !isAfterModal(c) &&
        !isAfterSubject(c) &&
        (liveNouns.has(c.near(1)) ||
          goingLive.has(c.near(-1)) ||
          (isAfterDeterminer(c) && c.near(-1) !== 'that') ||
          /^(?:is|are|was|were|be)$/.test(c.near(-1)) ||
          (/^(?:from|on)$/.test(c.near(1)) && c.tagged(-1)?.tag !== 'noun' && goingLive.has(c.near(-1))) ||
          c.tagged()?.tag === 'adjective'),
      'L AY1 V',
      'L IH1 V',
    ),
  lives: (c) =>
    either(
      !isAfterDeterminer(c) &&
        !/^(?:of|save|saves|saved|lose|loses|lost|claimed|cost|costs|ruined|human|public|private|own|daily|people's|everyday|our)$/.test(
          c.near(-1),
        ) &&
        (isAfterThird(c) || particles.has(c.near(1)) || c.tagged()?.tag === 'verb'),
      'L IH1 V Z',
      'L AY1 V Z',
    ),
  wind: (c) => either(isVerb(c) && (windVerbs.has(c.near(1)) || isAfterModal(c)), 'W AY1 N D', 'W IH1 N D'),
  winds: (c) =>
    either(
      !isAfterDeterminer(c) &&
        windVerbs.has(c.near(1)) &&
        !/^(?:strong|high|heavy|light|fierce)$/.test(c.near(-1)),
      'W AY1 N D Z',
      'W IH1 N D Z',
    ),
  wound: (c) =>
    either(
      !isAfterDeterminer(c) &&
        !isAfterModal(c) &&
        (/^(?:up|down|around|round|through|its|his|back|tightly|along|across|the|itself|between|past|towards|toward|onto|on|about|her|their)$/.test(
          c.near(1),
        ) ||
          /^tightly|^loosely|^carefully/.test(c.near(-1))),
      'W AW1 N D',
      'W UW1 N D',
    ),
  tear: (c) =>
    either(
      isVerb(c) ||
        (c.mentions(ripped) &&
          !/^(?:down|shed|eye|cheek)$/.test(c.near(1)) &&
          !/^(?:shed|a|single)$/.test(c.near(-1))) ||
        (c.near(-1) === 'a' && c.near(1) === 'in') ||
        c.near(-2) === 'wear',
      'T EH1 R',
      'T IH1 R',
    ),
  tears: (c) =>
    either(
      isAfterThird(c) ||
        /^(?:up|apart|off|open|through)$/.test(c.near(1)) ||
        (c.near(1) === 'down' && !c.mentions(faces)) ||
        (c.tagged()?.tag === 'verb' &&
          !isAfterDeterminer(c) &&
          !/^(?:in|of|into|with|to)$/.test(c.near(-1)) &&
          /^(?:the|his|her|its|a)$/.test(c.near(1))),
      'T EH1 R Z',
      'T IH1 R Z',
    ),
  close: (c) =>
    either(
      (!/^(?:to|by|enough|friend|friends|relationship|ties|links|contact|together|behind|up|range|quarters|attention|look|examination|call|race|second|relatives|family|ally|allies|collaboration|cooperation|proximity)$/.test(
        c.near(1),
      ) &&
        !/^(?:so|very|too|how|as|quite|come|came|comes|coming|stay|stayed|get|got|getting|keep|stand|stood|pretty|more)$/.test(
          c.near(-1),
        ) &&
        (c.near(1) === 'of' || (isVerb(c) && !isAfterBe(c)))) ||
        (isAfterModal(c) &&
          beforeAdverbs(c) !== 'be' &&
          !/^(?:to|by|enough|together|friends)$/.test(c.near(1))) ||
        (c.near(-1) === 'the' && (c.near(1) === '' || c.near(1) === 'of')) ||
        (c.near(-1) === 'to' && c.near(-2) === 'due'),
      'K L OW1 Z',
      'K L OW1 S',
    ),
  used: (c) =>
    either(c.near(1) === 'to' && !(isAfterBe(c) && c.tagged(2)?.tag === 'verb'), 'Y UW1 S T', 'Y UW1 Z D'),
  supposed: (c) => either(c.near(1) === 'to' && isAfterBe(c), 'S AH0 P OW1 S T', 'S AH0 P OW1 Z D'),
  // Without a sound here it is the small word.
  does: (c) =>
    either(
      (femaleDeer.has(c.near(-1)) && !/^(?:forest|herd|deer|buck|fawn|stag)$/.test(c.near(-1))) ||
        (c.near(-1) === 'and' && femaleDeer.has(c.near(-2))),
      'D OW1 Z',
      '',
    ),
  dove: (c) =>
    either(
      !isAfterDeterminer(c) &&
        (isAfterSubject(c) || isAfterThird(c) || divers.has(c.near(1))) &&
        c.near(1) !== 'of',
      'D OW1 V',
      'D AH1 V',
    ),
  bow: (c) =>
    either(
      c.mentions(archery) || /^(?:tie|ties|rainbow)$/.test(c.near(1))
        ? false
        : c.mentions(ship) ||
            isVerb(c) ||
            (/^(?:took|take|takes|taking|deep|low|slight|final|polite|a)$/.test(c.near(-1)) &&
              !c.mentions(archery) &&
              /^(?:took|take|takes|taking|made|gave|with)$/.test(
                c.near(-2) === 'a' ? c.near(-3) : c.near(-2),
              )),
      'B AW1',
      'B OW1',
    ),
  bows: (c) =>
    either(
      c.mentions(archery) ? false : c.mentions(ship) || isVerb(c) || isAfterThird(c),
      'B AW1 Z',
      'B OW1 Z',
    ),
  bowed: () => 'B AW1 D',
  bowing: (c) => either(c.mentions(archery), 'B OW1 IH0 NG', 'B AW1 IH0 NG'),
  ...namingChoices,
};
