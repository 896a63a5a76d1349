/** Tests in a browser, and what axe says of a page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { findProgram } from '../tools/find-program.ts';

const browserPath =
  process.env['PUPPETEER_EXECUTABLE_PATH'] ??
  findProgram('chromium', 'chromium-browser', 'google-chrome', 'chrome');

/** Without a browser it is skipped; in CI there must be one. */
export function describeInBrowser(name: string, tests: (newPage: () => Promise<Page>) => void): void {
  describe.runIf(browserPath !== undefined || process.env['CI'] === 'true')(name, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await puppeteer.launch({
        ...(browserPath !== undefined && { executablePath: browserPath }),
        args: ['--no-sandbox'],
      });
    });
    afterAll(() => browser.close());
    tests(() => browser.newPage());
  });
}

/** The rules that the page breaks, by axe as Ace has it, and how many it keeps. A page's own policy cannot keep this script out. */
export async function axeOn(
  page: Page,
): Promise<{ readonly violations: readonly string[]; readonly passes: number }> {
  const aceCore = createRequire(import.meta.url).resolve('@daisy/ace-cli/package.json');
  await page.evaluate(
    readFileSync(createRequire(aceCore).resolve('@daisy/axe-core-for-ace/axe.min.js'), 'utf8'),
  );
  const { violations, passes } = (await page.evaluate('axe.run()')) as {
    readonly violations: readonly { readonly id: string }[];
    readonly passes: readonly unknown[];
  };
  return { violations: violations.map(({ id }) => id), passes: passes.length };
}
