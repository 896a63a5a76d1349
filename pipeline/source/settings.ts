/** What an author may set about how a publication is made and spoken. */
import { z } from 'zod';

export const settingsSchema = z.strictObject({
  narration: z.strictObject({
    /** Code blocks: announced and read, announced only, or left out. */
    code: z.enum(['read', 'announce', 'skip']),
    /** Where a note is spoken: never inside the sentence that refers to it. */
    notes: z.enum(['after-paragraph', 'end-of-chapter']),
    /** Who narrates, by the name of a voice. */
    voice: z.string().min(1).exactOptional(),
    /** Who speaks block quotations. */
    quotationVoice: z.string().min(1).exactOptional(),
  }),
});
export type Settings = z.output<typeof settingsSchema>;
