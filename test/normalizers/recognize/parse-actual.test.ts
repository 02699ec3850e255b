import { describe, expect, it } from 'vitest';
import { parseTarget } from '../../../normalizers/parse/target/parse-target.js';
import { parseActual } from '../../../normalizers/recognize/tables/indicators/parse-actual.js';

const read = (name: string, target: string, actual: string) =>
  parseActual(actual, parseTarget({ text: target, name }), { name });

describe('parseActual', () => {
  it.each([
    ['群众满意度', '≥90%', '95', { kind: 'percent', quantity: '95', measure: '%' }],
    ['开展培训', '≥12场次', '12', { quantity: '12', measure: '场次' }],
    ['印制资料', '≥2万份', '2', { quantity: '20000', measure: '份' }],
    ['群众满意度', '≥90%', '96%', { quantity: '96', measure: '%' }],
    ['运行成本', '≤20万元', '18.5万元', { kind: 'money', quantity: '185000', measure: '元' }],
    ['完成时间', '12月底前', '12月底前', { kind: 'deadline' }],
    ['社会影响', '逐步提升', '有所提升', { kind: 'level' }],
  ])('%s, promised %s, actual %s', (name, target, actual, expected) => {
    expect(read(name, target, actual)).toMatchObject({ raw: expect.any(String), ...expected });
  });

  it('gives no unit to words', () => {
    expect(read('开展培训', '≥12场次', '已全部办结，详见附件')).toMatchObject({ kind: 'text', unit: null });
  });
});
