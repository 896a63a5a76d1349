import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { primaryLanguage } from '../language-tag.ts';
import { wordEnglish } from '../narration/english/word-english.ts';
import { plainWording } from '../narration/plain-wording.ts';
import { pronounceWords } from '../speech/pronounce-words.ts';
import type { Voice } from '../speech/engine.ts';
import { writeWave } from '../speech/riff.ts';
import { defaultVoice, draftVoice, type SpeechTools } from '../speech/tools.ts';
import { openSpeech } from './workplace.ts';
import { size } from './words.ts';

/** `lectern voices`: every voice that can speak here, a line each. */
export async function voicesCommand(options: { readonly json?: boolean }): Promise<void> {
  const speech = openSpeech({ jobs: 1 }, process.env);
  try {
    const voices = await speech.voices();
    const described = voices.map((voice) => ({ ...voice, timings: speech.engineOf(voice.id).timings }));
    if (options.json) {
      process.stdout.write(`${JSON.stringify(described)}\n`);
      return;
    }
    const width = Math.max(...voices.map(({ id }) => id.length));
    for (const voice of described) process.stdout.write(`${lineOf(voice, width)}\n`);
  } finally {
    await speech.dispose();
  }
}

function lineOf(voice: Voice & { readonly timings: string }, width: number): string {
  const { id, languages, description, sampleRate, licence, needs, timings } = voice;
  const notes = [
    languages.join(' '),
    ...(description === undefined ? [] : [description]),
    `${sampleRate} Hz`,
    licence,
    timings === 'none' ? 'no timings of its own' : `times by ${timings}`,
    ...(needs === undefined
      ? []
      : [needs.installed ? 'installed' : `to be fetched, ${size(needs.downloadBytes)}`]),
    ...(id === defaultVoice ? ['the default'] : []),
    ...(id === draftVoice ? ['the draft voice'] : []),
  ];
  return `${id.padEnd(width)}  ${notes.join('; ')}`;
}

/** `lectern voices install NAME`: `kokoro` is all of its voices. */
export async function installVoiceCommand(name: string, signal: AbortSignal): Promise<void> {
  const speech = openSpeech({ jobs: 1 }, process.env);
  try {
    const voice = await speech.voice(name === 'kokoro' ? defaultVoice : name);
    if (voice.needs?.installed !== false) {
      process.stdout.write(`${name} is installed.\n`);
      return;
    }
    await install(speech, voice, signal);
    process.stdout.write(`${name} is installed now.\n`);
  } finally {
    await speech.dispose();
  }
}

async function install(speech: SpeechTools, voice: Voice, signal: AbortSignal): Promise<void> {
  let told = 0;
  await speech.engineOf(voice.id).install?.({
    signal,
    progress: (done, total) => {
      const tenths = total > 0 ? Math.floor((done / total) * 10) : 0;
      if (tenths <= told) return;
      told = tenths;
      process.stderr.write(`Fetching ${voice.engine}: ${tenths * 10} per cent of ${size(total)}.\n`);
    },
  });
}

/** What a voice says of itself, in its own language where Lectern has the words. */
const sampleTexts: Readonly<Record<string, string>> = {
  en: 'This is how I read. On October 1, 2022, the ferry to the island cost $4.50, and Dr. Lee said: “Is that so?”',
  de: 'So lese ich. Die Fähre zur Insel legt um neun Uhr ab.',
  fr: 'Voici comment je lis. Le bateau pour l’île part à neuf heures.',
  es: 'Así es como leo. El barco a la isla sale a las nueve.',
  it: 'Ecco come leggo. Il battello per l’isola parte alle nove.',
  pt: 'É assim que eu leio. O barco para a ilha sai às nove horas.',
};

/** `lectern voices sample NAME`: writes a WAV file. A voice that is not installed is installed first. */
export async function sampleVoiceCommand(
  name: string,
  options: { readonly out?: string },
  signal: AbortSignal,
): Promise<void> {
  const speech = openSpeech({ jobs: 1 }, process.env);
  try {
    const voice = await speech.voice(name);
    if (voice.needs?.installed === false) await install(speech, voice, signal);
    const language = voice.languages[0] ?? 'en';
    const written = sampleTexts[primaryLanguage(language)] ?? `${voice.name}. 1, 2, 3, 4, 5.`;
    const wording = language.startsWith('en') ? wordEnglish : plainWording;
    const words = wording(written, { language, fixed: [], off: [] });
    const sound = await pronounceWords(speech, voice.id, language, words, signal);
    const spoken = await speech
      .engineOf(voice.id)
      .synthesize({ ...sound, language, voice: voice.id }, signal);
    const file = path.resolve(options.out ?? `${voice.name.replace(/[^\p{L}\p{N}_-]+/gu, '-')}.wav`);
    await writeFile(file, writeWave(spoken));
    process.stdout.write(`${file}\n`);
  } finally {
    await speech.dispose();
  }
}
