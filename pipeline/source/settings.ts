/** What an author may set about how a publication is made and spoken. */
import { z } from 'zod';
import { podcastSettingsSchema } from './podcast-settings.ts';

export const settingsSchema = z.strictObject({
  /** Which lists the contents page has beside the contents. */
  lists: z.array(z.enum(['figures', 'tables'])).exactOptional(),
  /** Where notes stand: at the end of the chapter that refers to them, or all of them in a chapter of their own. */
  notes: z.enum(['chapter', 'book']).exactOptional(),
  /** What abbreviations stand for, by their letters. */
  abbreviations: z.record(z.string(), z.string()).exactOptional(),
  /** Pictures in the EPUB whose longer side has more pixels than `largest` are scaled down to it. */
  images: z.strictObject({ largest: z.int().positive() }).exactOptional(),
  /** There if the author says anything of a podcast. */
  podcast: podcastSettingsSchema.exactOptional(),
  narration: z.strictObject({
    /** Code blocks: announced and read, announced only, or left out. */
    code: z.enum(['read', 'announce', 'skip']),
    /** Where a note is spoken: never inside the sentence that refers to it. */
    notes: z.enum(['after-paragraph', 'end-of-chapter']),
    /** What the EPUB reads aloud and shows as it is heard: by sentences, by words, or nothing, for a book of text alone. */
    readAloud: z.enum(['sentence', 'word', 'none']),
    /** Who narrates, by the name of a voice. */
    voice: z.string().min(1).exactOptional(),
    /** Who speaks block quotations. */
    quotationVoice: z.string().min(1).exactOptional(),
    /** How deep the marks of the audiobook go: 1, as where it is absent, for chapters alone; 2 for their sections too. */
    chapterDepth: z.int().min(1).max(6).exactOptional(),
  }),
});
export type Settings = z.output<typeof settingsSchema>;
