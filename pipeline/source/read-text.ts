import { readFile } from 'node:fs/promises';
import type { Problem } from '../problem.ts';
import { problems } from '../problems.ts';
import { withoutFalseFrontMatter } from './front-matter.ts';

/** Larger Markdown files are taken for a mistake: this is twenty long novels. */
const largestTextBytes = 32 * 1024 * 1024;

/**
 * A text file as a string: UTF-8, without a byte order mark, with NUL replaced as Markdown asks (CommonMark 2.3).
 *
 * @param file the name to show in problems
 */
export async function readText(
  absolute: string,
  file: string,
): Promise<{ readonly text?: string; readonly problem?: Problem }> {
  let bytes: Buffer;
  try {
    bytes = await readFile(absolute);
  } catch (cause) {
    return {
      problem: problems.unreadableFile({ file }, cause instanceof Error ? cause.message : String(cause)),
    };
  }
  if (bytes.length > largestTextBytes)
    return { problem: problems.fileTooLarge({ file }, bytes.length, largestTextBytes) };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text: text.replaceAll('\0', '\uFFFD') };
  } catch {
    return { problem: problems.notUtf8({ file, line: lineOfFault(bytes) }) };
  }
}

/** A Markdown file as `readText` gives it, whose front matter is metadata if it has any. */
export async function readMarkdown(absolute: string, file: string): ReturnType<typeof readText> {
  const read = await readText(absolute, file);
  return read.text === undefined ? read : { ...read, text: withoutFalseFrontMatter(read.text) };
}

/** The line on which the bytes stop being UTF-8. */
function lineOfFault(bytes: Buffer): number {
  let line = 1;
  let begin = 0;
  for (let end = bytes.indexOf(0x0a); end !== -1; end = bytes.indexOf(0x0a, begin)) {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(begin, end));
    } catch {
      return line;
    }
    begin = end + 1;
    line++;
  }
  return line;
}
