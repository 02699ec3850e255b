import { describe, expect, it } from 'vitest';
import { drawPages } from '../../../scripts/recall/draw-pages.js';
import type { PrintedPage } from '../../../scripts/recall/printed-page.js';

const pages = (count: number, forms: number): PrintedPage[] =>
  Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    runs: [{ text: index < forms ? '三 级 指 标' : '部门概况', left: 0, right: 50, top: 0, bottom: 10 }],
    lines: { upright: [], level: [] },
  }));

describe('drawPages', () => {
  const files = new Map([
    ['长.pdf', pages(150, 100)],
    ['短.pdf', pages(5, 1)],
  ]);

  it('draws the same pages for the same seed, none twice', () => {
    const drawn = drawPages(files, 20, 7);
    expect(drawPages(files, 20, 7)).toEqual(drawn);
    expect(drawPages(files, 20, 8)).not.toEqual(drawn);
    expect(new Set(drawn.map(({ file, page }) => `${file} ${page}`)).size).toBe(20);
  });

  it('has pages with forms of every file, and pages without', () => {
    const drawn = drawPages(files, 20, 7);
    expect(drawn).toContainEqual({ file: '短.pdf', page: 1 });
    expect(drawn.filter(({ file, page }) => file === '长.pdf' && page <= 100)).toHaveLength(6);
    expect(drawn.filter(({ page }) => page > 100).length).toBeGreaterThan(0);
  });
});
