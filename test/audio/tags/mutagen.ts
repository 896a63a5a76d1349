/** What mutagen reads of a file: tags, chapters and tables, by a second program beside ffprobe. */
import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import { findProgram } from '../../tools/find-program.ts';

const run = promisify(execFile);

/** Debian's package is Python's own there; another Python before it in PATH does not know it. */
const python = ['/usr/bin/python3', findProgram('python3')].find(
  (path) => path !== undefined && spawnSync(path, ['-c', 'import mutagen']).status === 0,
);
if (python === undefined) {
  if (process.env['CI'] === 'true') throw new Error('python3-mutagen is not installed.');
  console.warn('Tests with mutagen are skipped: python3-mutagen is not installed.');
}
export const hasMutagen = python !== undefined;

const mp3Script = `
import sys, json
from mutagen.id3 import ID3
def show(frame):
    out = {}
    for key in ('text', 'desc', 'lang', 'mime', 'type', 'element_id', 'start_time', 'end_time', 'child_element_ids', 'flags'):
        if hasattr(frame, key):
            value = getattr(frame, key)
            out[key] = int(value) if key in ('type', 'flags') else [str(one) for one in value] if isinstance(value, list) else value
    if hasattr(frame, 'data'): out['bytes'] = len(frame.data)
    if hasattr(frame, 'sub_frames'): out['inside'] = {key: show(value) for key, value in frame.sub_frames.items()}
    return out
tag = ID3(sys.argv[1], translate=False)
json.dump({'version': list(tag.version), 'frames': {key: show(value) for key, value in tag.items()}}, sys.stdout)
`;

const mp4Script = `
import sys, json
from mutagen.mp4 import MP4
def show(value):
    if isinstance(value, list): return [show(one) for one in value]
    if isinstance(value, bytes): return value.decode('utf-8') if not hasattr(value, 'imageformat') else {'format': int(value.imageformat), 'bytes': len(value)}
    return value
file = MP4(sys.argv[1])
chapters = [[one.start, one.title] for one in file.chapters] if file.chapters else []
json.dump({'seconds': file.info.length, 'tags': {key: show(value) for key, value in file.tags.items()}, 'chapters': chapters}, sys.stdout)
`;

export type Id3Frame = {
  readonly text?: readonly string[];
  readonly desc?: string;
  readonly lang?: string;
  readonly mime?: string;
  readonly type?: number;
  readonly bytes?: number;
  readonly element_id?: string;
  readonly start_time?: number;
  readonly end_time?: number;
  readonly flags?: number;
  readonly child_element_ids?: readonly string[];
  readonly inside?: Readonly<Record<string, Id3Frame>>;
};

const mp3Read = z.object({
  version: z.array(z.number()),
  frames: z.record(z.string(), z.custom<Id3Frame>()),
});
const mp4Read = z.object({
  seconds: z.number(),
  tags: z.record(z.string(), z.unknown()),
  chapters: z.array(z.tuple([z.number(), z.string()])),
});

export async function readMp3(path: string): Promise<z.output<typeof mp3Read>> {
  return mp3Read.parse(await read(mp3Script, path));
}

export async function readMp4(path: string): Promise<z.output<typeof mp4Read>> {
  return mp4Read.parse(await read(mp4Script, path));
}

async function read(script: string, path: string): Promise<unknown> {
  if (python === undefined) throw new Error('python3-mutagen is not installed.');
  const { stdout } = await run(python, ['-c', script, path], { maxBuffer: 2 ** 26 });
  return JSON.parse(stdout);
}
