#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
// Commands are loaded when they are given: each brings what the others do not need.
import type { BuildCommandOptions } from './command/build-command.ts';
import type { CheckCommandOptions } from './command/check-command.ts';
import { describeFailure, exitCodeOf, exitCodes } from './command/failures.ts';
import type { ScriptCommandOptions } from './command/script-command.ts';
import type { ServeCommandOptions } from './command/serve-command.ts';
import { editions, usualEditions } from './editions.ts';
import { AuthorProblemsError } from './problem.ts';
import { version } from './version.ts';

// A reader that has seen enough (`| head`) closes the pipe: that is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(exitCodes.whole);
  });
}

const interruption = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(name, () => {
    // A second one means now.
    if (interruption.signal.aborted) process.exit(exitCodes.interrupted);
    interruption.abort(new Error(`Stopped by ${name}.`));
  });
}
const { signal } = interruption;

const program = new Command('lectern')
  .description('Publishes Markdown as an accessible EPUB and a narrated audiobook with chapters.')
  .version(version)
  .exitOverride()
  .showHelpAfterError('(lectern --help lists the commands)');

program
  .command('build')
  .description('build publications: Markdown files, folders of chapters, or folders of such folders')
  .argument('[path...]', 'what to build', ['content'])
  .option('--out <dir>', 'where the results go, a folder for each publication', 'output')
  .option(
    '--only <list>',
    `which editions: ${editions.join(', ')} (comma-separated; default ${usualEditions.join(', ')})`,
  )
  .option('--also <list>', 'editions beside the usual ones, such as opus,acx,lpf')
  .option('--base-url <address>', 'where the output folder will be served from, for podcast feeds')
  .option('--voice <name>', 'the voice that narrates (lectern voices lists them; “draft” is quick)')
  .option('--voice-dir <dir>', 'Kokoro’s weights in a folder, in place of those that are fetched')
  .option('--precision <name>', 'how Kokoro computes: close (the default), exact, or fast')
  .option('--jobs <n>', 'how many sentences are spoken at once (default: one a core)')
  .option('--verify', 'hear what was spoken again, and list where other words were heard (English)')
  .option('--allow <codes>', 'problems that shall not stop the build, by their codes')
  .option('--plain', 'whole lines, nothing drawn over: for screen readers and logs')
  .option('--json', 'one JSON event a line')
  .action(async (paths: string[], options: BuildCommandOptions) => {
    const { buildCommand } = await import('./command/build-command.ts');
    process.exitCode = await buildCommand(paths, options, signal);
  });

program
  .command('script')
  .description('print what would be spoken')
  .argument('<path...>', 'publications')
  .option('--voice <name>', 'the voice that would narrate')
  .option('--phonemes', 'also how each word sounds, and the words that were guessed')
  .option('--allow <codes>', 'problems that shall not stop it, by their codes')
  .option('--json', 'as JSON')
  .action(async (paths: string[], options: ScriptCommandOptions) => {
    const { scriptCommand } = await import('./command/script-command.ts');
    await scriptCommand(paths, options, signal);
  });

program
  .command('check')
  .description('check EPUBs, whoever made them: EPUBCheck, Ace, and whether what is read aloud is the text')
  .argument('<file...>', 'EPUBs')
  .option('--report <dir>', 'write report.html and report.json there')
  .option('--plain', 'whole lines, a finding a line')
  .option('--json', 'as JSON, a line a file')
  .action(async (files: string[], options: CheckCommandOptions) => {
    const { checkCommand } = await import('./command/check-command.ts');
    process.exitCode = await checkCommand(files, options, signal);
  });

program
  .command('serve')
  .description('serve what was built to browsers and podcast apps in your network, until Ctrl-C')
  .argument('[folder]', 'the folder of results', 'output')
  .option('--port <n>', 'the port (default: 8080, or the next that is free)')
  .option('--host <name>', 'the address to serve at; “localhost” keeps it to this computer (default: all)')
  .option('--plain', 'no QR code')
  .action(async (folder: string, options: ServeCommandOptions) => {
    const { serveCommand } = await import('./command/serve-command.ts');
    process.exitCode = await serveCommand(folder, options, signal);
  });

const voices = program
  .command('voices')
  .description('list the voices that can speak here; install them; listen to one')
  .option('--json', 'as JSON')
  .action(async (options: { json?: boolean }) => {
    const { voicesCommand } = await import('./command/voices-command.ts');
    await voicesCommand(options);
  });

voices
  .command('install')
  .description('fetch a voice now, not at the first build')
  .argument('<name>', 'kokoro, or the name of one of its voices')
  .action(async (name: string) => {
    const { installVoiceCommand } = await import('./command/voices-command.ts');
    await installVoiceCommand(name, signal);
  });

voices
  .command('sample')
  .description('write a sentence to listen to')
  .argument('<name>', 'a voice')
  .option('--out <file>', 'the WAV file (default: the name of the voice, here)')
  .action(async (name: string, options: { out?: string }) => {
    const { sampleVoiceCommand } = await import('./command/voices-command.ts');
    await sampleVoiceCommand(name, options, signal);
  });

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError)
    process.exitCode = error.exitCode === 0 ? exitCodes.whole : exitCodes.usage;
  else {
    // The problems themselves were printed as they were found.
    process.stderr.write(
      `${error instanceof AuthorProblemsError ? error.message : describeFailure(error)}\n`,
    );
    process.exitCode = exitCodeOf(error, signal);
  }
}
