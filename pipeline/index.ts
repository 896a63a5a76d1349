/** Lectern as a library: what the command line does, for programs. */
export { buildPublication } from './build-publication.ts';
export { planScript, type PublicationOptions, type SoundTools } from './build.ts';
export { editions, type Edition } from './editions.ts';
/** Looks into any EPUB, whoever made it: `quickCheck` as every build does, `checkEpub` with every checker that is here. */
export { checkEpub, type CheckedEpub, type CheckOptions } from './check/check-epub.ts';
export type { CheckerRun } from './check/checker-run.ts';
export { isGrave, type Checker, type Finding, type FindingPlace, type Severity } from './check/finding.ts';
export { quickCheck } from './check/quick-check.ts';
export { openStore } from './engine/open-store.ts';
export type { StepEvent } from './engine/events.ts';
export type { BuildEvent, PlacedFile } from './events.ts';
export type { WordedChapter, WordedScript, WordedUtterance } from './narration/word-chapter.ts';
export { AuthorProblemsError, type Place, type Problem } from './problem.ts';
export { findPublications, type Found } from './source/find-publications.ts';
export { findFfmpeg } from './audio/find-ffmpeg.ts';
export { createFliteEngine } from './speech/flite/engine.ts';
export type { SpeechEngine, Voice } from './speech/engine.ts';
export type { Recogniser } from './speech/recogniser/open-recogniser.ts';
export { createSpeechTools, type SpeechTools } from './speech/tools.ts';
export { version } from './version.ts';
