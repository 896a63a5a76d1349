/**
 * A reading system that knows Media Overlays: foliate-js in headless Chromium. What it shows while it plays is looked at every
 * 10 ms: which file is heard, where in it, and which elements are marked.
 */
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, extname, join } from 'node:path';
import puppeteer, { type Page } from 'puppeteer';
import { findProgram } from '../tools/find-program.ts';

export type Seen = {
  /** Relative to the container's root. */
  readonly file: string;
  readonly seconds: number;
  readonly ids: readonly string[];
};
export type Player = {
  readonly page: Page;
  /** The pages of the book in their order. */
  readonly sections: readonly string[];
  readonly start: (section: number) => Promise<void>;
  readonly seen: () => Promise<readonly Seen[]>;
  /** Ends when what was seen satisfies. */
  readonly until: (condition: string, timeoutSeconds: number) => Promise<void>;
  readonly errors: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
};

type InPage = {
  readonly player: {
    readonly seen: Seen[];
    readonly sections: string[];
    readonly errors: string[];
    start(section: number): Promise<void>;
  };
};

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript', '.html': 'text/html', '.epub': 'application/epub+zip',
}; // prettier-ignore
const foliate = dirname(createRequire(import.meta.url).resolve('foliate-js/view.js'));
const browserPath =
  process.env['PUPPETEER_EXECUTABLE_PATH'] ??
  findProgram('chromium', 'chromium-browser', 'google-chrome', 'chrome');

/** Whether a browser is here. In CI it must be. */
export const playerRuns = browserPath !== undefined || process.env['CI'] === 'true';

export async function openPlayer(epub: string): Promise<Player> {
  const server = createServer((request, response) => {
    void (async () => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const file = fileOf(pathname, epub);
      if (!(await stat(file).catch(() => undefined))?.isFile()) return response.writeHead(404).end();
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
      if (pathname === '/foliate/view.js') return response.end(mended(await readFile(file, 'utf8')));
      return createReadStream(file).pipe(response);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const browser = await puppeteer.launch({
    ...(browserPath !== undefined && { executablePath: browserPath }),
    args: ['--no-sandbox', '--autoplay-policy=no-user-gesture-required', '--mute-audio'],
  });
  const page = await browser.newPage();
  await page.setViewport({ width: 900, height: 1100 });
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.waitForFunction('window.isReady === true', { timeout: 60_000 });
  const inPage = <T>(read: (window: InPage) => T): Promise<T> =>
    page.evaluate(`(${read.toString()})(window)`) as Promise<T>;
  return {
    page,
    sections: await inPage(({ player }) => player.sections),
    start: (section) =>
      page.evaluate(`window.player.start(${section}).then(() => undefined)`) as Promise<void>,
    seen: () => inPage(({ player }) => player.seen),
    until: async (condition, timeoutSeconds) => {
      await page.waitForFunction(`(${condition})(window.player.seen)`, { timeout: timeoutSeconds * 1000, polling: 100 }); // prettier-ignore
    },
    errors: () => inPage(({ player }) => player.errors),
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

function fileOf(pathname: string, epub: string): string {
  if (pathname === '/book.epub') return epub;
  if (pathname === '/') return join(import.meta.dirname, 'player-page.html');
  return join(foliate, pathname.replace(/^\/foliate\//, ''));
}

/** An assignment where a comparison is meant: with it, the first page of a book is never marked. */
function mended(view: string): string {
  const wrong = 'x => x.index = resolved.index';
  if (view.split(wrong).length !== 2) throw new Error('foliate-js is not the build that is known here.');
  return view.replace(wrong, 'x => x.index === resolved.index');
}
