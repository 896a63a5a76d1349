import { z } from 'zod';
import { readYaml } from '../yaml.ts';
import { LexiconCollector, type ReadLexicon } from './collector.ts';

const word = z.union([z.string(), z.number().transform(String)], { error: 'should be text' });
const entry = z.strictObject(
  {
    say: word.optional(),
    ipa: z.string({ error: 'should be text' }).optional(),
    language: z.string({ error: 'should be a language tag' }).optional(),
    case: z.enum(['exact', 'any'], { error: 'should be exact or any' }).optional(),
  },
  { error: 'should be what to say, or an entry with say or ipa' },
);
/** A bare text is short for an entry, so that what is wrong in an entry is told as such. */
const short = z.preprocess(
  (value) => (typeof value === 'string' || typeof value === 'number' ? { say: value } : value),
  entry,
);
const lexiconSchema = z.record(z.string(), short, {
  error: 'should be lines of words, each followed by a colon and what to say',
});

/**
 * The simpler form of a lexicon: what to say for each word, or an entry.
 *
 *     nginx: engine x
 *     Kyiv: { ipa: ˈkiːjɪu }
 *     Reading: { ipa: ˈɹɛdɪŋ, case: exact }
 *     Chat: { say: shah, language: fr }
 *
 * @param language of the publication, where an entry names none
 */
export function readYamlLexicon(text: string, file: string, language: string): ReadLexicon {
  const { value, problems, placeOf } = readYaml({ file, text, firstLine: 1 }, lexiconSchema, []);
  if (value === undefined) return { entries: [], problems };
  const collector = new LexiconCollector();
  for (const [grapheme, about] of Object.entries(value)) {
    const { say, ipa, language: own, case: cased } = about;
    collector.take(
      {
        grapheme,
        language: own ?? language,
        ...(ipa === undefined ? { say } : { ipa }),
        ...(cased !== undefined && { exactCase: cased === 'exact' }),
      },
      placeOf([grapheme]),
    );
  }
  return collector;
}
