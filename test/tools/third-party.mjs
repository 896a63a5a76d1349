// `node test/tools/third-party.mjs` writes THIRD-PARTY.md: what Lectern installs with itself, and under which licences.
// `--check` writes nothing and fails when the file is out of date; `npm test` does that.
// The table comes from package-lock.json, so that it is the same on every platform; notices come from the packages.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { notices } from './third-party-notices.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const target = path.join(root, 'THIRD-PARTY.md');
const read = (...parts) => readFileSync(path.join(root, ...parts), 'utf8');

/** Spellings that are no SPDX expressions, as what they stand for. */
const spelled = {
  GPLv3: 'GPL-3.0',
  'https://git.ffmpeg.org/gitweb/ffmpeg.git/blob_plain/HEAD:/LICENSE.md': 'ffmpeg’s own, see above',
  'SEE LICENSE IN README.md AND LICENSE': 'Bitstream-Vera, Arev and public domain',
};

const lock = JSON.parse(read('package-lock.json'));
const packages = Object.entries(lock.packages)
  .filter(([place, { dev, link }]) => place.includes('node_modules/') && !dev && !link)
  .map(([place, { version, license, optional }]) => {
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const written = license ?? licenceInside(place);
    return { name, version, licence: spelled[written] ?? written, optional: optional === true };
  });

const direct = Object.keys(JSON.parse(read('package.json')).dependencies);
const text = write();

if (process.argv.includes('--check')) {
  const there = readIfThere();
  if (there !== text) {
    const what = there === undefined ? 'is missing' : 'is out of date';
    console.error(`THIRD-PARTY.md ${what}. Write it anew: node test/tools/third-party.mjs`);
    process.exit(1);
  }
} else writeFileSync(target, text);

/** Old packages name their licences in a list, which the lock file does not repeat. */
function licenceInside(place) {
  const { licenses = [] } = JSON.parse(read(place, 'package.json'));
  const types = licenses.map(({ type }) => type).join(' OR ');
  if (types === '') throw new Error(`${place} names no licence: look for it, and say it in third-party.mjs.`);
  return types;
}

function readIfThere() {
  try {
    return readFileSync(target, 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return undefined;
  }
}

function write() {
  const byName = [...new Map(packages.map((one) => [`${one.name}@${one.version}`, one])).values()].sort(
    (a, b) => compare(a.name, b.name) || compare(a.version, b.version),
  );
  const row = ({ name, version, licence, optional }) =>
    `| ${direct.includes(name) ? `**${name}**` : name} | ${version} | ${licence}${optional ? ' (one platform’s)' : ''} |`;
  return [
    '# Third-party licences',
    '',
    'Written by `node test/tools/third-party.mjs` from `package-lock.json`; do not edit it.',
    '',
    'Lectern’s own code is MIT ([LICENSE](LICENSE)). It holds no one else’s code. What it needs is installed beside it by npm,',
    'each package with its own licence file. This file lists what `npm install --omit=dev` brings, the packages that',
    'Lectern names itself in bold, and repeats the notices of those that are more than code.',
    '',
    '## What is special',
    '',
    ...notices.flatMap(({ title, text: words }) => [`### ${title}`, '', words, '']),
    '## Every package',
    '',
    `${byName.length} packages. “One platform’s” means that npm installs it only where it fits.`,
    '',
    '| Package | Version | Licence |',
    '| --- | --- | --- |',
    ...byName.map(row),
    '',
    '## Notices',
    '',
    ...notices
      .flatMap(({ packageName, file }) => (file === undefined ? [] : [{ packageName, file }]))
      .flatMap(({ packageName, file }) => [
        `### ${packageName}: ${file}`,
        '',
        '````text',
        plain(read('node_modules', packageName, file)),
        '````',
        '',
      ]),
  ].join('\n');
}

function plain(notice) {
  return notice
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}

/** By code unit: the same order on every machine. */
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
