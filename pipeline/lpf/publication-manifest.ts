import type { Json } from '../engine/json.ts';
import { isoDuration, milliseconds } from './duration.ts';
import type { LpfInput } from './lpf-input.ts';
import { entryPageName, type PackageFile, type PackageFiles } from './package-files.ts';

/** A date that the manifest may have: a whole one (Publication Manifest, 2.7.7), with or without a time. */
const wholeDate = /^\d{4}-\d{2}-\d{2}(T.*)?$/;

/** The manifest by the profile for audiobooks (https://www.w3.org/TR/audiobooks/, 5). */
export function publicationManifest(input: LpfInput, files: PackageFiles): Json {
  const { tags, identifier, modified, licence, direction = 'ltr' } = input;
  const { title, subtitle, authors, narrator, publisher, date, description, rights, language } = tags;
  const total = files.chapters.reduce((sum, { chapter }) => sum + milliseconds(chapter.seconds), 0);
  return {
    '@context': ['https://schema.org', 'https://www.w3.org/ns/pub-context', { language, direction }],
    conformsTo: 'https://www.w3.org/TR/audiobooks/',
    type: 'Audiobook',
    id: identifier,
    name: title,
    ...(subtitle !== undefined && { alternativeHeadline: subtitle }),
    ...(authors.length > 0 && { author: [...authors] }),
    ...(narrator !== undefined && { readBy: [narrator] }),
    ...(publisher !== undefined && { publisher: { type: 'Organization', name: publisher } }),
    inLanguage: language,
    readingProgression: direction,
    ...(date !== undefined && wholeDate.test(date) && { datePublished: date }),
    ...(modified !== undefined && wholeDate.test(modified) && { dateModified: modified }),
    ...(description !== undefined && { description }),
    ...(rights !== undefined && { copyrightNotice: rights }),
    ...(licence !== undefined && { license: licence }),
    duration: isoDuration(total),
    abridged: false,
    ...accessOf(files),
    readingOrder: files.chapters.map(({ chapter, audio, texts }) => ({
      ...resource(audio),
      name: chapter.title,
      duration: isoDuration(milliseconds(chapter.seconds)),
      ...(texts.length > 0 && { alternate: texts.map(resource) }),
    })),
    resources: [
      { type: 'LinkedResource', rel: 'contents', url: entryPageName, encodingFormat: 'text/html' },
      ...(files.cover && input.cover
        ? [{ ...resource(files.cover), rel: 'cover', name: input.cover.alternative }]
        : []),
      ...files.chapters.flatMap(({ texts }) => texts.map(resource)),
    ],
  };
}

/** `integrity` is a Subresource Integrity digest of the file's bytes. */
function resource({ name, mediaType, blob }: PackageFile) {
  const digest = Buffer.from(blob.sha256, 'hex').toString('base64');
  return { type: 'LinkedResource', url: name, encodingFormat: mediaType, integrity: `sha256-${digest}` };
}

/** What it takes to get all of it: ears are enough, and eyes too where all that is heard is also written. */
function accessOf({ chapters }: PackageFiles) {
  const isWritten = chapters.every(({ texts }) => texts.some(({ mediaType }) => mediaType === 'text/html'));
  const isCaptioned = chapters.every(({ texts }) => texts.some(({ mediaType }) => mediaType === 'text/vtt'));
  const ways = ['auditory', ...(isWritten ? ['textual'] : [])];
  return {
    accessMode: ways,
    accessModeSufficient: ways.map((way) => ({ type: 'ItemList', itemListElement: [way] })),
    accessibilityFeature: [
      'readingOrder',
      'tableOfContents',
      'unlocked',
      ...(isWritten ? ['transcript'] : []),
      ...(isCaptioned ? ['captions'] : []),
    ],
    accessibilityHazard: ['noFlashingHazard', 'noMotionSimulationHazard', 'noSoundHazard'],
  };
}
