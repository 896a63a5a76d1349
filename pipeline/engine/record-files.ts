/**
 * Records as files of one line, valid JSON: `{"digest":"…","value":…}`. The digest is over the key and the value's
 * text, so that a torn write, a flipped bit or a file that was moved to another key shows.
 */
import { closeSync, fstatSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { sha256 } from './digest.ts';
import type { Json } from './json.ts';
import { noteUse } from './last-use.ts';
import { discardSync, putInPlaceSync, shardPath } from './shards.ts';
import type { RecordStore } from './store.ts';
import { StoreError, codeOf, isRefusal } from './store-error.ts';
import { temporaryPath } from './temporary-files.ts';

const digestLength = 64;
const beforeDigest = '{"digest":"';
const beforeValue = '","value":';
const end = '}\n';
const valueOffset = beforeDigest.length + digestLength + beforeValue.length;

/** Records are small: the synchronous calls take a few microseconds, a tenth of a visit to the thread pool. */
export function recordFiles(folder: string, temporaryFolder: string): RecordStore {
  return {
    read: (key) => promised(() => readRecord(folder, key)),
    write: (key, value, text = JSON.stringify(value)) =>
      promised(() => writeRecord(folder, temporaryFolder, key, text)),
  };
}

function readRecord(folder: string, key: string): Json | undefined {
  const path = shardPath(folder, key);
  try {
    const text = readUsed(path);
    if (text === undefined) return undefined;
    const value = proven(key, text);
    if (value !== undefined) return value;
  } catch (error) {
    if (isRefusal(error)) throw new StoreError('read a record', folder, error);
    // A folder in its place, a bad sector: as damaged as wrong bytes.
  }
  forget(folder, path);
  return undefined;
}

function readUsed(path: string): string | undefined {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  try {
    noteUse(path, fstatSync(file));
    return readFileSync(file, 'utf8');
  } finally {
    closeSync(file);
  }
}

/** The value, if the text is just what `writeRecord` writes for this key. */
function proven(key: string, text: string): Json | undefined {
  const value = text.slice(valueOffset, -end.length);
  return text === recordText(key, value) ? (JSON.parse(value) as Json) : undefined;
}

function recordText(key: string, value: string): string {
  return `${beforeDigest}${sha256(`${key}\n${value}`)}${beforeValue}${value}${end}`;
}

function writeRecord(folder: string, temporaryFolder: string, key: string, json: string): void {
  const path = shardPath(folder, key);
  const text = recordText(key, json);
  const temporary = temporaryPath(temporaryFolder);
  try {
    writeFileSync(temporary, text, { flag: 'wx' });
    putInPlaceSync(temporary, path);
  } catch (error) {
    discardSync(temporary);
    throw new StoreError('write a record', folder, error);
  }
}

function forget(folder: string, path: string): void {
  try {
    discardSync(path);
  } catch (error) {
    throw new StoreError('remove a damaged record', folder, error);
  }
}

/** A result or a failure, found out at once, as a promise. */
function promised<R>(act: () => R): Promise<R> {
  return new Promise((resolve) => resolve(act()));
}
