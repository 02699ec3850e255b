import { describe, expect, it } from 'vitest';
import { findByTopic } from '../../../src/compare/compare-projects.js';
import type { Comparison } from '../../../src/model/comparison.js';
import { comparisonPicture } from '../../../src/report/compare/comparison-picture.js';
import { county, projectRow, wan } from '../../support/comparison-rows.js';

const comparisonOf = (topic: string, rows: Parameters<typeof findByTopic>[1]): Comparison => ({
  ...findByTopic(topic, rows),
  regions: [],
  years: [2024],
  unitGroups: [],
  targetGroups: [],
});

describe('comparisonPicture', () => {
  it('draws a bar per amount on one scale, with the median of three and more', () => {
    const rows = [4, 2, 1].map((amount, n) =>
      projectRow({ ...county(n + 1), project: '铁路护路经费', amountFen: wan(amount) }),
    );
    const svg = comparisonPicture(comparisonOf('铁路护路', rows));
    const widths = [...svg.matchAll(/<rect x="\d+" y="\d+" width="([\d.]+)"/g)].map(([, width]) =>
      Number(width),
    );
    expect(widths).toHaveLength(3);
    expect((widths[0] ?? 0) / (widths[2] ?? 1)).toBeCloseTo(4);
    expect(svg).toContain('中位数 2.00');
    expect(svg).toContain('第1县 2024');
    expect(svg).not.toMatch(/href|url\(|<script|@import/);
  });

  it('lets no published text become markup', () => {
    const evil = `护路"><script>alert(1)</script>'&`;
    const svg = comparisonPicture(
      comparisonOf('护路', [projectRow({ ...county(1), project: evil, region: '<b>', amountFen: wan(1) })]),
    );
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('<b>');
    expect(svg).toContain('&lt;script&gt;');
  });

  it('says so where no amount was published', () => {
    expect(comparisonPicture(comparisonOf('护路', [projectRow({ project: '护路' })]))).toContain(
      '没有公开金额',
    );
  });
});
