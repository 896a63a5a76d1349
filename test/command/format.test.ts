import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeFailure, exitCodeOf, UsageError } from '../../pipeline/command/failures.ts';
import { formatProblem, oneLine } from '../../pipeline/command/format-problem.ts';
import { Progress } from '../../pipeline/command/progress.ts';
import { duration, size } from '../../pipeline/command/words.ts';
import { AuthorProblemsError } from '../../pipeline/problem.ts';
import { problemCodes, problems } from '../../pipeline/problems.ts';

test('a problem is shown with file, line, column, sentence, code and remedy', () => {
  expect(formatProblem(problems.imageMissing({ file: 'a.md', line: 3, column: 7 }, 'x.png'))).toBe(
    'a.md:3:7: error: The image x.png does not exist. [image-missing]\n' +
      '    Check the spelling, upper and lower case included; paths start at the file they stand in.',
  );
  expect(formatProblem(problems.noChapters({ file: 'a' }))).toMatch(/^a: error: /);
});

test('no text of an author can steer the terminal', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(oneLine(`a${text}\u001B[2J\r\nb`)).not.toMatch(/[\p{Cc}\u2028\u2029\u202E]/u);
    }),
  );
});

describe('a failure', () => {
  const never = new AbortController().signal;
  test('tells every cause once', () => {
    const error = new Error('Encoding failed: no space.', {
      cause: new Error('no space.', { cause: new Error('ENOSPC') }),
    });
    expect(describeFailure(error)).toBe('Encoding failed: no space.\n    because: ENOSPC');
    expect(describeFailure('thrown text')).toBe('thrown text');
  });
  test('ends with the code that says whose it is', () => {
    expect(exitCodeOf(new AuthorProblemsError([]), never)).toBe(1);
    expect(exitCodeOf(new UsageError('x'), never)).toBe(2);
    expect(exitCodeOf(new Error('x'), never)).toBe(3);
    expect(exitCodeOf(new Error('x'), AbortSignal.abort())).toBe(130);
  });
});

test.each([
  [0, '0 s'],
  [59.6, '1 min 0 s'],
  [200, '3 min 20 s'],
  [7500, '2 h 5 min'],
])('%d seconds are %s', (seconds, words) => {
  expect(duration(seconds)).toBe(words);
});
test.each([
  [999, '999 B'],
  [12_345, '12 KB'],
  [3_400_000, '3.4 MB'],
])('%d bytes are %s', (bytes, words) => {
  expect(size(bytes)).toBe(words);
});

test('progress counts what is spoken and what is remembered', () => {
  const progress = new Progress();
  const step = (type: 'started' | 'finished' | 'recalled'): void =>
    progress.take({ type: 'step', publication: 'p', step: { type, stage: 'speak', label: '' } });
  progress.take({ type: 'opened', publication: 'p', title: 'P' });
  progress.take({ type: 'planned', publication: 'p', chapters: 1, utterances: 3 });
  step('recalled');
  step('started');
  step('finished');
  expect(progress.tasks()).toEqual([{ name: 'Speaking', done: 2, total: 3, recalled: 1 }]);
});

test('every problem has a code of its own', () => {
  expect(new Set(problemCodes).size).toBe(problemCodes.length);
  for (const code of problemCodes) expect(code).toMatch(/^[a-z0-9-]+$/);
});
