import { describe, expect, it } from 'vitest';
import { parseCalculation } from '../../../../normalizers/parse/calculation/parse-calculation.js';
import type { Calculation } from '../../../../src/model/target.js';

const parse = (text: string, yuan: number | null): Calculation =>
  parseCalculation(text, { amountFen: yuan === null ? null : yuan * 100, moneyUnit: '万元' });

function results(
  result: Calculation['result'],
  rows: readonly (readonly [text: string, yuan: number | null])[],
) {
  it.each(rows)(`%s is ${result}`, (text, yuan) => expect(parse(text, yuan).result).toBe(result));
}

describe('products', () => {
  results('exact', [
    ['培训4期*50人/期*500元/人=10万元', 100_000],
    ['物业费：2500㎡×5元/㎡·月×10个月=12.5万元', 125_000],
    ['100元/份x1000份=10万元', 100_000],
    ['（3+2）人*500元/人*12月=3万元', 30_000],
    ['10%*50000元=5000元', 5000],
    ['50万元的20%', 100_000],
    ['3000元/月*12', 36_000],
    ['2万元+3万元=5万元', 50_000],
    ['100万元-20万元=80万元', 800_000],
  ]);
  results('implied-factor', [
    ['保安8人*2500元/人/月=24万元', 240_000],
    ['5人*1000元/月', 60_000],
    ['2万元/季度=8万元', 80_000],
  ]);
  results('implied-unit', [
    ['20*500*12=12万', 120_000],
    ['12个月*3000元/月=36000', 36_000],
  ]);
  results('differs', [
    ['8人*2500元/人/月=25万元', 250_000],
    ['4期*50人/期*500元/人=11万元', 110_000],
    ['4期*50人/期*500元/人=10万元', 110_000],
  ]);
  results('unparsed', [
    ['5-10万元', 100_000],
    ['5万元-10万元', 100_000],
    ['据实结算', 100_000],
    ['', 100_000],
  ]);

  it('says which factor is implied, and only when it meets', () => {
    expect(parse('8人*2500元/人/月=24万元', 240_000).terms[0]).toMatchObject({
      implied: { value: '12', unit: '月' },
      computedYuan: '240000',
    });
    expect(parse('8人*2500元/人/月=25万元', 250_000).terms[0]).toMatchObject({ computedYuan: '20000' });
    expect(parse('8人*2500元/人/月=25万元', 250_000).terms[0]?.implied).toBeUndefined();
  });
});

describe('factors in clauses of their own', () => {
  results('exact', [
    ['10人，每人1万元，共10万元', 100_000],
    ['根据财行〔2017〕14号文件，按每场5000元标准，全年20场，共计10万元', 100_000],
    ['按22.44元/人标准，服务人口1000人', 22_440],
  ]);
  results('implied-factor', [['每人每月500元，20人，全年12万元', 120_000]]);
  results('lump', [['每人每月500元，20人，全年15万元', 150_000]]);
});

describe('totals and parts', () => {
  results('exact', [
    ['共10万元，其中培训费6万元、资料费4万元', 100_000],
    ['办公费10万元：纸张5万元，笔墨5万元', 100_000],
    ['共10万元：1.办公费5万元；2.会议费5万元。', 100_000],
    ['纸张10万元，笔5万元，小计15万元；场租5万元，餐费5万元，小计10万元。合计25万元', 250_000],
    ['10万元（其中：办公费3万元，培训费7万元）', 100_000],
    ['50万元（100元/份×5000份）', 500_000],
    ['会议费：3天*50人*400元/人/天=6万元，减去自筹4万元', 20_000],
  ]);
  results('lump', [
    ['50万元（其中上级资金40万元）', 500_000],
    ['电话0731-22629890，联系人，10万元', 100_000],
    ['按2023年实际支出测算，10万元', 100_000],
  ]);

  it('a headline or total that is not the sum of its parts is flagged', () => {
    expect(parse('50万元（100元/份×4000份=40万元）', 500_000)).toMatchObject({
      result: 'differs',
      flags: ['headline-differs'],
    });
    expect(parse('纸张5万元，笔墨4万元，合计10万元', 90_000)).toMatchObject({
      result: 'differs',
      flags: ['total-differs'],
    });
  });
});

describe('quantities', () => {
  it('are kept with their labels; ordinals, years and prices are not', () => {
    const { quantities } = parse(
      '2023年三期工程3期的标牌，印刷手册20万份*0.3元/份=6万元，全年宣传50次左右',
      60_000,
    );
    expect(quantities).toEqual([
      { printed: '20万份', value: '200000', unit: '份', label: '印刷手册' },
      { printed: '50次', value: '50', unit: '次', label: '全年宣传' },
    ]);
  });
});

describe('a price per a unit larger than its base', () => {
  it.each([
    ['5公里×2万元/公里=10万元', '5', '公里'],
    ['3.5千米×1.2万元/千米=4.2万元', '3.5', '千米'],
    ['10公顷×1.5万元/公顷=15万元', '10', '公顷'],
    ['5公里×2万元/公里×2次=20万元', '5', '公里'],
    ['2吨×3元/公斤=6000元', '2000', '公斤'],
  ])('%s', (text, value, unit) => {
    const parsed = parseCalculation(text, { amountFen: null, moneyUnit: null });
    expect(parsed.result).toBe('exact');
    expect(parsed.terms[0]?.factors[0]).toMatchObject({ value, unit });
  });

  it('is found to differ', () => {
    const parsed = parseCalculation('5公里×2万元/公里=12万元', { amountFen: null, moneyUnit: null });
    expect(parsed).toMatchObject({ result: 'differs', computedYuan: '100000', statedYuan: '120000' });
  });

  it('is left as it is beside other things', () => {
    expect(parseCalculation('5处×2万元/公里', { amountFen: null, moneyUnit: null }).computedYuan).toBe(
      '100000',
    );
  });
});
