import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type ServedSite, serveSite } from '../support/serve-site.js';

const PLACES = [
  process.env.MINGZHANG_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Where Chromium is on this machine; tests in a browser are skipped where there is none. */
export const CHROMIUM = PLACES.find((path): path is string => path !== undefined && existsSync(path));

/** A browser with an empty profile. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--no-first-run',
    ],
  });

/** A browser and the site over these files for the tests of a describe block; there from the first test on. */
export function siteInBrowser(paths: readonly string[]): { browser: Browser; site: ServedSite } {
  const here = {} as { browser: Browser; site: ServedSite };
  beforeAll(async () => {
    [here.browser, here.site] = await Promise.all([openBrowser(), serveSite(paths)]);
  });
  afterAll(async () => {
    await here.browser?.close();
    await here.site?.close();
  });
  return here;
}

const DESKTOP = { width: 1366, height: 768 };
export const PHONE = { width: 390, height: 844 };

/** A page that remembers every complaint of its console, and every request it made to another site. */
export async function openPage(
  browser: Browser,
  viewport = DESKTOP,
): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage({ viewport, locale: 'zh-CN' });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    if (why !== 'net::ERR_ABORTED') complaints.push(`${request.url()} ${why}`);
  });
  return { page, complaints };
}

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

/** The part of axe-core's results that is read here. */
interface AxeResults {
  violations: { id: string; impact: string; nodes: { html: string }[] }[];
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Serious and critical violations of WCAG 2 A and AA that axe-core finds on the page, each with an element. */
export async function seriousViolations(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(AXE, 'utf8'));
  const { violations } = await page.evaluate<AxeResults>(`axe.run({ runOnly: ${JSON.stringify(WCAG)} })`);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
