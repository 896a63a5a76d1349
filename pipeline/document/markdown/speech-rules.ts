import { faultInIpa } from '../../ipa.ts';
import { languageTag } from '../../language-tag.ts';
import type { Place, Problem } from '../../problem.ts';
import { problems } from '../../problems.ts';
import { wordingRules } from '../../wording-rules.ts';
import { isRule, isSayable, pauseBounds, pauseSeconds, ruleNames } from '../speech-values.ts';

/** What a directive of speech takes. */
export type SpeechRule = {
  /** The attribute that holds the directive's value. */
  readonly attribute: string;
  /** What it is, for an author who left it out; a directive without it does without. */
  readonly value?: string;
  /** Whether the value may stand alone: `{de}`. */
  readonly bare?: true;
  /** Colons with which it is written: 1 around words, 2 alone in a line, 3 around blocks. */
  readonly colons: readonly (1 | 2 | 3)[];
  readonly faults: (value: string, place: Place) => readonly Problem[];
};

/** The directives by which an author says how something is spoken. */
export const speechRules: Readonly<Record<string, SpeechRule>> = {
  say: {
    attribute: 'as',
    value: 'the words to say',
    colons: [1],
    faults: (words, place) =>
      isSayable(words) ? [] : [problems.directiveIncomplete(place, 'say', 'the words to say')],
  },
  ph: {
    attribute: 'ipa',
    value: 'the sound',
    colons: [1],
    faults: (ipa, place) => {
      const fault = faultInIpa(ipa);
      return fault === undefined ? [] : [problems.ipaWrong(place, ipa, fault)];
    },
  },
  lang: {
    attribute: 'lang',
    value: 'the language',
    bare: true,
    colons: [1, 3],
    faults: (tag, place) => (languageTag(tag) === undefined ? [problems.languageTagWrong(place, tag)] : []),
  },
  pause: {
    attribute: 'seconds',
    value: 'its length',
    bare: true,
    colons: [1, 2],
    faults: (written, place) =>
      pauseSeconds(written) === undefined
        ? [problems.pauseWrong(place, written, pauseBounds.least, pauseBounds.most)]
        : [],
  },
  voice: { attribute: 'name', value: 'the name of a voice', bare: true, colons: [1, 3], faults: () => [] },
  plain: {
    attribute: 'rules',
    colons: [1],
    faults: (names, place) =>
      ruleNames(names)
        .filter((name) => !isRule(name))
        .map((name) => problems.ruleUnknown(place, name, wordingRules)),
  },
};

/** Those that stand alone in a line or around blocks. */
export const blockDirectives = Object.keys(speechRules).filter((name) =>
  speechRules[name]?.colons.some((colons) => colons > 1),
);
