import type { ImageFile } from '../document/model.ts';
import { mapLimited } from '../engine/map-limited.ts';
import { scalable, scaleImage, type Scalable } from '../epub/images/scale-image.ts';
import type { ProblemDesk } from '../problem-desk.ts';
import { problems } from '../problems.ts';
import type { TextBuild } from './builds.ts';
import type { Reading } from './reading.ts';

/** Reading systems refuse pictures of more: Apple Books says 5.6 million, and others run out of memory above. */
const mostPixels = 5_600_000;
/** A picture is unpacked whole while it is scaled, so that few may be at once. */
const atOnce = 2;

/** The book with its pictures as the EPUB gets them: those that the author wants smaller are, and of those too large is told. */
export async function scaleImages(build: TextBuild, reading: Reading, desk: ProblemDesk): Promise<Reading> {
  const { book, cover, publication } = reading;
  const largest = publication.settings.images?.largest ?? Infinity;
  const pictures = new Map([...book.images, ...(cover ? [cover] : [])].map((image) => [image.path, image]));
  const fitted = await mapLimited(
    pictures.values(),
    atOnce,
    async (image) => (isLarger(image, largest) ? scale(build, image, largest, desk) : image),
    build.signal,
  );
  const heavy = fitted.filter(
    ({ mediaType, width, height }) => mediaType !== 'image/svg+xml' && width * height > mostPixels,
  );
  desk.take(
    heavy.map(({ path, width, height }) =>
      problems.imageOfManyPixels({ file: path }, width, height, mostPixels),
    ),
  );
  const byPath = new Map(fitted.map((image) => [image.path, image]));
  const fit = (image: ImageFile): ImageFile => byPath.get(image.path) ?? image;
  return { ...reading, book: { ...book, images: book.images.map(fit) }, cover: cover && fit(cover) };
}

type Larger = ImageFile & { readonly mediaType: Scalable };

function isLarger(image: ImageFile, largest: number): image is Larger {
  return Math.max(image.width, image.height) > largest && scalable.some((type) => type === image.mediaType);
}

async function scale(
  build: TextBuild,
  image: Larger,
  largest: number,
  desk: ProblemDesk,
): Promise<ImageFile> {
  const { path, mediaType, blob } = image;
  const scaled = await build.step(scaleImage, { image: blob, mediaType, largest }, { label: path });
  if (!('fault' in scaled))
    return { path, mediaType, width: scaled.width, height: scaled.height, blob: scaled.image };
  desk.take([problems.imageNotScaled({ file: path }, scaled.fault)]);
  return image;
}
