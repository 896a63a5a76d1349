/** The graph: how a publication becomes its editions. It reads like the picture in ARCHITECTURE.md. */
import type { Delivery } from './audio/quality/delivery.ts';
import type { BuiltEpub } from './check/report/build-report.ts';
import { needEncoding, needSound, type Edition } from './editions.ts';
import type { StepEvent } from './engine/events.ts';
import { runBuild } from './engine/run-build.ts';
import type { Store } from './engine/store.ts';
import type { Cover, ReadAloud } from './epub/epub-input.ts';
import { makeEpub } from './epub/make-epub.ts';
import type { Tell } from './events.ts';
import { planAddedPages } from './graph/added-pages.ts';
import type { Sound, SoundTools, TextBuild } from './graph/builds.ts';
import { captionBook } from './graph/captioning.ts';
import { portraitCover, squareCover } from './graph/covers.ts';
import { checkBook } from './graph/checking.ts';
import { reportOf, type Evidence } from './graph/reporting.ts';
import { castBook, wantedParts, type Cast, type WantedPart } from './graph/casting.ts';
import { installVoices } from './graph/installing.ts';
import { measureAhead } from './graph/levelling.ts';
import { planBook, writeScript } from './graph/narrating.ts';
import { placeBook } from './graph/placing.ts';
import { pronounceBook } from './graph/pronouncing.ts';
import { readBook, type Reading } from './graph/reading.ts';
import { readSource } from './graph/read-source.ts';
import { readAloudOf } from './graph/reading-aloud.ts';
import { encodeBook } from './graph/audio-editions.ts';
import { encodeForEpub, heardBook, overlayDelivery } from './graph/heard-book.ts';
import { planPodcast, type PodcastPlan } from './graph/podcast-plan.ts';
import { recordBook } from './graph/recording.ts';
import { scaleImages } from './graph/scaling.ts';
import { refuseTooLarge, sizeOf } from './graph/sizing.ts';
import { installRecogniser } from './graph/verifying.ts';
import type { WordedScript } from './narration/word-chapter.ts';
import { addressOf } from './podcast/addresses.ts';
import { ProblemDesk } from './problem-desk.ts';
import type { Output } from './report/place-outputs.ts';
import { baseUrlOf } from './source/authored-podcast.ts';
import type { Found } from './source/find-publications.ts';
import type { PronouncedChapter } from './speech/pronounce-chapter.ts';
import type { Recogniser } from './speech/recogniser/open-recogniser.ts';
import type { SpeechTools } from './speech/tools.ts';
import { publicationName } from './source/publication-name.ts';
import type { ReadPublication } from './source/read-publication.ts';
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
  /** There if what was spoken is to be heard again, so that the author is told where other words were heard. */
  readonly recogniser?: Recogniser | undefined;
  /** Whether more will be spoken by the same voices soon: they are then kept ready, and the memory that they hold with them. */
  readonly voicesStay?: boolean;
  /** Who narrates, by id or name: over what the publication says, and over the default voice. */
  readonly voice?: string | undefined;
  /** Where the folder of all outputs will be served from, for the podcast's feed: over what publications say. */
  readonly baseUrl?: string | undefined;
  readonly signal: AbortSignal;
  readonly tell: Tell;
};

/** What a build made, and of what beside the texts. */
export type Built = {
  readonly reading: Reading;
  readonly outputs: readonly Output[];
  /** There if the book was spoken: what the voices were asked for, and who they are. */
  readonly spoken?: { readonly parts: readonly WantedPart[]; readonly cast: Cast };
};

/**
 * Builds the wanted editions of one publication and puts them in place together.
 *
 * @param source its texts
 * @throws AuthorProblemsError with every problem of the author, if one of them is an error; nothing in `out` changed.
 * @throws StepError, StoreError and the like for failures of the world; nothing in `out` changed.
 */
export function buildEditions(
  name: string,
  source: ReadPublication,
  options: PublicationOptions,
): Promise<Built> {
  const { store, signal, tell, sound, recogniser, editions, allow } = options;
  const desk = new ProblemDesk(name, allow, tell);
  const shared = {
    store,
    signal,
    onEvent: (step: StepEvent) => tell({ type: 'step', publication: name, step }),
  };
  if (sound && recogniser && needSound(editions)) {
    return runBuild({ ...shared, tools: { ...sound, recogniser } }, (build) =>
      publish(build, { build, tools: sound, hearing: { build, recogniser } }, source, options, desk),
    );
  }
  if (sound && needSound(editions)) {
    return runBuild({ ...shared, tools: sound }, (build) =>
      publish(build, { build, tools: sound }, source, options, desk),
    );
  }
  return runBuild({ ...shared, tools: {} }, (build) => publish(build, undefined, source, options, desk));
}

export type ScriptOptions = Pick<PublicationOptions, 'store' | 'signal' | 'tell' | 'allow' | 'voice'> & {
  readonly speech: SpeechTools;
  /** Also how every word sounds, for voices that take phonemes. */
  readonly phonemes: boolean;
};

export type PlannedScript = {
  readonly script: WordedScript;
  /** Who would speak what. */
  readonly cast: Cast;
  /** Chapter by chapter, where phonemes were asked for. */
  readonly pronounced?: readonly PronouncedChapter[];
};

/** What will be spoken, by whom, and if wanted how, without speaking it. */
export async function planScript(
  found: Found,
  { store, signal, tell, allow, voice, speech, phonemes }: ScriptOptions,
): Promise<PlannedScript> {
  const desk = new ProblemDesk(publicationName(found), allow, tell);
  return runBuild({ store, signal, tools: { speech } }, async (build) => {
    const reading = await readBook(build, await readSource(found), desk);
    const script = await planBook(build, reading);
    const cast = await castBook(speech, voice, reading.publication, wantedParts(script), desk);
    return { script, cast, ...(phonemes && { pronounced: await pronounceBook(build, script, cast) }) };
  });
}

async function publish(
  build: TextBuild,
  sound: Sound | undefined,
  source: ReadPublication,
  options: PublicationOptions,
  desk: ProblemDesk,
): Promise<Built> {
  const { editions, tell } = options;
  const reading = await readBook(build, source, desk);
  tell({ type: 'opened', publication: reading.publication.slug, title: reading.book.title });
  // Drawn while the script is planned, and before the voices take their memory; who needs it then finds it in the store. If it fails,
  // the build knows.
  if (sound && needEncoding(editions)) squareCover(sound.build, reading).catch(() => undefined);
  const printed = editions.has('epub') ? await scaleImages(build, reading, desk) : reading;
  // A book of text alone needs no script, and planning one takes longer than making the book.
  const podcast =
    sound !== undefined && editions.has('podcast')
      ? await podcastPlan(build, reading, options, desk)
      : undefined;
  const script =
    sound !== undefined || editions.has('script') ? await planBook(build, reading) : { chapters: [] };
  const made = await (sound === undefined
    ? withoutSound(build, printed, options, desk)
    : withSound(build, sound, { reading, printed, podcast }, script, options, desk));
  const report = await reportOf(build, reading, made, desk);
  desk.stopOnErrors();
  const written = editions.has('script') ? [await writeScript(build, script)] : [];
  // What people came for first.
  const outputs = [...made.outputs, ...written, ...report];
  await placeBook(build.blobs, reading.publication, outputs, options);
  return { reading, outputs, ...(made.spoken && { spoken: made.spoken }) };
}

/** An address that was given names the folder of all outputs; the publication's lies in it. */
async function podcastPlan(
  build: TextBuild,
  reading: Reading,
  { baseUrl, tell }: PublicationOptions,
  desk: ProblemDesk,
): Promise<PodcastPlan | undefined> {
  const { slug, settings } = reading.publication;
  const own = baseUrl === undefined ? undefined : addressOf(baseUrlOf(baseUrl), slug);
  const plan = await planPodcast(build, reading, desk, { baseUrl: own, tell });
  // Without a feed, and where the author says nothing of a podcast, its files would be those of the audiobook once more.
  return plan.baseUrl === undefined && settings.podcast === undefined ? undefined : plan;
}

async function withoutSound(
  build: TextBuild,
  reading: Reading,
  { editions, tell }: PublicationOptions,
  desk: ProblemDesk,
): Promise<Evidence & Pick<Built, 'spoken'>> {
  const { publication, book } = reading;
  tell({ type: 'planned', publication: publication.slug, chapters: book.chapters.length, utterances: 0 });
  if (!editions.has('epub')) return { outputs: [], deliveries: [] };
  const cover = await portraitCover(build, reading);
  refuseTooLarge(sizeOf(reading, cover), reading, desk);
  const { output, epub } = await bind(build, reading, desk, cover);
  return { outputs: [output], epub, deliveries: [] };
}

/** Who speaks, how it sounds, the sound itself; then what is made of it. `printed` is the book as the EPUB shows it. */
async function withSound(
  build: TextBuild,
  sound: Sound,
  {
    reading,
    printed,
    podcast,
  }: { readonly reading: Reading; readonly printed: Reading; readonly podcast: PodcastPlan | undefined },
  script: WordedScript,
  options: PublicationOptions,
  desk: ProblemDesk,
): Promise<Evidence & Pick<Built, 'spoken'>> {
  const { publication, book } = reading;
  const { editions, jobs } = options;
  const { speech } = sound.tools;
  const cover = editions.has('epub') ? await portraitCover(build, printed) : undefined;
  const readsAloud = cover !== undefined && publication.settings.narration.readAloud !== 'none';
  const added = readsAloud ? await planAddedPages(build, printed, cover) : { chapters: [] };
  const whole = { chapters: [...added.chapters, ...script.chapters] };
  if (cover) refuseTooLarge(sizeOf(printed, cover, readsAloud ? whole : undefined), printed, desk);
  const parts = wantedParts(whole);
  const cast = await castBook(speech, options.voice, publication, parts, desk);
  desk.stopOnErrors();
  await installVoices(speech, cast, publication.slug, options);
  if (sound.hearing) await installRecogniser(sound.hearing, publication.slug, options);
  const pronounced = await pronounceBook(sound.build, whole, cast);
  options.tell({
    type: 'planned',
    publication: publication.slug,
    chapters: book.chapters.length,
    utterances: pronounced.flatMap(({ utterances }) => utterances.flatMap(({ lines }) => lines)).length,
    voice: cast.narrator.id,
  });
  const whenCounted = readsAloud || needEncoding(editions) ? measureAhead(sound.build) : undefined;
  const recorded = { ...options, whenCounted };
  const recording = await recordBook(sound, reading, whole, pronounced, cast, recorded, desk);
  if (options.voicesStay !== true) await speech.rest();
  const inBook = { ...recording, chapters: recording.chapters.slice(added.chapters.length) };
  const heard = heardBook(
    sound.build,
    inBook.chapters,
    recording.chapters.slice(0, added.chapters.length),
    (chunks) => options.tell({ type: 'encoding', publication: publication.slug, chunks }),
  );
  const makeEbook = async (): Promise<BoundEpub | undefined> => {
    if (cover === undefined) return undefined;
    if (!readsAloud) return bind(build, printed, desk, cover);
    const pages = await encodeForEpub(heard);
    const bound = await bind(
      build,
      printed,
      desk,
      cover,
      await readAloudOf(sound, printed, whole, pages, jobs),
    );
    return { ...bound, delivery: overlayDelivery(bound.output, pages) };
  };
  const [audio, captions, ebook] = await Promise.all([
    encodeBook(sound, reading, { recording: inBook, heard, script, editions, podcast }, desk),
    captionBook(build, reading, script, inBook.chapters, editions),
    makeEbook(),
  ]);
  return {
    outputs: [...(ebook ? [ebook.output] : []), ...audio.outputs, ...captions],
    ...(ebook && { epub: ebook.epub }),
    deliveries: [...(ebook?.delivery ? [ebook.delivery] : []), ...audio.deliveries],
    spoken: { parts, cast },
  };
}

type BoundEpub = { readonly output: Output; readonly epub: BuiltEpub; readonly delivery?: Delivery };

async function bind(
  build: TextBuild,
  reading: Reading,
  desk: ProblemDesk,
  cover: Cover,
  readAloud?: ReadAloud,
): Promise<BoundEpub> {
  const { publication, book } = reading;
  const { metadata, slug } = publication;
  const { file } = await build.step(
    makeEpub,
    { book, metadata, slug, cover, ...(readAloud && { readAloud }) },
    { label: slug },
  );
  return {
    output: { name: `${slug}.epub`, edition: 'epub', blob: file, ...file, tools: { lectern: version } },
    epub: await checkBook(build, reading, file, desk),
  };
}
