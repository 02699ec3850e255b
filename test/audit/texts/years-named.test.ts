import { describe, expect, it } from 'vitest';
import { yearsNamed } from '../../../src/audit/texts/years-named.js';

const uses = (text: string): string[] => yearsNamed(text).map(({ year, use }) => `${year} ${use}`);

describe('years named', () => {
  it.each([
    ['2026年收入预算100万元，比2025年增加1万元。', ['2026 budget', '2025 compared']],
    ['2026年，青禾市档案馆机关运行经费安排5万元。', ['2026 budget']],
    ['与2025年度相比减少，与2025持平。', ['2025 compared', '2025 compared']],
    ['截至2025年12月31日，共有车辆5辆；2025年底清查。', ['2025 date', '2025 date']],
    ['2023—2025年实施，2026年召开大会。', ['2025 date', '2026 other']],
    ['按国发〔2018〕34号执行，编号20260101。', []],
    ['本部门无2025年结转资金。', ['2025 compared']],
  ])('%s', (text, expected) => {
    expect(uses(text)).toEqual(expected);
  });
});
