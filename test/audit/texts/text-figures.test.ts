import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textFigures } from '../../../src/audit/texts/text-figures.js';

const read = (text: string) =>
  textFigures(text).map(({ value, unit }) => [value.toFixed(), unit.slice(0, 1)]);

describe('textFigures', () => {
  it.each([
    [
      '全年发放手册2.5万份，出勤率达到95%。',
      [
        ['25000', '份'],
        ['95', '%'],
      ],
    ],
    ['储备1,200吨以上', [['1200', '吨']]],
    ['组织３次培训', [['3', '次']]],
    ['2024年完成第3批改造，按照A4标准', []],
    ['采购设备300余台', [['300', '台']]],
    ['自2023年10月\n首演至2024年3月期间，共演出30余场。新排剧目2部', [['2', '部']]],
    ['去年培训5次，今年培训6次', [['6', '次']]],
    ['馆藏已经达到3万册，新购图书2千册', [['2', '千']]],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('keeps the words of the clause before and behind', () => {
    const [figure] = textFigures('新建看台，修缮座椅120个用于比赛');
    expect(figure).toMatchObject({ before: '修缮座椅', after: '个用于比赛' });
  });

  it('reads any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'3年万，。%个.,２《》次 \n') }), (text) => {
        for (const { value } of textFigures(text)) expect(value.gte(0)).toBe(true);
      }),
    );
  });
});
