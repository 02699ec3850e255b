import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CHROMIUM, openPage, PHONE, seriousViolations, siteInBrowser } from './open-browser.js';

/** Figures of the page that stand on two lines. */
const BROKEN_FIGURES = `(() => {
  const broken = [];
  const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    for (const { 0: figure, index } of texts.currentNode.data.matchAll(/\\d[\\d,.]*\\d/g)) {
      const range = document.createRange();
      range.setStart(texts.currentNode, index);
      range.setEnd(texts.currentNode, index + figure.length);
      const lines = new Set([...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top)));
      if (lines.size > 1) broken.push(figure);
    }
  }
  return broken;
})()`;

const findingOf = (page: Page): number => Number(/findings\/(\d+)/.exec(page.url())?.[1]);

describe.skipIf(CHROMIUM === undefined)('a reviewer', () => {
  const here = siteInBrowser(['samples']);
  const list = () => `${here.site.url}findings?severity=error`;

  it('goes by keys from the list through findings and back, and takes an answer back', async () => {
    const { page, complaints } = await openPage(here.browser);
    await page.goto(list());
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/findings\/\d+/);
    const first = findingOf(page);
    expect(await page.locator('.list-progress').textContent()).toMatch(/^第 2 条，共 \d+ 条 · 已复核 0/);
    await page.keyboard.press('e');
    await page.locator('input[name="who"]:focus').waitFor();
    await page.keyboard.press('Enter');
    expect(await page.locator('input[name="who"]:focus').count()).toBe(1);
    await page.keyboard.type('甲');
    await page.keyboard.press('Enter');
    await page.locator('textarea[name="comment"]:focus').waitFor();
    expect(findingOf(page)).toBe(first);
    expect((await here.site.store.reviews()).size).toBe(0);
    await page.keyboard.type('单位另有说明');
    await page.keyboard.press('Enter');
    await page.locator('.answered:focus').waitFor();
    const second = findingOf(page);
    expect(second).not.toBe(first);
    expect(await page.locator('.answered').textContent()).toContain(`f${first} 已记为 已说明：单位另有说明`);
    expect(await page.locator('.list-progress').textContent()).toContain('第 3 条');
    expect(await here.site.store.reviewedFinding(first)).toMatchObject({ state: 'explained', who: '甲' });
    expect(await seriousViolations(page)).toEqual([]);
    await page.keyboard.press('c');
    await page.keyboard.press('Enter');
    await page.getByText(`f${second} 已记为`).waitFor();
    expect(await here.site.store.reviewedFinding(second)).toMatchObject({ state: 'confirmed', who: '甲' });
    await page.keyboard.press('z');
    await page.getByText('恢复为待核实').waitFor();
    expect(findingOf(page)).toBe(second);
    expect(await here.site.store.reviewedFinding(second)).toMatchObject({ state: 'open', at: null });
    await page.keyboard.press('z');
    await page.getByText('没有可以撤销的答复').waitFor();
    await page.keyboard.press('d');
    await page.keyboard.press('Enter');
    await page.locator('textarea[name="comment"]:focus:invalid').waitFor();
    expect(await page.evaluate(`document.querySelector('textarea').validationMessage`)).toBe(
      '答“排除”请写明理由',
    );
    expect(findingOf(page)).toBe(second);
    await page.keyboard.press('Escape');
    await page.keyboard.press('u');
    await page.locator(`tr.current#f${second} a:focus`).waitFor();
    expect(new URL(page.url()).search).toBe('?severity=error');
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').textContent()).toContain('撤销刚才的答复');
    expect(await seriousViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(here.site.errors).toEqual([]);
  });

  it('answers findings of one rule on one department at once, and takes that back at once', async () => {
    const { page, complaints } = await openPage(here.browser);
    const before = await here.site.store.reviews();
    await page.goto(`${here.site.url}findings?review=open`);
    const link = page.locator('.alike a').first();
    const count = Number(/(\d+)/.exec((await link.textContent()) ?? '')?.[1]);
    await link.click();
    await page.locator('input.pick').first().waitFor();
    expect(await page.locator('input.pick:checked').count()).toBe(count);
    await page.keyboard.press('x');
    expect(await page.locator('input.pick:checked').count()).toBe(0);
    await page.keyboard.press('x');
    expect(await page.getByRole('button', { name: `答复所勾选的 ${count} 条` }).count()).toBe(1);
    expect(await seriousViolations(page)).toEqual([]);
    await page.keyboard.press('d');
    await page.keyboard.type('甲');
    await page.keyboard.press('Tab');
    await page.keyboard.type('同一处版式');
    await page.keyboard.press('Enter');
    await page.getByText(`${count} 条疑点 已记为`).waitFor();
    const together = [...(await here.site.store.reviews()).values()].filter(
      ({ comment }) => comment === '同一处版式',
    );
    expect(together.map(({ state }) => state)).toEqual(Array.from({ length: count }, () => 'dismissed'));
    await page.keyboard.press('z');
    await page.getByText('恢复为待核实').waitFor();
    expect(await here.site.store.reviews()).toEqual(before);
    expect(complaints).toEqual([]);
  });

  it.each([
    ['a page drawn', 'pdf'],
    ['a table', 'docx'],
  ])('walks through the places of %s and enlarges on them', async (_, format) => {
    const { page, complaints } = await openPage(here.browser);
    const rows = await here.site.store.listReviews({ all: true });
    const shown = rows.find(({ path, formula }) => path?.endsWith(`.${format}`) && formula !== null);
    await page.goto(`${here.site.url}findings/${shown?.id}`);
    const at = async () => /^(\d+)\/(\d+)/.exec((await page.locator('.fact-at').textContent()) ?? '') ?? [];
    const [, from, places] = await at();
    expect([from, Number(places) > 1]).toEqual(['1', true]);
    const place = page.locator('.fact-here').first();
    const size = async () => (await place.boundingBox())?.height ?? 0;
    const before = await size();
    await page.keyboard.press('f');
    expect(await page.getByRole('button', { name: '放大到单元格' }).getAttribute('aria-pressed')).toBe(
      'true',
    );
    expect(await size()).toBeGreaterThan(before * 1.15);
    for (let step = 2; step <= Number(places); step++) {
      await page.keyboard.press('n');
      expect((await at())[1]).toBe(String(step));
      const frame = await page.locator('.zoomed').boundingBox();
      const cell = await place.boundingBox();
      const middle = (cell?.y ?? 0) + Math.min(cell?.height ?? 0, 40) / 2;
      expect(middle).toBeGreaterThan(frame?.y ?? 0);
      expect(middle).toBeLessThan((frame?.y ?? 0) + (frame?.height ?? 0));
    }
    await page.keyboard.press('p');
    await page.keyboard.press('f');
    expect(await page.locator('.zoomed').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('finds no figure broken inside its digits, on a desk or a phone', async () => {
    const rows = (await here.site.store.listReviews({ all: true })).filter(({ formula }) => formula !== null);
    for (const viewport of [undefined, PHONE]) {
      const { page } = await openPage(here.browser, viewport);
      for (const path of ['findings', ...rows.slice(0, 6).map(({ id }) => `findings/${id}`)]) {
        await page.goto(`${here.site.url}${path}`);
        expect([path, await page.evaluate(BROKEN_FIGURES)]).toEqual([path, []]);
      }
    }
  });
});
