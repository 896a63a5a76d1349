import type { Span } from './script.ts';

/** A text as it is written, and what its author says of how it is spoken. Its white space is single spaces, and none at the ends. */
export type Spoken = { readonly text: string; readonly spans: readonly Span[] };

export function plainly(text: string): Spoken {
  return { text, spans: [] };
}

/** Two texts as one; the first brings the space between them, if there is to be one. */
export function joinSpoken(first: Spoken, second: Spoken): Spoken {
  const by = first.text.length;
  return {
    text: first.text + second.text,
    spans: [
      ...first.spans,
      ...second.spans.map((span) => ({ ...span, begin: span.begin + by, end: span.end + by })),
    ],
  };
}

/** The first `length` of a text. */
export function beginningOf({ text, spans }: Spoken, length: number): Spoken {
  return {
    text: text.slice(0, length),
    spans: spans
      .filter(({ begin }) => begin < length)
      .map((span) => ({ ...span, end: Math.min(span.end, length) })),
  };
}

/** What has neither letter nor digit cannot be said: a lone dash, a row of dots; unless it is a picture or the author tells how. */
export function isSpeakable({ text, spans }: Spoken): boolean {
  return (
    /[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]/u.test(text) ||
    spans.some(({ say, ipa }) => say !== undefined || ipa !== undefined)
  );
}

/** Signs that a sentence has around the one word that it consists of. */
const around = /^[\s.,;:!?…"'“”‘’«»‹›()[\]—–-]*$/u;

/**
 * Whose language, and whose voice, a text has as a whole: that of the innermost span that holds all its words. Such spans
 * say no more than that, and are gone from what is left.
 */
export function wholeOf(spoken: Spoken): {
  readonly language?: string;
  readonly voice?: string;
  readonly spans: readonly Span[];
} {
  const { text, spans } = spoken;
  const isWhole = ({ begin, end }: Span): boolean =>
    end > begin && around.test(text.slice(0, begin)) && around.test(text.slice(end));
  const whole = spans.filter(isWhole);
  const language = whole.findLast((span) => span.language !== undefined)?.language;
  const voice = whole.findLast((span) => span.voice !== undefined)?.voice;
  const left = spans.flatMap((span): readonly Span[] => {
    if (!whole.includes(span)) return [span];
    const { language: _language, voice: _voice, ...rest } = span;
    return Object.keys(rest).length > 2 ? [rest] : [];
  });
  return {
    ...(language !== undefined && { language }),
    ...(voice !== undefined && { voice }),
    spans: left,
  };
}
