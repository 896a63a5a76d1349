import type { AudioReport } from '../../audio/quality/audio-report.ts';
import { html, type Html } from './html.ts';
import { levelPicture } from './level-picture.ts';
import { clock, decibelsInWords, durationInWords } from './words.ts';

const codecs = { aac: 'AAC', mp3: 'MP3', opus: 'Opus' } as const;

/** An EPUB has a section of its own beside that of its sound. */
export function audioTitle({ file, profile }: AudioReport): string {
  return profile === 'overlay' ? `${file}: read-aloud sound` : file;
}

/** What one file of sound measures, what it should, and how loud it is while it lasts. */
export function audioSection(report: AudioReport): Html {
  const { bytes, sha256, seconds, profile, encoding, passed, targets, chapters, marks } = report;
  const met = targets.filter(({ result }) => result === 'met').length;
  return html`<section>
    <h2>${audioTitle(report)}</h2>
    <p>
      <strong>${passed ? 'Passed' : 'Not passed'}:</strong> ${met} of ${targets.length} targets of the profile
      “${profile}” met.
    </p>
    <p>
      ${codecs[encoding.codec]} with ${encoding.kilobits} kbit/s, ${durationInWords(seconds)}, ${chapters}
      ${chapters === 1 ? 'chapter' : 'chapters'}; ${bytes} bytes, SHA-256 <code>${sha256}</code>.
    </p>
    <h3>Targets</h3>
    <table>
      <caption>
        What the encoded sound measures, and what it should
      </caption>
      <thead>
        <tr>
          <th scope="col">Target</th>
          <th scope="col">Wanted</th>
          <th scope="col">Measured</th>
          <th scope="col">Result</th>
        </tr>
      </thead>
      <tbody>
        ${targets.map(
          ({ name, wanted, measuredInWords, result }) =>
            html`<tr>
              <th scope="row">${name}</th>
              <td>${wanted.inWords}</td>
              <td>${measuredInWords}</td>
              <td>${result}</td>
            </tr> `,
        )}
      </tbody>
    </table>
    <h3>Level over time</h3>
    ${levelPicture(report)} ${marks.length > 0 ? marksTable(marks) : html``}
  </section> `;
}

function marksTable(marks: AudioReport['marks']): Html {
  return html`<details>
    <summary>Chapter by chapter</summary>
    <table>
      <caption>
        Where chapters begin, and how loud each is
      </caption>
      <thead>
        <tr>
          <th scope="col">Chapter</th>
          <th scope="col">Begins at</th>
          <th scope="col">Mean level</th>
        </tr>
      </thead>
      <tbody>
        ${marks.map(
          ({ title, beginMilliseconds, meanDb }) =>
            html`<tr>
              <th scope="row" dir="auto">${title}</th>
              <td>${clock(beginMilliseconds)}</td>
              <td>${meanDb === undefined ? 'silence' : decibelsInWords(meanDb)}</td>
            </tr> `,
        )}
      </tbody>
    </table>
  </details>`;
}
