import type { AudioReport } from '../../audio/quality/audio-report.ts';
import { html, type Html } from './html.ts';
import { durationInWords, decibelsInWords } from './words.ts';

/** What the picture's lower edge stands for; full scale is the upper. */
const LOWEST_DB = -60;
const TICK = 6;

/**
 * How loud a file is while it lasts, and where its chapters begin: an area in the colour of the text, so that it is seen in
 * any scheme, with what it shows in words.
 */
export function levelPicture({ file, seconds, marks, overTime }: AudioReport): Html {
  const { points, secondsEach } = overTime;
  const width = Math.max(1, seconds / secondsEach);
  const height = -LOWEST_DB;
  const at = (milliseconds: number): string => round(milliseconds / 1000 / secondsEach);
  return html`<figure>
    <svg
      role="img"
      aria-label="${`Level of ${file} over time: ${inWords(overTime)}`}"
      viewBox="0 0 ${round(width)} ${height + 2 + TICK}"
      preserveAspectRatio="none"
      width="100%"
      height="120"
    >
      <path fill="currentColor" d="${areaOf(points, width)}" />
      <path
        fill="none"
        stroke="currentColor"
        stroke-width="1"
        vector-effect="non-scaling-stroke"
        d="${`M0 ${height}H${round(width)}${marks.map(({ beginMilliseconds }) => `M${at(beginMilliseconds)} ${height + 2}v${TICK}`).join('')}`}"
      />
    </svg>
    <figcaption>
      Level over ${durationInWords(seconds)}: ${inWords(overTime)}. The upper edge is full scale, the lower
      ${decibelsInWords(LOWEST_DB)}${secondsEach > 1 ? `; each step is the mean of ${durationInWords(secondsEach)}` : ''}.
      ${marks.length > 0 ? 'The strokes below are where chapters begin.' : ''}
    </figcaption>
  </figure> `;
}

function inWords({ heard }: AudioReport['overTime']): string {
  if (!heard) return 'nothing is heard';
  const { quietestDb, loudestDb, meanDb } = heard;
  return `${decibelsInWords(quietestDb)} to ${decibelsInWords(loudestDb)} from second to second, pauses aside, and ${decibelsInWords(meanDb)} in the mean`;
}

/** One step a point, from the lower edge. */
function areaOf(points: readonly number[], width: number): string {
  const steps = points.map((db, index) => {
    const y = Math.min(-LOWEST_DB, Math.max(0, -db));
    return `V${y}H${round(Math.min(width, index + 1))}`;
  });
  return `M0 ${-LOWEST_DB}${steps.join('')}V${-LOWEST_DB}Z`;
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}
