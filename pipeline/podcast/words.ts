import { primaryLanguage } from '../language-tag.ts';

/** What a feed says in words of its own. */
export type PodcastWords = {
  /** Over the way to give money. */
  readonly support: string;
  /** The episode that holds the whole book, beside those of its chapters. */
  readonly complete: (title: string) => string;
};

const english: PodcastWords = {
  support: 'Support this work',
  complete: (title) => `${title} (complete)`,
};
const byLanguage: Readonly<Record<string, PodcastWords>> = {
  en: english,
  de: { support: 'Dieses Werk unterstützen', complete: (title) => `${title} (vollständig)` },
  fr: { support: 'Soutenir cette œuvre', complete: (title) => `${title} (intégral)` },
  es: { support: 'Apoyar esta obra', complete: (title) => `${title} (completo)` },
};

/** @param language BCP 47; English in languages that Lectern does not speak of itself in */
export function podcastWords(language: string): PodcastWords {
  return byLanguage[primaryLanguage(language)] ?? english;
}
