import type { SpokenWord } from '../../narration/spoken-word.ts';
import type { PronouncedWord } from '../engine.ts';
import { americanSounds } from './american-sounds.ts';
import { settled, type Arpabet, type Sounded } from './arpabet.ts';
import { britishSounds } from './british-sounds.ts';
import { openDictionary, type Dictionary } from './dictionary.ts';
import { withS } from './endings.ts';
import { functionWord, halfContraction, weakContraction } from './function-words.ts';
import { heteronym } from './heteronyms.ts';
import { ipaToKokoro } from './ipa-to-kokoro.ts';
import { kokoroVowels, type Accent } from './kokoro-symbols.ts';
import { letterNames } from './letter-names.ts';
import { sentenceContexts, type Context } from './sentence-context.ts';
import { wordSounds, type Source, type WordSounds } from './sound-word.ts';
import { takeWord, type Taken } from './spelled-words.ts';
import { spokenForm, type SpokenForm } from './spoken-form.ts';

export type EnglishPronouncer = {
  /** One for each word, in order. The words are those of whole sentences: their neighbours decide how they sound. */
  readonly pronounce: (words: readonly SpokenWord[]) => readonly PronouncedWord[];
};

/** What is said of one word, before its punctuation is put round it. */
type Said = { readonly phonemes: string; readonly source: Source };

let dictionary: Dictionary | undefined;
/** Words remembered; a book has fewer. */
const mostRemembered = 60_000;

/** How English words sound in an accent. Reads the dictionary, 50 ms, the first time. Throws if its file can't be read. */
export function createEnglishPronouncer(accent: Accent): EnglishPronouncer {
  dictionary ??= openDictionary();
  const sounds = wordSounds(dictionary, accent);
  const inAccent = accent === 'US' ? americanSounds : britishSounds;
  const toKokoro = (sounded: Sounded): string => inAccent(settled(sounded));
  const remembered = new Map<string, Said>();
  const say = (word: string): Said => {
    const before = remembered.get(word);
    if (before !== undefined) return before;
    const { source, ...sounded } = sounds.sound(word);
    const said = { phonemes: toKokoro(sounded), source };
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(word, said);
    return said;
  };
  return {
    pronounce: (words) => pronounceAll(words, { accent, sounds, say, toKokoro }),
  };
}

type Voice = {
  readonly accent: Accent;
  readonly sounds: WordSounds;
  readonly say: (word: string) => Said;
  readonly toKokoro: (sounded: Sounded) => string;
};

function pronounceAll(words: readonly SpokenWord[], voice: Voice): readonly PronouncedWord[] {
  const forms = words.map((word) => spokenForm(word.text));
  const cores = forms.map(({ parts }) => parts.join('-'));
  const contextOf = sentenceContexts(
    words.map((word) => word.text),
    cores,
  );
  const pronounced: PronouncedWord[] = [];
  // From the end: "the" and a British "r" listen to what comes after them.
  let next: { readonly phonemes: string; readonly lead: string } | undefined;
  for (let index = words.length - 1; index >= 0; index--) {
    const word = words[index];
    const form = forms[index];
    if (word === undefined || form === undefined) continue;
    const follows = form.trail === '' && next?.lead === '' ? next.phonemes : undefined;
    const said = sayWord(word, form, contextOf(index), nextIsVowel(next?.phonemes), voice);
    const linked = links(said.phonemes, form, follows, voice.accent) ? 'ɹ' : '';
    pronounced.push({ phonemes: `${form.lead}${said.phonemes}${linked}${form.trail}`, source: said.source });
    if (said.phonemes !== '') next = { phonemes: said.phonemes, lead: form.lead };
  }
  return pronounced.reverse();
}

function nextIsVowel(phonemes: string | undefined): boolean | undefined {
  if (phonemes === undefined) return undefined;
  return kokoroVowels.has(phonemes.replace(/^[ˈˌ]/u, '').charAt(0));
}

/** "far away": a British r is heard before a vowel. */
function links(
  phonemes: string,
  { parts }: SpokenForm,
  follows: string | undefined,
  accent: Accent,
): boolean {
  if (accent !== 'GB' || nextIsVowel(follows) !== true) return false;
  return /[əː]$/u.test(phonemes) && /(?:r|re)$/i.test(parts.at(-1) ?? '');
}

function sayWord(
  word: SpokenWord,
  form: SpokenForm,
  context: Context,
  beforeVowel: boolean | undefined,
  voice: Voice,
): Said {
  if (word.ipa !== undefined)
    return { phonemes: ipaToKokoro(word.ipa, voice.accent).phonemes, source: 'author' };
  if (word.letters === true) return spell(form.parts.join(''), voice);
  const [only] = form.parts;
  if (only !== undefined && form.parts.length === 1) return sayPart(only, context, beforeVowel, voice);
  const whole = voice.sounds.known(form.parts.join('-').toLowerCase());
  if (whole !== undefined && form.joints.every((joint) => joint === '')) {
    return {
      phonemes: voice.toKokoro({ letters: form.parts.join('').toLowerCase(), phonemes: whole }),
      source: 'dictionary',
    };
  }
  // "U.S.": letters between full stops; else words joined by a hyphen.
  if (form.parts.length > 1 && form.parts.every((part) => /^\p{L}(?:'s)?$/u.test(part)))
    return spell(form.parts.join(''), voice);
  const said = form.parts.map((part) => sayPart(part, partContext(context, part), undefined, voice));
  const phonemes = said.map((part, index) => `${part.phonemes}${form.joints[index] ?? ''}`).join('');
  return { phonemes, source: weakest(said.map(({ source }) => source)) };
}

/** Inside a hyphenated word no neighbour tells anything, and small words keep their place in it. */
function partContext(context: Context, part: string): Context {
  return {
    ...context,
    word: part,
    near: () => '',
    written: () => '',
    tagged: () => undefined,
    initial: false,
    atPause: false,
  };
}

const fromSurest: readonly Source[] = ['dictionary', 'author', 'letters', 'derived', 'guessed'];

function weakest(sources: readonly Source[]): Source {
  return sources.reduce<Source>(
    (a, b) => (fromSurest.indexOf(b) > fromSurest.indexOf(a) ? b : a),
    'dictionary',
  );
}

function sayPart(core: string, context: Context, beforeVowel: boolean | undefined, voice: Voice): Said {
  const around = {
    shouted: isShouted(context),
    isKnown: (word: string) => voice.sounds.known(word) !== undefined,
  };
  const taken = core.length === 1 ? oneLetter(core, context) : takeWord(core, around);
  const [only] = taken;
  if (only !== undefined && taken.length === 1) {
    return only.letters
      ? spell(only.text, voice)
      : sayRunning(only.text.toLowerCase(), context, beforeVowel, voice);
  }
  const said = taken.map(({ letters, text }) =>
    letters ? spell(text, voice) : voice.say(text.toLowerCase()),
  );
  return {
    phonemes: said.map(({ phonemes }) => phonemes).join(''),
    source: weakest(said.map(({ source }) => source)),
  };
}

/** "a" and "I" are words, unless a capital "A" stands where no article can: "Plan A is". */
function oneLetter(core: string, context: Context): readonly Taken[] {
  const isWord =
    core === 'a' ||
    core === 'I' ||
    (core === 'A' && !context.atPause && (context.initial || /^\p{Lu}/u.test(context.written(1))));
  return [{ letters: /^[a-z]$/i.test(core) && !isWord, text: core }];
}

/** A word amid others that are all in capitals, or in a heading all in capitals. */
function isShouted(context: Context): boolean {
  const capitals = (steps: number): boolean => /^\p{Lu}{3,}$/u.test(context.written(steps));
  if (context.word === 'US' && context.written(-1) === 'THE') return false;
  const before = capitals(-1) || (context.written(-1).length < 3 && capitals(-2));
  const after = capitals(1) || (context.written(1).length < 3 && capitals(2));
  const small = (steps: number): boolean => /\p{Ll}/u.test(context.written(steps));
  return (before || after) && !small(-1) && !small(1);
}

function sayRunning(word: string, context: Context, beforeVowel: boolean | undefined, voice: Voice): Said {
  const alone = context.atPause && (context.initial || context.near(-1) === '');
  const standing = { atPause: context.atPause, alone };
  const reading = heteronym(word, voice.accent, context);
  if (reading !== undefined)
    return { phonemes: voice.toKokoro({ letters: word, phonemes: reading }), source: 'dictionary' };
  const small = functionWord(word, voice.accent, standing, beforeVowel);
  if (small !== undefined) return { phonemes: small, source: 'dictionary' };
  const said = voice.say(word);
  if (standing.atPause) return said;
  if (weakContraction.test(word)) return { ...said, phonemes: said.phonemes.replace(/[ˈˌ]/gu, '') };
  if (halfContraction.test(word)) return { ...said, phonemes: said.phonemes.replace('ˈ', 'ˌ') };
  return said;
}

/** Letters by their names, with a plural's or possessive's `s` said as such: `FBI's`, `URLs`. */
function spell(text: string, voice: Voice): Said {
  const [, letters = text, ending = ''] = /^(.*?\p{Lu}.*?|.)('?s)$/u.exec(text) ?? [];
  const names = letterNames(letters.normalize('NFD').replace(/[^\p{L}\d]/gu, ''), voice.accent);
  if (names.length === 0) return voice.say(text.toLowerCase());
  const phonemes = names.map((name, index) => {
    const ended: Arpabet = ending !== '' && index === names.length - 1 ? withS(name) : name;
    return voice.toKokoro({ letters: '-', phonemes: ended });
  });
  return { phonemes: phonemes.join(''), source: 'letters' };
}
