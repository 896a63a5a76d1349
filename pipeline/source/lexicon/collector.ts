import { holdable } from '../../holdable.ts';
import { faultInIpa } from '../../ipa.ts';
import { languageTag } from '../../language-tag.ts';
import type { Place, Problem } from '../../problem.ts';
import { problems } from '../../problems.ts';
import type { LexiconEntry } from './lexicon.ts';

export type ReadLexicon = {
  readonly entries: readonly LexiconEntry[];
  readonly problems: readonly Problem[];
};

/** What an author wrote of one word, before it is judged. */
export type WrittenEntry = {
  readonly grapheme: string;
  readonly language: string;
  readonly say?: string | undefined;
  readonly ipa?: string | undefined;
  readonly exactCase?: boolean | undefined;
};

/** Judges entries as they are read, and keeps those that can be used. */
export class LexiconCollector implements ReadLexicon {
  readonly entries: LexiconEntry[] = [];
  readonly problems: Problem[] = [];
  readonly #known = new Set<string>();

  take(written: WrittenEntry, place: Place): void {
    const language = languageTag(written.language);
    const grapheme = tidy(written.grapheme);
    const say = written.say === undefined ? undefined : tidy(written.say);
    const ipa = written.ipa === undefined ? undefined : tidy(written.ipa);
    if (!/[\p{L}\p{N}\p{S}]/u.test(grapheme)) {
      this.problems.push(problems.lexiconWordEmpty(place));
      return;
    }
    if (say !== undefined && !/[\p{L}\p{N}]/u.test(say)) {
      this.problems.push(problems.lexiconSoundMissing(place, grapheme));
      return;
    }
    if (ipa !== undefined) {
      const fault = faultInIpa(ipa);
      if (fault !== undefined) {
        this.problems.push(problems.ipaWrong(place, ipa, fault));
        return;
      }
    } else if (say === undefined) {
      this.problems.push(problems.lexiconSoundMissing(place, grapheme));
      return;
    }
    if (language === undefined) {
      this.problems.push(problems.languageTagWrong(place, written.language));
      return;
    }
    // "US" is not "us", "GNU" not "gnu": a capital inside a word tells that case matters.
    const exactCase = written.exactCase ?? /[\p{L}\p{N}]\p{M}*\p{Lu}/u.test(grapheme);
    const key = `${language} ${exactCase ? grapheme : grapheme.toLowerCase()}`;
    if (this.#known.has(key)) {
      this.problems.push(problems.lexiconTwice(place, grapheme));
      return;
    }
    this.#known.add(key);
    this.entries.push({
      grapheme,
      language,
      ...(ipa === undefined ? { say: say ?? '' } : { ipa }),
      exactCase,
    });
  }
}

function tidy(text: string): string {
  return holdable(text).replace(/\s+/gu, ' ').trim();
}
