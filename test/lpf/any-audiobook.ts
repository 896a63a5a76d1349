import type { LpfInput } from '../../pipeline/lpf/lpf-input.ts';
import type { MemoryBlobs } from '../epub/memory-blobs.ts';

/** Three chapters, the second with sections, all with texts; a cover. */
export function anyAudiobook(blobs: MemoryBlobs): LpfInput {
  const text = (content: string, mediaType: 'text/html' | 'text/vtt') => ({ text: blobs.put(content), mediaType });
  const chapter = (number: number, title: string, seconds: number) => ({
    id: `ch-${number}`,
    title,
    audio: blobs.put(Buffer.alloc(200_000 + number, number)),
    mediaType: 'audio/mp4' as const,
    seconds,
    texts: [text(`<p>${number} ${'words '.repeat(500)}</p>`, 'text/html'), text('WEBVTT\n', 'text/vtt')],
  });
  return {
    tags: {
      title: 'The Ferry & the <Island>',
      subtitle: 'A Journey',
      authors: ['Jane Doe', 'Diane Francis'],
      narrator: 'Kokoro (a synthetic voice)',
      publisher: 'Harbour Press',
      date: '2026-10-01',
      description: 'A journey in “three” chapters.',
      rights: '© 2026 Jane Doe',
      language: 'en-GB',
    },
    identifier: 'urn:uuid:7bbb6f0c-1f2f-4d6e-9a58-0d4a8c7ad1c1',
    modified: '2026-11-26T00:00:00Z',
    licence: 'https://creativecommons.org/licenses/by/4.0/',
    chapters: [
      chapter(1, 'Arrival', 12.3456),
      {
        ...chapter(2, 'Night & "Day" </a><script>', 0.1),
        sections: [
          { title: 'Dusk', beginSeconds: 0, level: 2 },
          { title: 'Stars', beginSeconds: 0.02, level: 3 },
          { title: 'Moon', beginSeconds: 0.04, level: 3 },
          { title: 'Dawn', beginSeconds: 0.08, level: 2 },
        ],
      },
      chapter(3, 'نهاية', 3600.2),
    ],
    cover: { image: blobs.put('jpeg'), mediaType: 'image/jpeg', alternative: 'A ferry at night' },
    words: { contents: 'Contents' },
  };
} // prettier-ignore
