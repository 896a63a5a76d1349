/** The graph: how a publication becomes its editions. It reads like the picture in ARCHITECTURE.md. */
import path from 'node:path';
import { needSound, type Edition } from './editions.ts';
import type { StepEvent } from './engine/events.ts';
import { replaceFiles } from './engine/replace-files.ts';
import { runBuild } from './engine/run-build.ts';
import type { Store } from './engine/store.ts';
import { makeEpub } from './epub/make-epub.ts';
import type { PlacedFile, Tell } from './events.ts';
import type { Sound, SoundTools, TextBuild } from './graph/builds.ts';
import { portraitCover } from './graph/covers.ts';
import { checkLanguages, planBook, writeScript } from './graph/narrating.ts';
import { readBook, type Reading } from './graph/reading.ts';
import { recordBook } from './graph/recording.ts';
import type { Script } from './narration/script.ts';
import { ProblemDesk } from './problem-desk.ts';
import { placeOutputs, type Output } from './report/place-outputs.ts';
import type { Found } from './source/find-publications.ts';
import type { Publication } from './source/publication.ts';
import { publicationName } from './source/publication-name.ts';
import { version } from './version.ts';

export type { SoundTools };

export type PublicationOptions = {
  /** Gets a folder of the publication's name. */
  readonly out: string;
  readonly editions: ReadonlySet<Edition>;
  /** Codes of problems that are warnings for this build. */
  readonly allow: ReadonlySet<string>;
  readonly store: Store;
  /** How many utterances are spoken at once. */
  readonly jobs: number;
  /** There if sound is wanted. */
  readonly sound: SoundTools | undefined;
  readonly signal: AbortSignal;
  readonly tell: Tell;
};

/**
 * Builds the wanted editions of one publication and puts them in place together.
 *
 * @throws AuthorProblemsError with every problem of the author, if one of them is an error; nothing in `out` changed.
 * @throws StepError, StoreError and the like for failures of the world; nothing in `out` changed.
 */
export async function buildPublication(found: Found, options: PublicationOptions): Promise<void> {
  const { store, signal, tell, sound, editions, allow } = options;
  const name = publicationName(found);
  const desk = new ProblemDesk(name, allow, tell);
  const shared = {
    store,
    signal,
    onEvent: (step: StepEvent) => tell({ type: 'step', publication: name, step }),
  };
  if (sound && needSound(editions)) {
    await runBuild({ ...shared, tools: sound }, (build) =>
      publish(build, { build, tools: sound }, found, options, desk),
    );
  } else {
    await runBuild({ ...shared, tools: {} }, (build) => publish(build, undefined, found, options, desk));
  }
}

/** What will be spoken, without speaking it. */
export async function planScript(
  found: Found,
  { store, signal, tell, allow }: Pick<PublicationOptions, 'store' | 'signal' | 'tell' | 'allow'>,
): Promise<Script> {
  const desk = new ProblemDesk(publicationName(found), allow, tell);
  return runBuild({ store, signal, tools: {} }, async (build) => {
    const reading = await readBook(build, found, desk);
    return planBook(build, reading);
  });
}

async function publish(
  build: TextBuild,
  sound: Sound | undefined,
  found: Found,
  options: PublicationOptions,
  desk: ProblemDesk,
): Promise<void> {
  const { editions, tell } = options;
  const reading = await readBook(build, found, desk);
  tell({ type: 'opened', publication: reading.publication.slug, title: reading.book.title });
  const script = await planBook(build, reading);
  if (sound) {
    checkLanguages(sound.tools.voice, reading, script, desk);
    desk.stopOnErrors();
  }
  const { publication, book } = reading;
  tell({
    type: 'planned',
    publication: publication.slug,
    chapters: book.chapters.length,
    utterances: sound ? script.chapters.reduce((sum, { utterances }) => sum + utterances.length, 0) : 0,
  });
  // The book's text does not wait for its sound.
  const [epub, audio] = await Promise.all([
    editions.has('epub') ? bind(build, reading) : [],
    sound ? recordBook(sound, reading, script, options, desk) : [],
  ]);
  desk.stopOnErrors();
  const written = editions.has('script') ? [await writeScript(build, script)] : [];
  await place(build, publication, [...epub, ...audio, ...written], options);
}

async function bind(build: TextBuild, reading: Reading): Promise<readonly Output[]> {
  const { publication, book } = reading;
  const { metadata, slug } = publication;
  const { file } = await build.step(
    makeEpub,
    { book, metadata, slug, cover: await portraitCover(build, reading) },
    { label: slug },
  );
  return [{ name: `${slug}.epub`, edition: 'epub', blob: file, ...file, tools: { lectern: version } }];
}

async function place(
  build: TextBuild,
  { slug, metadata, folder: source }: Publication,
  outputs: readonly Output[],
  { out, tell, signal }: PublicationOptions,
): Promise<void> {
  const folder = path.join(out, slug);
  if (path.resolve(folder) === source)
    throw new Error(
      `The output would be written into the publication itself, at ${folder}: name another folder with --out.`,
    );
  await placeOutputs(folder, { publication: slug, title: metadata.title }, outputs, {
    blobs: build.blobs,
    replaceFiles,
    signal,
  });
  const files = outputs.map(({ name, bytes, seconds }): PlacedFile => ({
    name,
    bytes,
    ...(seconds !== undefined && { seconds }),
  }));
  tell({ type: 'placed', publication: slug, folder, files });
}
