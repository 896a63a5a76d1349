import type { Script } from './script.ts';

/** The script to read and review: a heading for every chapter, a line for every utterance. */
export function formatScript(script: Script): string {
  const chapters = script.chapters.map(({ title, utterances }) =>
    [
      `# ${title}`,
      '',
      ...utterances.map(({ role, text }) => `${role.padEnd(12)} ${text.replace(/\s*\n\s*/g, ' / ')}`),
    ].join('\n'),
  );
  return `${chapters.join('\n\n')}\n`;
}
