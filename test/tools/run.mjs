// `npm test`: the checks and the tests, and one line at the end that counts them.
// What is not an npm package (Java, Chromium, ffmpeg, festival, espeak-ng) is looked for first; what is missing is named in one
// line, and its tests are skipped, unless CI=true: there all of it is required.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const isCi = process.env.CI === 'true';
const bin = (name) =>
  path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);

const programs = [
  { names: ['java'], version: '-version', use: 'EPUBCheck 5.3', install: 'default-jre-headless' },
  {
    names: ['chromium', 'chromium-browser', 'google-chrome', 'chrome'],
    version: '--version',
    use: 'Ace',
    install: 'chromium',
  },
  { names: ['ffmpeg'], version: '-version', use: 'tests with the system’s ffmpeg', install: 'ffmpeg' },
  {
    names: ['text2wave'],
    version: '-h',
    use: 'tests of the festival voices',
    install: 'festival festvox-us-slt-hts',
  },
  {
    names: ['espeak-ng'],
    version: '--version',
    use: 'tests of languages other than English',
    install: 'espeak-ng',
  },
  { names: ['newsboat'], version: '-v', use: 'a podcast app that subscribes', install: 'newsboat' },
  { names: ['unzip'], version: '-v', use: 'the test of W3C audiobooks', install: 'unzip' },
];
const missing = programs.filter(
  ({ names, version }) =>
    !names.some((name) => spawnSync(name, [version], { stdio: 'ignore' }).error === undefined),
);
for (const { names, use, install } of missing) {
  console.log(
    `${isCi ? 'Missing' : 'Not found'}: ${names[0]}, for ${use}${isCi ? '' : '; what needs it is skipped'}. On Debian: apt-get install ${install}`,
  );
}
if (isCi && missing.length > 0) {
  console.log(`0 passed, ${missing.length} failed`);
  process.exit(1);
}

let passed = 0;
let failed = 0;
let skipped = 0;
const checks = [
  ['types', bin('tsc'), ['-p', 'tsconfig.json']],
  ['lint', bin('eslint'), ['-c', 'test/tools/eslint.config.js', 'pipeline', 'test']],
  [
    'format',
    bin('prettier'),
    [
      '--check',
      '--log-level',
      'warn',
      'pipeline/**/*.ts',
      'test/**/*.{ts,js,mjs,cjs}',
      'package.json',
      'tsconfig.json',
    ],
  ],
  ['imports', bin('depcruise'), ['--config', 'test/tools/imports.config.cjs', 'pipeline']],
  ['licences', process.execPath, ['test/tools/third-party.mjs', '--check']],
];
// As many at once as there are cores: each is one thread for the most part. What one says is shown when it has ended.
const waiting = [...checks];
await Promise.all(
  Array.from({ length: availableParallelism() }, async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const { code, said } = await run(check[1], check[2]);
      process.stdout.write(said);
      console.log(`${code === 0 ? 'ok' : 'FAILED'}: ${check[0]}`);
      if (code === 0) passed++;
      else failed++;
    }
  }),
);

const folder = mkdtempSync(path.join(tmpdir(), 'lectern-test-'));
try {
  const report = path.join(folder, 'report.json');
  const args = [
    'run',
    '--config',
    'test/tools/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const { status } = spawnSync(bin('vitest'), args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const counts = JSON.parse(readFileSync(report, 'utf8'));
  passed += counts.numPassedTests;
  failed += counts.numFailedTests;
  skipped += counts.numPendingTests + counts.numTodoTests;
  // A file that does not load, or an error outside any test, fails the run without a test that says so.
  if (status !== 0 && counts.numFailedTests === 0) failed++;
} catch (error) {
  console.log(`The tests did not report: ${error.message}`);
  failed++;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (isCi && skipped > 0) {
  console.log(`${skipped} tests were skipped; in CI none may be.`);
  failed += skipped;
}
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 ? 0 : 1);

/** @returns the exit code, and what was printed */
function run(program, args) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (piece) => (said += piece));
    child.once('error', (error) => resolve({ code: 1, said: `${error.message}\n` }));
    child.once('close', (code) => resolve({ code: code ?? 1, said }));
  });
}
