import { codeOf, StoreError } from '../../engine/store-error.ts';

/** Something could not be fetched or put in its place; the message says what was attempted and why it failed. */
export class InstallError extends Error {
  override readonly name = 'InstallError';
  /** Whether the registry was not reached at all. */
  readonly unreachable: boolean;
  constructor(message: string, options: ErrorOptions & { readonly unreachable?: boolean } = {}) {
    super(message, options);
    this.unreachable = options.unreachable ?? false;
  }
}

const notReached = new Set([
  'ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN', 'EPIPE',
  'ERR_SOCKET_TIMEOUT', 'ECONNECTIONTIMEOUT', 'EIDLETIMEOUT', 'ERESPONSETIMEOUT', 'ETRANSFERTIMEOUT',
  'ERR_STREAM_PREMATURE_CLOSE', 'FETCH_ERROR', 'EBADSIZE',
]); // prettier-ignore

const onDisk: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the file system is read-only',
  ENOTDIR: 'a part of the path is not a folder',
};

/** Whether the disk was the reason, rather than the registry. */
export function isOnDisk(error: unknown): boolean {
  return error instanceof StoreError || onDisk[codeOf(error) ?? ''] !== undefined;
}

export function isUnreachable(error: unknown): boolean {
  return notReached.has(codeOf(error) ?? '');
}

/**
 * Why it failed, as the end of a sentence.
 *
 * @param registry the host that was asked, for those who have set another than the usual
 */
export function reasonOf(error: unknown, registry: string): string {
  if (error instanceof StoreError) return reasonOf(error.cause, registry);
  const code = codeOf(error);
  const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  if (code === undefined) return withoutPoint(message);
  const path = error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : '';
  if (onDisk[code] !== undefined) return `${onDisk[code]}${path && ` at ${path}`} (${code})`;
  if (isUnreachable(error)) return `the connection to ${registry} failed (${code})`;
  if (code === 'ENOTCACHED') return 'npm is set to work offline, and its cache does not hold it';
  if (code === 'EINTEGRITY') return 'what came is not what was published: its SHA-512 differs';
  if (code === 'ETARGET') return `${registry} does not have this version`;
  if (/CERT|ISSUER|SIGNATURE/.test(code))
    return `the certificate of ${registry} is not trusted (${code}); npm's setting cafile names those that are`;
  const status = /^E(\d{3})$/.exec(code)?.[1];
  if (status === '404') return `${registry} does not have it (404)`;
  if (status === '401' || status === '403') return `${registry} refuses access (${status})`;
  if (status !== undefined) return `${registry} answers with the error ${status}`;
  return `${withoutPoint(message)} (${code})`;
}

function withoutPoint(message: string): string {
  return message.replace(/\.$/, '');
}
