import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import chromiumFiles from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core';
import { makeScorecard } from '../make-scorecard.ts';
import { longSource, nothingKept, printedOf, testMeasure, testRun, testSource } from '../test-sources.ts';
import { scorecardPage } from './scorecard-page.ts';

const reached = { ...testMeasure, check: 'facet', value: 0.95, threshold: null };
const scorecard = makeScorecard(
  [testSource, longSource],
  { ...nothingKept, run: () => testRun({ printed: printedOf(testMeasure, reached) }) },
  { at: new Date('2026-11-22T21:00:00Z'), commit: 'cccccccccc' },
);

describe('the page of the scorecard in a browser', () => {
  let browser: Browser;
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'scorecard-page-'));
    writeFileSync(join(folder, 'index.html'), scorecardPage(scorecard));
    const executablePath = await chromiumFiles.executablePath();
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const open = async (options: BrowserContextOptions = {}) => {
    const page = await (await browser.newContext(options)).newPage();
    await page.goto(pathToFileURL(join(folder, 'index.html')).href);
    return page;
  };

  it.each(['light', 'dark'] as const)('has no fault that axe finds, %s', async (colorScheme) => {
    const page = await open({ colorScheme, viewport: { width: 360, height: 640 } });
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual(
      [],
    );
  });

  it('fits the smallest phone: nobody has to scroll sideways', async () => {
    const page = await open({ viewport: { width: 320, height: 568 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  });

  it('speaks Vietnamese, and English by one key', async () => {
    const page = await open();
    await page.getByRole('heading', { name: 'Chưa đạt' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Missed' }).isVisible()).toBe(false);
    await page.getByRole('radio', { name: 'Tiếng Việt' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('heading', { name: 'Missed' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Chưa đạt' }).isVisible()).toBe(false);
  });
});
