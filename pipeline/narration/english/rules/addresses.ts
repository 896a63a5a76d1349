import { digitByDigit } from '../numbers/cardinal.ts';
import { nameWords } from '../name-words.ts';
import { fileEndings, saidEndings, saidTopLevels, topLevels } from '../tables/file-endings.ts';
import { reading, say } from '../speaking.ts';
import { pattern, type Hit, type Reading, type Rule } from '../rule.ts';

const label = String.raw`[\p{L}\d](?:[\p{L}\d-]{0,62})`;
const host = String.raw`(?:${label}\.){1,6}\p{L}[\p{L}\d-]{1,24}`;
const rest = String.raw`(?::\d{1,5})?(?:[/?#][^\s\u00A0"“”<>«»]{0,2000})?`;
const isInside = /[\p{L}\p{N}@._/-]$/u;

/** `https://www.example.com/page?x=1`, `www.example.com`: the host is enough for the ear. */
const web: Rule = {
  name: 'web address',
  group: 'addresses',
  starts: ['lower', 'upper'],
  pattern: pattern(
    `(?:[a-z]{2,12}://(?:[^\\s@/]{1,64}@)?|www\\.)(?<host>${host}|localhost|\\d{1,3}(?:\\.\\d{1,3}){3})${rest}`,
    'i',
  ),
  read: (hit) => {
    const name = hit.group('host').replace(/^www\./iu, '');
    return { ...reading(hostWords(name), withoutStop(hit)), end: withoutStop(hit).end };
  },
};

/** `jane.doe@example.com`: every sign of it. */
const mail: Rule = {
  name: 'e-mail address',
  group: 'addresses',
  starts: ['lower', 'upper', 'digit'],
  pattern: pattern(
    `(?:mailto:)?(?<user>[\\p{L}\\d](?:[\\p{L}\\d._+-]{0,62}[\\p{L}\\d_+-])?)@(?<host>${host})`,
    'i',
  ),
  read: (hit) =>
    isInside.test(hit.before)
      ? undefined
      : reading(`${nameWords(hit.group('user'), 'signs')} at ${hostWords(hit.group('host'))}`, hit),
};

/** `example.com`, `docs.example.org/guide` */
const bareHost: Rule = {
  name: 'host',
  group: 'addresses',
  starts: ['lower', 'upper', 'digit'],
  pattern: pattern(`(?<host>${host})(?<rest>${rest})(?![\\p{L}\\p{N}@])`, 'i'),
  read: (hit) => {
    const top = hit.group('host').split('.').at(-1) ?? '';
    if (isInside.test(hit.before) || !topLevels.has(top)) return undefined;
    // "the end.In" is a slip of the pen, "readme.md" a file.
    if (fileEndings.has(top) && hit.group('rest') === '') return undefined;
    const place = withoutStop(hit);
    return { ...reading(hostWords(hit.group('host')), place), end: place.end };
  },
};

/** `README.md`, `src/index.ts`, `~/.config/app.toml`, `Node.js`, `.env` */
const file: Rule = {
  name: 'file',
  group: 'addresses',
  starts: ['lower', 'upper', 'digit', 'sign'],
  pattern: pattern(
    String.raw`(?:(?:~|\.{1,2}|[A-Z]:)?[/\\])?(?:[\p{L}\d_.@-]{1,64}[/\\]){0,12}(?<name>\.?[\p{L}\d_-]{1,80}(?:\.[\p{L}\d_-]{1,40}){0,4})\.(?<ending>[\p{L}\d]{1,10})(?![\p{L}\p{N}@/]|\.[\p{L}\d])`,
  ),
  read: (hit) => {
    const ending = hit.group('ending');
    if (isInside.test(hit.before) || !fileEndings.has(ending.toLowerCase())) return undefined;
    // "3.ts" of a list, "U.S.go": a name has letters, or two characters.
    if (!/\p{L}/u.test(hit.match.slice(0, -ending.length))) return undefined;
    const path = hit.match.slice(0, -ending.length - 1).replace(/^[~.]?\.?[/\\]/u, '');
    return reading(`${nameWords(path, 'short')} dot ${endingWords(ending)}`, hit);
  },
};

/** `*.md`, `.json`: an ending alone. */
const endingAlone: Rule = {
  name: 'file ending',
  group: 'addresses',
  starts: ['sign'],
  pattern: pattern(String.raw`\*?\.(?<ending>[a-z\d]{2,5})(?![\p{L}\p{N}@]|\.[\p{L}\d])`),
  read: (hit) =>
    fileEndings.has(hit.group('ending')) && !/[\p{L}\p{N})]$/u.test(hit.before)
      ? reading(`dot ${endingWords(hit.group('ending'))}`, hit)
      : undefined,
};

/** `@jane_doe` */
const handle: Rule = {
  name: 'handle',
  group: 'addresses',
  starts: ['sign'],
  pattern: pattern(String.raw`@(?<name>[\p{L}_][\p{L}\d_]{0,40}(?:[/.-][\p{L}\d_-]{1,40}){0,2})`),
  read: (hit) =>
    isInside.test(hit.before) ? undefined : reading(`at ${nameWords(hit.group('name'), 'short')}`, hit),
};

/** `#MeToo` */
const hashtag: Rule = {
  name: 'hashtag',
  group: 'addresses',
  starts: ['sign'],
  pattern: pattern(String.raw`#(?<name>[\p{L}_][\p{L}\d_]{1,60})(?![\p{L}\d_])`),
  read: (hit) =>
    isInside.test(hit.before)
      ? undefined
      : ({ words: say(`hashtag ${nameWords(hit.group('name'), 'short')}`, hit) } satisfies Reading),
};

function hostWords(name: string): string {
  if (/^[\d.]+$/u.test(name))
    return name
      .split('.')
      .map((part) => digitByDigit(part, 'zero'))
      .join(' dot ');
  return name
    .split('.')
    .map((part, index, parts) => {
      const isTop = index === parts.length - 1 && index > 0;
      if (isTop && part.length === 2 && !saidTopLevels.has(part))
        return part.toUpperCase().split('').join(' ');
      return nameWords(part, 'signs');
    })
    .join(' dot ');
}

function endingWords(ending: string): string {
  const lower = ending.toLowerCase();
  return saidEndings.has(lower) ? lower : nameWords(Array.from(lower.toUpperCase()).join(' '), 'short');
}

/** Without punctuation that ends the sentence, or closes a bracket that was open before. */
function withoutStop({ match, begin }: Hit): { readonly begin: number; readonly end: number } {
  const opened = (match.match(/\(/gu) ?? []).length;
  const closed = (match.match(/\)/gu) ?? []).length;
  const tail = (closed > opened ? /[).,;:!?'’…\]*]{1,8}$/u : /[.,;:!?'’…\]*]{1,8}$/u).exec(match)?.[0] ?? '';
  return { begin, end: begin + match.length - tail.length };
}

export const addressRules: readonly Rule[] = [web, mail, file, bareHost, endingAlone, handle, hashtag];
