import { describe, expect, it } from 'vitest';
import { joinTarget } from '../../../../normalizers/parse/target/join-target.js';

describe('joinTarget', () => {
  it.each([
    ['≥', '230', '个', '≥230个'],
    ['大于等于', '1', '次', '大于等于1次'],
    ['定性', '优', '', '优'],
    ['定量 ≥', '90', '%', '≥90%'],
    ['正向', '12', '篇', '12篇'],
    ['≥', '≥90', '%', '≥90%'],
    ['≥', '90%', '%', '≥90%'],
    ['', '良好', '—', '良好'],
    ['定性', '良好', '级', '良好'],
    ['≤', '', '万元', ''],
  ])('%s | %s | %s → %s', (operator, value, unit, joined) => {
    expect(joinTarget({ operator, value, unit })).toBe(joined);
  });
});
