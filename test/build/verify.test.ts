/** `--verify`: what was spoken is heard again. */
import { mkdir, mkdtemp, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { findFfmpeg } from '../../pipeline/audio/find-ffmpeg.ts';
import { buildPublication } from '../../pipeline/build-publication.ts';
import { openStore } from '../../pipeline/engine/open-store.ts';
import type { BuildEvent } from '../../pipeline/events.ts';
import { findPublications } from '../../pipeline/source/find-publications.ts';
import type { SpeechEngine } from '../../pipeline/speech/engine.ts';
import { createFliteEngine } from '../../pipeline/speech/flite/engine.ts';
import { recogniserInstallation } from '../../pipeline/speech/install/recogniser-installation.ts';
import { openRecogniser } from '../../pipeline/speech/recogniser/open-recogniser.ts';
import { createSpeechTools } from '../../pipeline/speech/tools.ts';
import { eventsOf } from '../helpers/lectern.ts';
import { installedRecogniser, testHome } from '../helpers/test-home.ts';
import { useWorkplace } from '../helpers/workplace.ts';

const work = await useWorkplace();
const book = {
  'publication.yaml': 'title: The harbour\nlanguage: en\nmodified: "2026-02-03T10:00:00Z"\n',
  '01.md': '# Morning\n\nThe boats go out every morning.\n\nThe old man counts them in the evening.\n',
};
let publication: string;

beforeAll(async () => {
  await installedRecogniser();
  // The store is this test's own; what was fetched is everybody's.
  await mkdir(work.home, { recursive: true });
  for (const folder of ['recognisers', 'runtimes'])
    await symlink(join(await testHome(), folder), join(work.home, folder), 'dir');
  publication = await work.publish('harbour', book);
});

describe('lectern build --verify', () => {
  test('prints in one line how much was heard otherwise, and remembers what it heard', async () => {
    const first = await work.build(publication, ['--verify', '--only', 'm4b', '--plain']);
    expect(first.code).toBe(0);
    expect(first.stderr).toMatch(
      /harbour: Heard again: 5 utterances, \d+\.\d per cent of 2\d words differ; /,
    );
    const again = await work.build(publication, ['--verify', '--only', 'm4b', '--json']);
    const events = eventsOf(again);
    expect(events.filter(({ type }) => type === 'verified')).toMatchObject([{ utterances: 5, unheard: 0 }]);
    const steps = events.flatMap((event) => (event.type === 'step' ? [event.step] : []));
    const heard = steps.filter(({ stage }) => stage === 'transcribe');
    expect(heard.length).toBeGreaterThan(0);
    expect([...new Set(heard.map(({ type }) => type))]).toEqual(['recalled']);
  });

  test('is refused where nothing is spoken', async () => {
    const { code, stderr } = await work.build(publication, ['--verify', '--only', 'epub']);
    expect(code).toBe(2);
    expect(stderr).toContain('--only must name an edition that is heard, such as m4b or mp3');
  });
});

test('of a voice that says something else in one place, the author is told with what was heard', async () => {
  const honest = toldOf(await buildWith(saying(/(?!)/, '')));
  const events = await buildWith(saying(/counts them/, 'Nobody saw the yellow house again.'));
  // flite is a draft: of an utterance or two the author may be told in either case.
  const fresh = toldOf(events).filter((message) => !honest.includes(message));
  expect(fresh).toEqual([
    expect.stringMatching(
      /heard “.*house.*” where the script says “The old man counts them in the evening\.”/,
    ),
  ]);
  expect(events).toContainEqual(
    expect.objectContaining({ type: 'verified', suspect: honest.length + 1, unheard: 0 }),
  );
});

function toldOf(events: readonly BuildEvent[]): readonly string[] {
  const problems = events.flatMap((event) => (event.type === 'problem' ? [event.problem] : []));
  return problems.filter(({ code }) => code === 'heard-differently').map(({ message }) => message);
}

/** The voice slt of flite, but for one text, in whose place it says another. */
function saying(mistaken: RegExp, other: string): SpeechEngine {
  const flite = createFliteEngine({ jobs: 2 });
  return {
    ...flite,
    synthesize: async (request, signal) => {
      if (!mistaken.test(request.text)) return flite.synthesize(request, signal);
      return { ...(await flite.synthesize({ ...request, text: other }, signal)), words: [] };
    },
  };
}

async function buildWith(engine: SpeechEngine): Promise<readonly BuildEvent[]> {
  const events: BuildEvent[] = [];
  const speech = createSpeechTools([engine]);
  const recogniser = openRecogniser({
    jobs: 2,
    installation: recogniserInstallation({ home: await testHome() }),
  });
  const { signal } = new AbortController();
  try {
    const [found] = (await findPublications(publication)).found;
    if (found === undefined) throw new Error('There is no publication.');
    await buildPublication(found, {
      out: join(work.folder, 'out-mistaken'),
      editions: new Set(['m4b']),
      allow: new Set(),
      // Of its own: both voices have one name.
      store: await openStore(await mkdtemp(join(work.folder, 'store-'))),
      jobs: 2,
      sound: { speech, ffmpeg: await findFfmpeg({ environment: process.env, signal }) },
      recogniser,
      voice: 'flite/slt',
      signal,
      tell: (event) => events.push(event),
    });
  } finally {
    await Promise.all([speech.dispose(), recogniser.dispose()]);
  }
  return events;
}
