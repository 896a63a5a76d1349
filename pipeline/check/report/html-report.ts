import type { Finding } from '../finding.ts';
import { checkerNames } from '../names.ts';
import { laws } from '../own-finding.ts';
import { audioSection, audioTitle } from './audio-section.ts';
import { html, type Html } from './html.ts';
import type { BuiltReport, CheckerReport, FileReport } from './report-data.ts';

/**
 * Everything in one file: it loads nothing, runs nothing, and reads well without its style.
 *
 * @param built where a build wrote it: then it says what it covers
 */
export function htmlReport(
  files: readonly FileReport[],
  lecternVersion: string,
  built?: BuiltReport,
): string {
  const title = built
    ? `Quality report: ${built.title}`
    : files.length === 1
      ? `Conformance report: ${files[0]?.file ?? ''}`
      : 'Conformance report';
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>${title}</title>
        <style>
          :root {
            color-scheme: light dark;
          }
          body {
            max-width: 60em;
            margin: 0 auto;
            padding: 1em;
            font-family: system-ui, sans-serif;
            line-height: 1.5;
            overflow-wrap: anywhere;
          }
          table {
            width: 100%;
            border-collapse: collapse;
          }
          caption {
            margin-bottom: 0.4em;
            text-align: start;
            font-weight: bold;
          }
          th,
          td {
            padding: 0.3em 0.8em 0.3em 0;
            border-bottom: 1px solid #888;
            text-align: start;
            vertical-align: top;
          }
          th[scope='row'] {
            font-weight: normal;
          }
          figure {
            margin: 1em 0;
          }
          svg {
            display: block;
          }
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          <p>
            Written by Lectern ${lecternVersion}. What a machine can check was checked; whether texts,
            alternatives and their order make sense, a person must judge.
          </p>
          ${built ? overview(files, built) : html``} ${files.map(fileSection)}
          ${built ? built.audio.map(audioSection) : html``}
        </main>
      </body>
    </html> `;
  return page.html;
}

/** A build replaces the report: what is not listed, an earlier one left in the folder. */
function overview(files: readonly FileReport[], { audio }: BuiltReport): Html {
  const all = [...files, ...audio.map((one) => ({ file: audioTitle(one), passed: one.passed }))];
  return html`<p>It covers what one build made and nothing that an earlier one left beside it.</p>
    <table>
      <caption>
        What was judged
      </caption>
      <thead>
        <tr>
          <th scope="col">File</th>
          <th scope="col">Result</th>
        </tr>
      </thead>
      <tbody>
        ${all.map(
          ({ file, passed }) =>
            html`<tr>
              <th scope="row">${file}</th>
              <td>${passed ? 'Passed' : 'Not passed'}</td>
            </tr> `,
        )}
      </tbody>
    </table>`;
}

function fileSection({ file, bytes, sha256, passed, checkers, counts, findings }: FileReport): Html {
  return html`<section>
    <h2>${file}</h2>
    <p>
      <strong>${passed ? 'Passed' : 'Not passed'}:</strong> fatal ${counts.fatal}, errors ${counts.error},
      warnings ${counts.warning}, for information ${counts.info}.
    </p>
    <p>${bytes} bytes, SHA-256 <code>${sha256}</code>.</p>
    <h3>Checkers</h3>
    <table>
      <caption>
        Which checkers ran
      </caption>
      <thead>
        <tr>
          <th scope="col">Checker</th>
          <th scope="col">Version</th>
          <th scope="col">What became of it</th>
        </tr>
      </thead>
      <tbody>
        ${checkers.map(checkerRow)}
      </tbody>
    </table>
    <h3>Findings</h3>
    ${findings.length === 0 ? html`<p>None.</p>` : findingsTable(findings)}
    ${checkers.some((run) => run.checker === 'lectern' && !('skipped' in run)) ? lawsSection(findings) : html``}
  </section> `;
}

function checkerRow(run: CheckerReport): Html {
  const [version, outcome] = 'skipped' in run ? ['', `Did not run: ${run.skipped}.`] : [run.version, run.note === undefined ? 'Ran.' : `Ran: ${run.note}.`]; // prettier-ignore
  return html`<tr>
    <th scope="row">${run.name}</th>
    <td>${version}</td>
    <td>${outcome}</td>
  </tr> `;
}

function findingsTable(findings: readonly Finding[]): Html {
  return html`<table>
    <caption>
      Everything that was found
    </caption>
    <thead>
      <tr>
        <th scope="col">Code</th>
        <th scope="col">Severity</th>
        <th scope="col">Checker</th>
        <th scope="col">Place</th>
        <th scope="col">What is said</th>
      </tr>
    </thead>
    <tbody>
      ${findings.map(findingRow)}
    </tbody>
  </table>`;
}

function findingRow({ checker, severity, code, message, place }: Finding): Html {
  const where = [place?.path, place?.line, place?.column].filter((part) => part !== undefined).join(':');
  return html`<tr>
    <th scope="row">${code}</th>
    <td>${severity}</td>
    <td>${checkerNames[checker]}</td>
    <td>${where}</td>
    <td>${message}</td>
  </tr> `;
}

function lawsSection(findings: readonly Finding[]): Html {
  const rows = Object.entries(laws).map(([code, { law }]) => {
    const number = findings.filter((one) => one.checker === 'lectern' && one.code === code).length;
    return html`<tr>
      <th scope="row">${law}</th>
      <td>${code}</td>
      <td>${number}</td>
    </tr> `;
  });
  return html`<h3>What Lectern itself looks for</h3>
    <table>
      <caption>
        Laws that no other checker proves, and how often each was broken
      </caption>
      <thead>
        <tr>
          <th scope="col">Law</th>
          <th scope="col">Code</th>
          <th scope="col">Findings</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>`;
}
