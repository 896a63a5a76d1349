import { cardinal, digitByDigit } from '../numbers/cardinal.ts';
import { pauseOfStop } from '../ends-sentence.ts';
import { say, spell } from '../speaking.ts';
import { pattern, type Hit, type Reading, type Rule, type Said } from '../rule.ts';

const half = String.raw`(?<half>[aApP]\.[ \u00A0]?[mM]\.?|[aApP][mM])(?![\p{L}\d])`;
const zone = String.raw`(?:[ \u00A0](?<zone>UTC|GMT|EST|EDT|CST|CDT|MST|MDT|PST|PDT|ET|CET|CEST|BST)(?!\p{L}))?`;

/** `3:30 p.m.`, `9am`, `15:45`, `15.45 p.m.`, `12:00` */
const clock: Rule = {
  name: 'time',
  group: 'times',
  starts: ['digit'],
  pattern: pattern(
    String.raw`(?<hour>2[0-4]|[01]?\d)(?::(?<minute>[0-5]\d)(?::(?<second>[0-5]\d))?|\.(?<dotted>[0-5]\d)(?=[ \u00A0]?[aApP]\.?[mM]))?(?:[ \u00A0]?${half}|(?<hours>h)(?![\p{L}\d])|Z(?![\p{L}\d]))?${zone}(?![\d]|[.:]\d)`,
  ),
  read: (hit) => {
    const { minute, dotted, isBare } = partsOf(hit);
    if ((/[\p{L}\d.,:/$£€]$/u.test(hit.before) && !/\dT$/u.test(hit.before)) || isBare) return undefined;
    const hour = Number(hit.group('hour'));
    const place = hit.place('hour');
    const isHalf = hit.group('half') !== '';
    const head = say(
      /^0\d/u.test(hit.group('hour')) && !isHalf
        ? digitByDigit(hit.group('hour'), 'oh')
        : cardinal(String(hour)),
      place,
    );
    const minutes = minute === '' ? [] : minuteWords(minute, hour, isHalf, hit, dotted);
    const seconds =
      hit.group('second') === ''
        ? []
        : say(`and ${cardinal(hit.group('second'))} seconds`, hit.place('second'));
    return {
      words: [
        ...head,
        ...minutes,
        ...seconds,
        ...(hit.group('hours') === '' ? [] : say('hours', hit.place('hours'))),
        ...halfWords(hit),
        ...spell(hit.group('zone'), hit.place('zone')),
      ],
      ...pauseOf(hit),
    };
  },
};

function partsOf(hit: Hit): { readonly minute: string; readonly dotted: boolean; readonly isBare: boolean } {
  const dotted = hit.group('dotted');
  const minute = hit.group('minute') || dotted;
  return { minute, dotted: dotted !== '', isBare: minute === '' && hit.group('half') === '' };
}

/** `:00` is "o’clock" before noon and on its own, "hundred hours" is left to soldiers. */
function minuteWords(
  minute: string,
  hour: number,
  isHalf: boolean,
  hit: Hit,
  dotted: boolean,
): readonly Said[] {
  const place = hit.place(dotted ? 'dotted' : 'minute');
  const value = Number(minute);
  if (value > 0) return say(value < 10 ? `oh ${cardinal(minute)}` : cardinal(minute), place);
  if (isHalf) return [];
  if (/^ (?:noon|midnight)/u.test(hit.after)) return [];
  return say(hour >= 1 && hour <= 12 ? 'o’clock' : 'hundred hours', place);
}

function halfWords(hit: Hit): readonly Said[] {
  return spell(
    hit
      .group('half')
      .replace(/[^a-z]/giu, '')
      .toUpperCase(),
    hit.place('half'),
  );
}

function pauseOf(hit: Hit): Pick<Reading, 'pause'> {
  return hit.group('half') !== '' && hit.match.endsWith('.') ? pauseOfStop(hit.after) : {};
}

/** `1:02:33` and `4:05` where they count minutes: "a time of 4:05". */
const lasting: Rule = {
  name: 'duration',
  group: 'times',
  starts: ['digit'],
  pattern: pattern(
    String.raw`(?<hour>\d{1,2}):(?<minute>[0-5]\d):(?<second>[0-5]\d)(?:[.,]\d{1,3})?(?![\d:])`,
  ),
  read: (hit) => {
    if (!/(?:time|in|of|lasts?|lasted|record|ran)[ \u00A0](?:a )?$/iu.test(hit.before)) return undefined;
    const count = (name: string, unit: string): readonly Said[] => {
      const value = String(Number(hit.group(name)));
      return say(`${cardinal(value)} ${unit}${value === '1' ? '' : 's'}`, hit.place(name));
    };
    return { words: [...count('hour', 'hour'), ...count('minute', 'minute'), ...count('second', 'second')] };
  },
};

/** `9–5`, `3:30–5:00 p.m.`, `9am–5pm`: two times are joined by "to". */
const between: Rule = {
  name: 'from time to time',
  group: 'times',
  starts: ['sign'],
  pattern: pattern(
    String.raw`[ \u00A0]?[–—-][ \u00A0]?(?=(?:2[0-4]|[01]?\d)(?::[0-5]\d|[ \u00A0]?[ap]\.?m\b))`,
  ),
  read: (hit) =>
    /(?:\d:[0-5]\d|\d[ \u00A0]?[ap]\.?m\.?)$/u.test(hit.before) ? { words: say('to', hit) } : undefined,
};

/** `9–11 a.m.`: the first hour has no half of the day. */
const hourRange: Rule = {
  name: 'hours',
  group: 'times',
  starts: ['digit'],
  pattern: pattern(
    String.raw`(?<hour>1[0-2]|[1-9])(?<dash>[ \u00A0]?[–-][ \u00A0]?)(?=(?:1[0-2]|[1-9])(?::[0-5]\d)?[ \u00A0]?[aApP]\.?[mM](?!\p{L}))`,
  ),
  read: (hit) =>
    /[\p{L}\d.,:/$£€-]$/u.test(hit.before)
      ? undefined
      : { words: [...say(cardinal(hit.group('hour')), hit.place('hour')), ...say('to', hit.place('dash'))] },
};

/** a.m. and p.m. that stand alone. */
const halves: Rule = {
  name: 'half of the day',
  group: 'times',
  starts: ['lower'],
  pattern: pattern(String.raw`[ap]\.m\.?(?!\p{L})`),
  read: (hit) => ({
    words: spell(hit.match.replace(/\./gu, '').toUpperCase(), hit),
    ...(hit.match.endsWith('.') ? pauseOfStop(hit.after) : {}),
  }),
};

export const timeRules: readonly Rule[] = [lasting, hourRange, clock, between, halves];
