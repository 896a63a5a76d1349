import { defaultVoice } from '../speech/tools.ts';
import { openSpeech } from './workplace.ts';

/** `lectern voices`: every voice that can speak here, a line each. */
export async function voicesCommand(options: { readonly json?: boolean }): Promise<void> {
  const speech = openSpeech(1);
  try {
    const voices = await speech.voices();
    if (options.json) {
      process.stdout.write(`${JSON.stringify(voices)}\n`);
      return;
    }
    const width = Math.max(...voices.map(({ id }) => id.length));
    for (const { id, languages, sampleRate, licence } of voices) {
      const note = id === defaultVoice ? ', the default' : '';
      process.stdout.write(
        `${id.padEnd(width)}  ${languages.join(', ')}, ${sampleRate} Hz, ${licence}${note}\n`,
      );
    }
  } finally {
    await speech.dispose();
  }
}
