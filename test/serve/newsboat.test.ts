import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runProgram } from './run-program.ts';
import { findProgram } from '../tools/find-program.ts';
import { feedAt } from './feed.ts';
import { publicationOf, serve } from './served-folder.ts';

const newsboat = findProgram('newsboat');
if (newsboat === undefined)
  console.log('Not found: newsboat, for a podcast app that subscribes. On Debian: apt-get install newsboat');

test.runIf(newsboat !== undefined || process.env['CI'] === 'true')(
  'newsboat subscribes to a feed that was built for another address, and finds its episodes here',
  { timeout: 60_000 },
  async () => {
    const served = await serve(
      publicationOf('ferry', 'Ferry', {
        'feed.xml': feedAt('https://example.org/ferry/'),
        'podcast/01-arrival.mp3': 'x'.repeat(10),
        'podcast/02-night.mp3': 'x'.repeat(20),
      }),
    );
    const home = mkdtempSync(path.join(tmpdir(), 'lectern-newsboat-'));
    try {
      const address = `http://127.0.0.1:${served.port}/ferry/`;
      writeFileSync(path.join(home, 'urls'), `${address}feed.xml\n`);
      writeFileSync(path.join(home, 'config'), '');
      const files = ['urls', 'cache.db', 'config'].map((name) => path.join(home, name));
      const [urls = '', cache = '', config = ''] = files;
      const args = ['-u', urls, '-c', cache, '-C', config, '-x', 'reload', 'print-unread'];
      const { stdout, stderr } = await runProgram(newsboat ?? 'newsboat', args, { HOME: home });
      expect(`${stdout}${stderr}`).toContain('2 unread articles');
      // What it keeps of a feed is a database, in which texts stand as they are.
      const kept = readFileSync(cache, 'latin1');
      for (const one of ['Arrival', 'Night', `${address}podcast/01-arrival.mp3`, `${address}podcast/02-night.mp3`])
        expect(kept).toContain(one);
      expect(kept).not.toContain('https://example.org/ferry/podcast');
      const exported = spawnSync(newsboat ?? 'newsboat', ['-u', urls, '-c', cache, '-C', config, '-e'], {
        env: { ...process.env, HOME: home },
        encoding: 'utf8',
      });
      expect(exported.stdout).toContain('title="The Ferry &amp; the Island"');
    } finally {
      rmSync(home, { recursive: true });
      await served.end();
    }
  },
); // prettier-ignore
