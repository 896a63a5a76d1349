import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ManifestFile } from '../report/manifest.ts';
import { answerNotFound, answerWithFile, answerWithFolderAddress, answerWithText, type Exchange } from './answers.ts'; // prettier-ignore
import { fileKind } from './file-kinds.ts';
import { findServed, type Served } from './find-served.ts';
import { indexPage } from './index-page.ts';
import { baseOfFeed, moveFeed, moveJson, parseFeed } from './local-addresses.ts';
import { ownAddress } from './own-address.ts';
import { addressIn, feedName, type Publications, type ServedPublication } from './publications.ts';

/** Players in web pages of other places may read everything, in pieces, and see how long it is. */
const openToPages = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Accept-Ranges, Content-Length, Content-Range, ETag',
};
const askedBefore = {
  'Access-Control-Allow-Methods': 'GET, HEAD',
  'Access-Control-Allow-Headers': 'Range, If-Range, If-None-Match, If-Modified-Since',
  'Access-Control-Max-Age': '86400',
};
const methods = 'GET, HEAD, OPTIONS';

/** Answers one request. What is in `root`, given by its real path, is all that anybody gets to see. */
export async function answer(exchange: Exchange, root: string, publications: Publications): Promise<void> {
  const { request, response } = exchange;
  for (const [name, value] of Object.entries(openToPages)) response.setHeader(name, value);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (request.method === 'OPTIONS') {
    response.writeHead(204, { ...askedBefore, Allow: methods }).end();
    return;
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', methods);
    answerWithText(exchange, { status: 405, text: 'Files can be read here, and nothing else.\n' });
    return;
  }
  const [requested = ''] = (request.url ?? '').split(/[?#]/);
  const served = await findServed(root, requested);
  if (served === undefined) answerNotFound(exchange);
  else if (served.stats.isDirectory()) await answerWithFolder(exchange, served, requested, publications);
  else await answerWithContent(exchange, root, served, publications);
}

async function answerWithFolder(
  exchange: Exchange,
  served: Served,
  requested: string,
  publications: Publications,
): Promise<void> {
  const own = await publications.at(served.relative);
  const listed = served.relative === '' ? await publications.all() : own && [own];
  if (listed === undefined) answerNotFound(exchange);
  else if (!requested.endsWith('/')) answerWithFolderAddress(exchange, served);
  else {
    const text = indexPage(listed, ownAddress(exchange.request));
    answerWithText(exchange, { text, type: fileKind('index.html').type });
  }
}

async function answerWithContent(
  exchange: Exchange,
  root: string,
  served: Served,
  publications: Publications,
): Promise<void> {
  const publication = await publications.holding(served.relative);
  const moved = publication && (await movedContent(served, publication, root, exchange));
  if (moved !== undefined) answerWithText(exchange, { text: moved, type: fileKind(served.relative).type });
  else answerWithFile(exchange, root, served, publication && digestOf(served, publication));
}

/** By the manifest, if that can be of no other file: one of this size, and none that was written after it. */
function digestOf(
  { relative, stats }: Served,
  { folder, manifest, writtenMilliseconds }: ServedPublication,
): string | undefined {
  const name = path.posix.relative(folder, relative);
  const listed: ManifestFile | undefined = manifest.files.find((file) => file.name === name);
  const isThat = listed?.bytes === stats.size && stats.mtimeMs <= writtenMilliseconds;
  return isThat ? listed.sha256 : undefined;
}

/** A feed of more is none that an app would read. */
const mostBytes = 64 * 1024 * 1024;

/**
 * A feed and the chapters that it names, as they would be had they been published here: an app that subscribes in this network
 * is to fetch from this server. Undefined for other files, and where the feed does not say where it is published.
 */
async function movedContent(
  served: Served,
  { folder }: ServedPublication,
  root: string,
  { request }: Exchange,
): Promise<string | undefined> {
  const isFeed = served.relative === path.posix.join(folder, feedName);
  const isChapters = fileKind(served.relative).type === fileKind('chapters.json').type;
  if ((!isFeed && !isChapters) || served.stats.size > mostBytes) return undefined;
  const feedFile = path.join(root, folder, feedName);
  try {
    const feed = parseFeed(await readFile(isFeed ? served.path : feedFile, 'utf8'));
    const from = baseOfFeed(feed, feedName);
    if (from === undefined) return undefined;
    const to = `${addressIn(ownAddress(request), folder)}/`;
    if (isFeed) return moveFeed(feed, from, to);
    const chapters: unknown = JSON.parse(await readFile(served.path, 'utf8'));
    return `${JSON.stringify(moveJson(chapters, from, to), null, 2)}\n`;
  } catch {
    // There is no feed, or it is not well-formed: then the file is sent as it is.
    return undefined;
  }
}
