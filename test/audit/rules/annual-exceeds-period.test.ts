import { describe, expect, it } from 'vitest';
import type { IndicatorSpec } from '../../../src/audit/rules/example.js';
import { annualExceedsPeriod } from '../../../src/audit/rules/targets/annual-exceeds-period.js';
import { runAudit } from '../../../src/audit/run/run-audit.js';
import { sourceOf } from '../../support/audit-source.js';
import { buildDocument } from '../../support/disclosure-builder.js';

async function severityOf(annual: string, period: string): Promise<string | undefined> {
  const indicators = (['annual', 'period'] as const).map((horizon): IndicatorSpec => {
    const target = horizon === 'annual' ? annual : period;
    const value = /\d+/.exec(target)?.[0] ?? '';
    const parsed: IndicatorSpec['parsed'] = ['number', '=', value, '份', value, '份'];
    return { level1: '产出指标', level2: '数量指标', name: '规程文件', target, parsed, horizon };
  });
  const document = buildDocument({ projects: [{ name: '甲', indicators }] });
  const { findings } = await runAudit(sourceOf([document]), {}, [annualExceedsPeriod]);
  return findings[0]?.severity;
}

describe('annual-exceeds-period', () => {
  it.each([
    ['10份', '1份'],
    ['≥10份', '1 份'],
    ['不少于10份', '≥2份'],
  ])('年度%s、实施期%s: a warning', async (annual, period) => {
    expect(await severityOf(annual, period)).toBe('warning');
  });

  it.each([
    ['印刷10份', '1份'],
    ['装订10份', '编写1份'],
    ['10份（含副本）', '1份'],
  ])('年度%s、实施期%s may be counted in two ways: a note', async (annual, period) => {
    expect(await severityOf(annual, period)).toBe('note');
  });

  it('is silent where the period has more', async () => {
    expect(await severityOf('1份', '10份')).toBeUndefined();
  });
});
