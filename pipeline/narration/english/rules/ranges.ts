import { cardinal } from '../numbers/cardinal.ts';
import { numberSource, numberWords } from '../numbers/number-pattern.ts';
import { monthSource } from '../tables/months.ts';
import { say } from '../speaking.ts';
import { pattern, type Hit, type Rule, type Said } from '../rule.ts';

const scoring =
  /(?:won|wins?|winning|lost|lose|loses|losing|beat|beats|beaten|beating|defeat(?:s|ed)?|drew|draws?|drawn|led|leads?|leading|victory|scores?|scored|final|ahead|tied|trail(?:s|ed|ing)?|thrashed|stunned|edged|downed|crushed|aggregate|vote|voted|ruled|ruling)(?!\p{L})/iu;
const outcome =
  /^ (?:win|draw|defeat|victory|loss|lead|score|tie|vote|ruling|decision|on aggregate)(?!\p{L})/u;
/** What a figure does not begin behind. */
const inside = /(?:[\p{L}\d$£€/#-]|\d[.,])$/u;

/** `won 3–1`, `a 0–0 draw`, `3–1`: the British say the figures alone, and "nil". Figures that fall are a score, not a range. */
const score: Rule = {
  name: 'score',
  group: 'scores',
  starts: ['digit'],
  pattern: pattern(String.raw`(?<from>\d{1,3})(?<dash>[-–—])(?<to>\d{1,3})(?![\p{L}\d%°]|[-–.,:/]\d|-\p{L})`),
  read: (hit) => {
    if (inside.test(hit.before)) return undefined;
    const falls = Number(hit.group('from')) > Number(hit.group('to'));
    const isScore = scoring.test(hit.before.slice(-40)) || outcome.test(hit.after);
    // "pages 123–5" goes on from the same hundred.
    if (!isScore && (!falls || hit.group('from').length > hit.group('to').length)) return undefined;
    const isUnit = /^ (?:percent|years?|days?|hours?|minutes?|people|miles|points)(?!\p{L})/u.test(hit.after);
    if (isUnit) return undefined;
    const figure = (digits: string): string => (hit.british && digits === '0' ? 'nil' : cardinal(digits));
    return {
      words: [
        ...say(figure(hit.group('from')), hit.place('from')),
        ...(hit.british ? [] : say('to', hit.place('dash'))),
        ...say(figure(hit.group('to')), hit.place('to')),
      ],
    };
  },
};

/** `50-50`, `4-4-2`: figures one behind the other. */
const chain: Rule = {
  name: 'figures in a row',
  group: 'scores',
  starts: ['digit'],
  pattern: pattern(String.raw`(?:50[-–]50|\d{1,3}(?:[-–]\d{1,3}){2,9})(?![\p{L}\d]|[-–.,:/]\d)`),
  read: (hit) => (inside.test(hit.before) ? undefined : { words: figures(hit) }),
};

/** `2:1`, `16:9`, `odds of 3:1`. */
const ratio: Rule = {
  name: 'ratio',
  group: 'scores',
  starts: ['digit'],
  pattern: pattern(String.raw`(?<one>\d{1,4}):(?<two>\d{1,4})(?![\p{L}\d]|[:.]\d)`),
  read: (hit) => {
    if (/[\p{L}\d.:]$/u.test(hit.before)) return undefined;
    // "John 3:16" is chapter and verse.
    const isVerse =
      /(?:^|[^\p{L}])(?:[123I]{1,3} )?\p{Lu}\p{Ll}+\.? $/u.test(hit.before) && hit.group('two').length <= 3;
    // `42:31` is a time that was run.
    const isTime = Number(hit.group('one')) > 24 && /^[0-5]\d$/u.test(hit.group('two'));
    const joint =
      isVerse || isTime ? [] : say('to', { begin: hit.place('one').end, end: hit.place('two').begin });
    return {
      words: [
        ...say(cardinal(hit.group('one')), hit.place('one')),
        ...joint,
        ...say(cardinal(hit.group('two')), hit.place('two')),
      ],
    };
  },
};

/** `3–5`, `10-12 people`, `1,000–2,000`, `123–45` */
const range: Rule = {
  name: 'range',
  group: 'numbers',
  starts: ['digit'],
  pattern: pattern(
    `(?<one>${numberSource})(?<dash>[ \\u00A0]?–[ \\u00A0]?|-|—)(?<two>${numberSource})(?![\\p{L}\\d]|[-–]\\d)`,
  ),
  read: (hit) => {
    if (inside.test(hit.before)) return undefined;
    const { british } = hit;
    return {
      words: [
        ...say(numberWords(hit.group('one'), british), hit.place('one')),
        ...say('to', hit.place('dash')),
        ...say(numberWords(hit.group('two'), british), hit.place('two')),
      ],
    };
  },
};

const amountBefore =
  /\d(?:st|nd|rd|th|:\d{1,3}|[ \u00A0]?(?:°[CF]?|%|\p{L}{1,3}|thousand|million|billion|trillion))$/u;

/** The dash of `10 °C–15 °C`, `5 km – 7 km`, `$5–$10`, `1st–3rd`: between two amounts. */
const dash: Rule = {
  name: 'dash of a range',
  group: 'numbers',
  starts: ['sign'],
  pattern: pattern(String.raw`[–-](?=[$£€]?\d|[ivxlIVXL]{1,7}(?![\p{L}’'-])|${monthSource} \d)`),
  read: (hit) => {
    const isRoman = /^[ivxl]/iu.test(hit.after);
    const isMonth = /^\p{Lu}\p{Ll}/u.test(hit.after) && /\d$/u.test(hit.before);
    const isAmount = amountBefore.test(hit.before) && !isRoman && hit.match === '–';
    const isNumeral = isRoman && /(?:^|[\s(])(?:[ivxl]{1,7}|[IVXL]{1,7})$/u.test(hit.before);
    return isAmount || isNumeral || isMonth ? { words: say('to', hit) } : undefined;
  },
};

function figures({ match, begin, british }: Hit): readonly Said[] {
  return Array.from(match.matchAll(/\d+/gu)).flatMap(({ 0: digits, index }) =>
    say(cardinal(digits, british), { begin: begin + index, end: begin + index + digits.length }),
  );
}

export const scoreRules: readonly Rule[] = [chain, score, ratio];
export const rangeRules: readonly Rule[] = [range, dash];
