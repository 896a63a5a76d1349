/**
 * A build that would read, ask and make just what the last one did need not run. Steps remember their results one by one, and to
 * recall them all takes longer the longer the book is; a receipt speaks for the whole.
 */
import type { Built, PublicationOptions } from '../build.ts';
import { isDamage } from '../engine/damaged-entry.ts';
import { sha256 } from '../engine/digest.ts';
import { canonicalJson, type Json } from '../engine/json.ts';
import type { Store } from '../engine/store.ts';
import type { BuildEvent } from '../events.ts';
import { ProblemDesk } from '../problem-desk.ts';
import { programIdentity } from '../program-identity.ts';
import { receiptSchema, type Receipt, type Told } from '../report/receipt.ts';
import type { Publication } from '../source/publication.ts';
import { readImages, type ImageUse, type ReadImages } from '../source/read-images.ts';
import type { ReadPublication } from '../source/read-publication.ts';
import type { SpeechTools } from '../speech/tools.ts';
import { castBook, type Cast, type WantedPart } from './casting.ts';
import { placeBook } from './placing.ts';
import { identitiesOf } from './speaking.ts';

/**
 * A receipt is good for a day. Recalling a step notes that it was used, once a day, and what nobody uses is forgotten: a book whose
 * receipts were all that is read would one day be spoken anew for one sentence.
 */
const goodMilliseconds = 24 * 60 * 60 * 1000;

type Asked = Pick<PublicationOptions, 'editions' | 'allow' | 'baseUrl' | 'voice' | 'sound' | 'recogniser'>;

/** What a build is made of that is known before it begins; undefined where there will be no receipt. */
export function receiptKey(source: ReadPublication, asked: Asked): string | undefined {
  const { editions, allow, baseUrl, voice, sound, recogniser } = asked;
  // What the recogniser heard is asked for to be told, each time.
  if (recogniser !== undefined) return undefined;
  return sha256(
    canonicalJson({
      receipt: 1,
      program: programIdentity(),
      source,
      editions: [...editions].sort(),
      allow: [...allow].sort(),
      baseUrl,
      voice,
      ffmpeg: sound?.ffmpeg.identity,
    }),
  );
}

/** Writes down what a build that has succeeded made, told and asked. Nothing is asked here again: it may have changed meanwhile. */
export async function writeReceipt(
  store: Store,
  key: string,
  { reading: { pictures }, outputs, spoken }: Built,
  { events, artwork, speech }: { readonly events: readonly BuildEvent[]; readonly artwork: string; readonly speech: SpeechTools | undefined }, // prettier-ignore
): Promise<void> {
  const receipt: Receipt = {
    writtenMilliseconds: Date.now(),
    told: events.flatMap(lastingOf),
    images: { uses: [...pictures.uses], sha256: digestOf(pictures.read) },
    artwork,
    ...(spoken &&
      speech && {
        voices: { parts: [...spoken.parts], sha256: await digestOfCast(speech, spoken.cast) },
      }),
    outputs: outputs.map(({ blob: _blob, ...file }) => file),
  };
  await store.records.write(key, JSON.parse(canonicalJson(receipt)) as Json);
}

/**
 * Puts in place what the last build made, if it would be made again.
 *
 * @returns whether that was so; if not, nothing was told and nothing changed
 */
export async function placeByReceipt(
  key: string,
  publication: Publication,
  options: PublicationOptions,
): Promise<boolean> {
  const { store, tell } = options;
  const { data: receipt } = receiptSchema.safeParse(await store.records.read(key));
  if (receipt === undefined || !(await isGood(receipt, publication, options))) return false;
  const outputs = receipt.outputs.map((file) => ({
    ...file,
    blob: { sha256: file.sha256, bytes: file.bytes },
  }));
  const placed: BuildEvent[] = [];
  try {
    await placeBook(store.blobs, publication, outputs, { ...options, tell: (event) => placed.push(event) });
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  }
  const about = { publication: publication.slug };
  for (const told of receipt.told) tell({ ...told, ...about });
  tell({ type: 'unchanged', ...about });
  placed.forEach(tell);
  return true;
}

/** What is true of the result, and not of how it came about. */
function lastingOf(event: BuildEvent): readonly Told[] {
  if (event.type === 'opened') return [{ type: event.type, title: event.title }];
  if (event.type === 'problem') return [{ type: event.type, problem: event.problem }];
  return event.type === 'noted' ? [{ type: event.type, note: event.note }] : [];
}

async function isGood(
  { writtenMilliseconds, images, artwork, voices, outputs }: Receipt,
  publication: Publication,
  { store, sound, voice }: PublicationOptions,
): Promise<boolean> {
  if (Math.abs(Date.now() - writtenMilliseconds) > goodMilliseconds) return false;
  if (digestOf(await readAgain(publication, images.uses)) !== images.sha256) return false;
  if ((await digestOfArtwork(publication)) !== artwork) return false;
  if (
    voices !== undefined &&
    (await castAgain(publication, voices.parts, sound?.speech, voice)) !== voices.sha256
  )
    return false;
  for (const { sha256: digest, bytes } of outputs)
    if (!(await store.blobs.has({ sha256: digest, bytes }))) return false;
  return true;
}

/** Of the podcast's picture as it is now: it is read from disk beside the book's. */
export async function digestOfArtwork(publication: Publication): Promise<string> {
  const { artworkPlace: place, settings } = publication;
  const written = settings.podcast?.artwork;
  return digestOf(await readAgain(publication, written === undefined ? [] : [{ place, written }]));
}

function readAgain({ folder }: Publication, uses: readonly ImageUse[]): Promise<ReadImages> {
  return readImages(folder, uses, (bytes) => Promise.resolve({ sha256: sha256(bytes), bytes: bytes.length }));
}

function digestOf(read: ReadImages): string {
  return sha256(canonicalJson(read));
}

async function castAgain(
  publication: Publication,
  parts: readonly WantedPart[],
  speech: SpeechTools | undefined,
  wanted: string | undefined,
): Promise<string | undefined> {
  if (speech === undefined) return undefined;
  // What is wrong was told when the receipt was written, and is told from it.
  const desk = new ProblemDesk(publication.slug, new Set(), () => undefined);
  try {
    return await digestOfCast(speech, await castBook(speech, wanted, publication, parts, desk));
  } catch {
    // A voice that has gone, say: the build tells.
    return undefined;
  }
}

async function digestOfCast(speech: SpeechTools, cast: Cast): Promise<string> {
  const { narrator, roles } = cast;
  const identities = Object.fromEntries(await identitiesOf(speech, cast));
  return sha256(canonicalJson({ narrator: narrator.id, sampleRate: narrator.sampleRate, roles, identities }));
}
