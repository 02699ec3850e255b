import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseProjectCode } from '../../../../normalizers/parse/project-code/parse-project-code.js';

const CODE = '43020423P004040100011';

describe('parseProjectCode', () => {
  it.each([
    [CODE, ''],
    [`${CODE}-标志类任务单`, '标志类任务单'],
    [`${CODE}平安建设经费（本级）`, '平安建设经费（本级）'],
    [`平安建设经费(${CODE})`, '平安建设经费'],
    [`项目编码：${CODE}`, '项目编码'],
    ['43020423P0040\n40100011-平安建设经费', '平安建设经费'],
    ['４３０２０４２３Ｐ００４０４０１０００１１ 平安建设', '平安建设'],
  ])('%s', (text, rest) => {
    expect(parseProjectCode(text)).toEqual({
      code: CODE,
      regionCode: '430204',
      year: 2023,
      class: 'P',
      rest,
    });
  });

  it.each([
    '',
    '216001',
    'GD-2026-0001',
    '43020423P00404010001',
    '43020423P0040401000112',
    '0731-22629806',
    '430204230040401000112',
    '平安建设经费',
  ])('null for %s', (text) => {
    expect(parseProjectCode(text)).toBeNull();
  });

  it('answers for every text, and finds its own code in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        parseProjectCode(text);
        expect(parseProjectCode(`${CODE}，${text}`)?.code).toBe(CODE);
      }),
    );
  });
});
