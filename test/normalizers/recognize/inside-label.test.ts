import { describe, expect, it } from 'vitest';
import { splitInside } from '../../../normalizers/recognize/words/inside-label.js';
import { timesOfReference } from '../../support/times-of-reference.js';

const parts = (text: string) => splitInside(text).map(({ label, text: value }) => [label.trim(), value]);

describe('splitInside', () => {
  it.each([
    ['资金总额：240.67', [['资金总额', '240.67']]],
    ['年度资金总额(含本级) 5.12', [['年度资金总额(含本级)', '5.12']]],
    ['年度资金总额(含本级) 5万', [['年度资金总额(含本级)', '5万']]],
    ['其中：财政拨款 15.5', [['其中：财政拨款', '15.5']]],
    [
      '资金总额：145.00；其中：财政拨款 15.5',
      [
        ['资金总额', '145.00'],
        ['其中：财政拨款', '15.5'],
      ],
    ],
  ])('finds the amount in %j', (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  it('finds a known label before a colon', () => {
    expect(parts('项目名称：古树名木保护')).toEqual([['项目名称', '古树名木保护']]);
  });

  it('parts a goal from the label glued to it', () => {
    expect(parts('年度绩效目标(含本级)修缮校舍三所。')).toEqual([['年度绩效目标(含本级)', '修缮校舍三所。']]);
  });

  it('parts two goals in one cell, told apart by their scopes', () => {
    expect(parts('年度总体绩效目标(含本级和市县)全县达标 年度绩效目标(含本级)本级达标')).toEqual([
      ['年度总体绩效目标(含本级和市县)', '全县达标'],
      ['年度绩效目标(含本级)', '本级达标'],
    ]);
  });

  it('drops the bracket that opened after a glued label and never closes', () => {
    expect(parts('年度总体绩效目标(做好流动人口管理服务，预防各类事故发生')).toEqual([
      ['年度总体绩效目标', '做好流动人口管理服务，预防各类事故发生'],
    ]);
  });

  it.each(['完成年度绩效目标', '培训人数：300', '≤80万元', '联系电话：0000-0000000', ''])(
    'finds none in %j',
    (text) => expect(splitInside(text)).toEqual([]),
  );

  it.each(['甲', '资金总额', '其中：', '年度资金总额(含本级)：', '年度', '5', ''])(
    'needs no more than the length of a cell of blanks: %j',
    async (before) => {
      const split = (): void => {
        for (const blank of [' ', '\u3000', '\t', ' 年度 ']) {
          splitInside(`${before}${blank.repeat(2_000)}x`);
          splitInside(`${before}${blank.repeat(2_000)}5${blank.repeat(2_000)}x`);
        }
      };
      expect(await timesOfReference(split)).toBeLessThan(100);
    },
  );
});
