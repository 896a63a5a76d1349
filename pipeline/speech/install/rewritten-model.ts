import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sha256 } from '../../engine/digest.ts';
import { withTemporaryFile } from '../../engine/temporary-files.ts';

/** How a model is rewritten before it is used; the version is raised when equal models would come out otherwise. */
export type Rewrite = {
  readonly version: number;
  /** @param model the bytes of an ONNX file */
  apply(model: Uint8Array): Uint8Array;
};

export type ModelSource = {
  /** Absolute. */
  readonly file: string;
  readonly sha256: string;
};

/**
 * The rewritten form of a model, which is made when it is first asked for and kept under a name that says of what it was made
 * and how; a small file beside it, written last, says how long it is.
 *
 * @param folder where it is kept; absolute
 * @returns its path; undefined if the source is not what its digest says
 * @throws what the rewrite throws; and for a wrong disk
 */
export async function rewrittenModel(
  source: ModelSource,
  folder: string,
  setting: string,
  rewrite: Rewrite,
): Promise<string | undefined> {
  const file = path.join(folder, `model-${setting}-${rewrite.version}-${source.sha256.slice(0, 12)}.onnx`);
  const record = `${file}.json`;
  if (await isWhole(file, record)) return file;
  const model = await readFile(source.file);
  if (sha256(model) !== source.sha256) return undefined;
  const rewritten = rewrite.apply(model);
  await place(folder, file, rewritten);
  await place(folder, record, `${JSON.stringify({ bytes: rewritten.length, sha256: sha256(rewritten) })}\n`);
  return file;
}

async function isWhole(file: string, record: string): Promise<boolean> {
  try {
    const { bytes } = JSON.parse(await readFile(record, 'utf8')) as { readonly bytes: unknown };
    return (await stat(file)).size === bytes;
  } catch {
    return false;
  }
}

async function place(folder: string, file: string, content: Uint8Array | string): Promise<void> {
  await withTemporaryFile(folder, async (temporary) => {
    await writeFile(temporary, content);
    await rename(temporary, file);
  });
}
