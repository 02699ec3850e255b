import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberedItems } from '../../../normalizers/recognize/tables/indicators/split-numbered.js';
import { type Reading, read } from './draw-table.js';

const indicatorsOf = ({ disclosure }: Reading): string[] =>
  disclosure.indicators.map(({ level1, level2, name, target }) => [level1, level2, name, target].join(' '));

/** Two forms of a project around rows of indicators, under the columns given. */
const form = (rows: string, header = '一级指标|二级指标|三级指标|指标值'): Reading =>
  read(
    '2025年项目支出绩效目标表',
    `项目名称|渠道整修${'|<'.repeat(header.split('|').length - 2)}\n${header}\n${rows}`,
  );

const statuses = ({ claims }: Reading, status: string) =>
  claims.filter((claim) => claim.status === status).length;

describe('a cell that holds several indicators', () => {
  it.each([
    ['1.清淤长度⏎2.水闸数量|≥8公里⏎≥3座', ['清淤长度 ≥8公里', '水闸数量 ≥3座']],
    ['①清淤长度；②水闸数量；|①≥8公里；②≥3座。', ['清淤长度 ≥8公里', '水闸数量 ≥3座']],
    ['（1）清淤长度⏎（2）水闸⏎数量|（1）≥8公里⏎（2）≥3座', ['清淤长度 ≥8公里', '水闸数量 ≥3座']],
    ['指标1：清淤长度⏎指标2：水闸数量|指标1：≥8公里⏎指标2：≥3座', ['清淤长度 ≥8公里', '水闸数量 ≥3座']],
    [
      '1、清淤长度2、水闸数量3、涵管|1、≥8公里2、≥3座3、2处',
      ['清淤长度 ≥8公里', '水闸数量 ≥3座', '涵管 2处'],
    ],
  ])('%s', (cells, expected) => {
    expect(indicatorsOf(form(`产出指标|数量指标|${cells}`))).toEqual(
      expected.map((indicator) => `产出指标 数量指标 ${indicator}`),
    );
  });

  it.each([
    '1.清淤长度⏎2.水闸数量|≥8公里',
    '1.清淤长度⏎2.水闸数量|≥8公里⏎≥3座⏎≥2处',
    '清淤时间；验收时间|6月底；11月底',
    '清淤长度⏎水闸数量|≥8公里⏎≥3座',
    '2.水闸数量⏎3.涵管|≥3座⏎2处',
    '1.5米以上渠道⏎2.5米以上渠道|≥8公里⏎≥3公里',
  ])('stays one where the cells do not say the same: %s', (cells) => {
    expect(form(`产出指标|数量指标|${cells}`).disclosure.indicators).toHaveLength(1);
  });

  it('deals out the other columns that hold as many lines, and counts a weight once', () => {
    const { disclosure } = form(
      '产出指标|数量指标|1.清淤⏎2.水闸|≥|8⏎3|公里⏎座|10',
      '一级指标|二级指标|三级指标|指标性质|指标值|计量单位|权重',
    );
    expect(disclosure.indicators.map(({ name, target, weight }) => [name, target, weight])).toEqual([
      ['清淤', '≥8公里', '10'],
      ['水闸', '≥3座', null],
    ]);
  });

  it('gives back every item of a numbered text', () => {
    const item = fc.stringMatching(/^[渠水闸长度数量合格率]{1,8}$/);
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 2, maxLength: 9 }),
        fc.constantFrom('.', '、', '．'),
        (items, mark) => {
          const text = items.map((one, i) => `${i + 1}${mark}${one}`).join('\n');
          expect(numberedItems(text)).toEqual(items);
        },
      ),
    );
  });
});

describe('rows that are no indicators', () => {
  it.each(['/|/', '-|-', '——|', '无|无', 'N/A|／', '—|/'])('blank marks: %s', (cells) => {
    const reading = form(`产出指标|数量指标|清淤|8公里
效益指标|生态效益指标|${cells}
满意度指标|服务对象满意度指标|农户满意度|≥90%`);
    expect(reading.disclosure.indicators).toHaveLength(2);
    expect(statuses(reading, 'unclaimed')).toBe(0);
  });

  it('a name beside a blank mark, and a target beside one, are indicators', () => {
    const reading = form('产出指标|数量指标|清淤|/\n效益指标|生态效益指标|无|≥5%');
    expect(reading.disclosure.indicators.map(({ name }) => name)).toEqual(['清淤', '无']);
  });

  it.each([
    '总分值、评价总分 (S)|<|<|<|92.5',
    '综合评价得分|<|<|92.5|<',
    '自评总分（100分）|<|<|100|92.5',
    '产出指标小计|<|<|40|38',
    '合计得分|<|<|<|92.5',
    '综合评价等次|<|良（80≤S＜90）|<|<',
  ])('totals and grades: %s', (row) => {
    const reading = form(`产出指标|数量指标|清淤|8公里|20\n${row}`, '一级指标|二级指标|三级指标|指标值|分值');
    expect(reading.disclosure.indicators.map(({ name }) => name)).toEqual(['清淤']);
    expect(statuses(reading, 'unclaimed')).toBe(0);
  });

  it('a name that speaks of a score is an indicator', () => {
    const reading = form('产出指标|质量指标|考核得分|≥90分\n^|^|评价结果等级|优');
    expect(reading.disclosure.indicators.map(({ name }) => name)).toEqual(['考核得分', '评价结果等级']);
  });

  it.each([
    '一级指标|分值|得分|得分率\n决策|20|17.9|89.5%\n产出|30|25.3|84.3%',
    '指标|标准分|得分|得分率\n决策|20|17.9|89.5%\n效益|30|24|80%',
    '评价指标|权重|得分|扣分\n过程|20|17.9|2.1\n产出|30|24|6',
  ])('a table of scores behind a form: %s', (scores) => {
    const rows = '一级指标|二级指标|三级指标|指标值\n产出指标|数量指标|清淤|8公里';
    const behind = read('项目绩效指标表', rows, '综合得分85分。', scores);
    expect(behind.disclosure.indicators.map(({ name }) => name)).toEqual(['清淤']);
    const below = read('项目绩效指标表', `${rows}\n${scores}`);
    expect(below.disclosure.indicators.map(({ name }) => name)).toEqual(['清淤']);
  });
});
