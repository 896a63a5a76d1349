import type { Built, PublicationOptions } from './build.ts';
import type { BuildEvent } from './events.ts';
import { readSource } from './graph/read-source.ts';
import { digestOfArtwork, placeByReceipt, receiptKey, writeReceipt } from './graph/receipts.ts';
import type { Found } from './source/find-publications.ts';
import { publicationName } from './source/publication-name.ts';
import type { ReadPublication } from './source/read-publication.ts';

/**
 * Builds the wanted editions of one publication and puts them in place together. Where nothing has changed since the last build,
 * nothing is built, and what was made then is put in place again if it is not there.
 *
 * @throws AuthorProblemsError with every problem of the author, if one of them is an error; nothing in `out` changed.
 * @throws StepError, StoreError and the like for failures of the world; nothing in `out` changed.
 */
export async function buildPublication(found: Found, options: PublicationOptions): Promise<void> {
  const source = await readSource(found);
  const { publication } = source;
  const key = publication && receiptKey(source, options);
  // Without a publication the build says why.
  if (publication === undefined || key === undefined) {
    await build(found, source, options);
    return;
  }
  if (await placeByReceipt(key, publication, options)) return;
  const artwork = await digestOfArtwork(publication);
  const events: BuildEvent[] = [];
  const tell = (event: BuildEvent): void => {
    if (event.type !== 'step') events.push(event);
    options.tell(event);
  };
  const built = await build(found, source, { ...options, tell });
  // An author who changed the picture meanwhile gets the new one by the next build.
  if (artwork !== (await digestOfArtwork(publication))) return;
  // What was built is in its place; a store that can only be read, or a full disk, costs the next build some time and no more.
  const receipt = writeReceipt(options.store, key, built, { events, artwork, speech: options.sound?.speech });
  await receipt.catch(() => undefined);
}

async function build(found: Found, source: ReadPublication, options: PublicationOptions): Promise<Built> {
  // Loaded where it is used: it is most of the program.
  const { buildEditions } = await import('./build.ts');
  return buildEditions(publicationName(found), source, options);
}
