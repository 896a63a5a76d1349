import { primaryLanguage } from '../language-tag.ts';
import { fixedByLexicon, type LexiconMatcher } from './apply-lexicon.ts';
import { wordEnglish } from './english/word-english.ts';
import { partOf, type Part } from './part.ts';
import { plainWording } from './plain-wording.ts';
import type { Span, Utterance } from './script.ts';
import type { FixedSpeech, RulesOff, SpokenWord } from './spoken-word.ts';

/** A stretch of the written text in one language and one voice. */
type Stretch = {
  readonly begin: number;
  readonly end: number;
  readonly language: string;
  readonly voice?: string | undefined;
  readonly pauseSeconds?: number | undefined;
};

/**
 * An utterance as it is spoken: its text cut where language or voice changes or the author wants silence, each part worded by
 * the rules of its language. The author's own wording goes before the lexicon's, and that before the rules.
 *
 * @returns no part that has neither a word nor silence
 */
export function wordUtterance(utterance: Utterance, lexicon: LexiconMatcher): readonly Part[] {
  const { text, spans = [] } = utterance;
  const parts: Part[] = [];
  for (const stretch of stretchesOf(utterance)) {
    const written = text.slice(stretch.begin, stretch.end);
    const words = wordStretch(written, stretch, spans, lexicon);
    takeLeadingSigns(written, parts);
    const part = partOf(words, stretch);
    const { pauseSeconds } = stretch;
    if (words.length > 0 || pauseSeconds !== undefined)
      parts.push(pauseSeconds === undefined ? part : { ...part, pauseSeconds });
  }
  return parts;
}

function wordStretch(
  written: string,
  { begin, end, language }: Stretch,
  spans: readonly Span[],
  lexicon: LexiconMatcher,
): readonly SpokenWord[] {
  const inside = <T extends { readonly begin: number; readonly end: number }>(stretch: T): T => ({
    ...stretch,
    begin: Math.max(stretch.begin, begin) - begin,
    end: Math.min(stretch.end, end) - begin,
  });
  const overlapping = spans.filter((span) => span.begin < end && span.end > begin);
  const fixed = overlapping
    .filter(({ say, ipa }) => say !== undefined || ipa !== undefined)
    .map(({ begin: from, end: to, say, letters, ipa }): FixedSpeech => ({
      ...inside({ begin: from, end: to }),
      ...(say !== undefined && { say }),
      ...(letters && { letters }),
      ...(ipa !== undefined && { ipa }),
    }));
  const off = overlapping.flatMap(({ begin: from, end: to, off: rules }): readonly RulesOff[] =>
    rules === undefined ? [] : [inside({ begin: from, end: to, rules })],
  );
  const byLexicon = fixedByLexicon(written, language, lexicon).filter(
    (match) => !fixed.some((own) => own.begin < match.end && own.end > match.begin),
  );
  const wording = primaryLanguage(language) === 'en' ? wordEnglish : plainWording;
  const words = wording(written, {
    language,
    fixed: [...fixed, ...byLexicon].sort((a, b) => a.begin - b.begin),
    off,
  });
  return words.map((word) => ({ ...word, begin: word.begin + begin, end: word.end + begin }));
}

/** Cuts the text where anything changes; neighbours that turn out alike are one. */
function stretchesOf({ text, language, voice, spans = [] }: Utterance): readonly Stretch[] {
  const cuts = new Set([0, text.length]);
  for (const { begin, end, language: own, voice: ownVoice, pauseSeconds } of spans) {
    if (own !== undefined || ownVoice !== undefined || pauseSeconds !== undefined) cuts.add(begin).add(end);
  }
  const places = [...cuts].sort((a, b) => a - b);
  const silences = new Map<number, number>();
  for (const { end, pauseSeconds } of spans)
    if (pauseSeconds !== undefined) silences.set(end, Math.max(silences.get(end) ?? 0, pauseSeconds));
  const stretches: Stretch[] = [];
  if (silences.has(0)) stretches.push({ begin: 0, end: 0, language, voice, pauseSeconds: silences.get(0) });
  for (const [index, begin] of places.slice(0, -1).entries()) {
    const end = places[index + 1] ?? text.length;
    const here: Stretch = {
      begin,
      end,
      language: innermost(spans, begin, end, (span) => span.language) ?? language,
      voice: innermost(spans, begin, end, (span) => span.voice) ?? voice,
      pauseSeconds: silences.get(end),
    };
    const last = stretches.at(-1);
    if (last?.pauseSeconds === undefined && last !== undefined && isOneSpeaker(last, here))
      stretches[stretches.length - 1] = { ...last, end, pauseSeconds: here.pauseSeconds };
    else stretches.push(here);
  }
  return stretches;
}

/** Regions of one language are told apart by no voice in the middle of a sentence. */
function isOneSpeaker(one: Stretch, other: Stretch): boolean {
  return primaryLanguage(one.language) === primaryLanguage(other.language) && one.voice === other.voice;
}

/** Spans come outer first, so the last one that covers the stretch is the innermost. */
function innermost<T>(
  spans: readonly Span[],
  begin: number,
  end: number,
  get: (span: Span) => T | undefined,
): T | undefined {
  return spans
    .filter((span) => span.begin <= begin && span.end >= end && get(span) !== undefined)
    .map(get)
    .at(-1);
}

/** "…in *Weltschmerz*, he said": the comma is heard at the word before it, though it stands in another stretch. */
function takeLeadingSigns(written: string, parts: Part[]): void {
  const last = parts.at(-1);
  const signs = /^[.,;:!?…—–”’)\]]+/u
    .exec(written)?.[0]
    .replace(/[’)\]]/gu, '')
    .replace(/–/gu, '—');
  if (last === undefined || last.text === '' || signs === undefined || signs === '') return;
  if (!/[.,;:!?…—]$/u.test(last.text)) parts[parts.length - 1] = { ...last, text: last.text + signs };
}
