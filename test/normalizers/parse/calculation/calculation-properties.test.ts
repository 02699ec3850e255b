import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCalculation } from '../../../../normalizers/parse/calculation/parse-calculation.js';
import { takesNoLongTime } from '../../../support/takes-no-long-time.js';
import { runsOf } from '../../../support/thorough.js';

const NO_LINE = { amountFen: null, moneyUnit: '万元' } as const;

const FRAGMENTS =
  '1|20|3.5|0|0731-22629890|10,000|万|亿|元|万元|元/人/月|元/人·天|（元/人/月）|人|（人）|份|个月|月|年|次|%|*|×|x|+|-|/|÷|=|共|合计|小计|其中|减去|每人|每月|（|）|(|)|、|，|；|。|：|办公费|培训|的|约|等|第|2023年|〔2017〕14号| |\n'.split(
    '|',
  );
const messy = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 20 }).map((parts) => parts.join(''));

const count = fc.integer({ min: 1, max: 500 });
const price = fc.integer({ min: 1, max: 5000 });
const LABELS = ['办公费', '印刷费', '培训费', '差旅费', '租赁费', '维修费'];

interface Clause {
  label: string;
  count: number;
  price: number;
}
const clauses = fc
  .array(fc.tuple(count, price), { minLength: 1, maxLength: LABELS.length })
  .map((rows) => rows.map(([n, p], i): Clause => ({ label: LABELS[i] ?? '', count: n, price: p })));

const total = (rows: readonly Clause[]): Big =>
  rows.reduce((sum, row) => sum.plus(row.count * row.price), new Big(0));
const inYuan = ({ label, count: n, price: p }: Clause) => `${label}${n}份*${p}元/份=${n * p}元`;
const inWan = ({ label, count: n, price: p }: Clause) =>
  `${label}${n}份×${p}元/份=${new Big(n * p).div(10_000).toFixed()}万元`;

describe('any text', () => {
  it('gives a calculation and never throws (10,000 strings)', () => {
    fc.assert(
      fc.property(
        fc.oneof(messy, fc.string({ unit: 'binary', maxLength: 40 })),
        fc.option(fc.nat()),
        (text, amountFen) => {
          const parsed = parseCalculation(text, { amountFen, moneyUnit: '元' });
          expect(parsed.raw).toBe(text);
          for (const amount of [parsed.computedYuan, parsed.statedYuan])
            if (amount !== null) expect(amount).toMatch(/^-?\d+(\.\d+)?$/);
        },
      ),
      { numRuns: runsOf(300, 10_000) },
    );
  });
});

describe('sums of products', () => {
  it('are exact', () => {
    fc.assert(
      fc.property(clauses, (rows) => {
        const sum = total(rows);
        const parsed = parseCalculation(rows.map(inYuan).join('；'), {
          amountFen: Number(sum.times(100).toFixed()),
          moneyUnit: '元',
        });
        expect(parsed).toMatchObject({
          result: 'exact',
          computedYuan: sum.toFixed(),
          statedYuan: sum.toFixed(),
        });
      }),
    );
  });

  it('do not depend on the order of the clauses', () => {
    fc.assert(
      fc.property(clauses, fc.constantFrom('；', '，', '、', '。'), (rows, mark) => {
        const forward = parseCalculation(rows.map(inYuan).join(mark), NO_LINE);
        const backward = parseCalculation([...rows].reverse().map(inYuan).join(mark), NO_LINE);
        expect(backward.computedYuan).toBe(forward.computedYuan);
        expect(backward.statedYuan).toBe(forward.statedYuan);
        expect(backward.result).toBe(forward.result);
      }),
    );
  });

  it('are the same in 元 and in 万元', () => {
    fc.assert(
      fc.property(clauses, (rows) => {
        const yuan = parseCalculation(rows.map(inYuan).join('；'), NO_LINE);
        const wan = parseCalculation(rows.map(inWan).join('；'), NO_LINE);
        expect(wan.computedYuan).toBe(yuan.computedYuan);
        expect(wan.statedYuan).toBe(yuan.statedYuan);
        expect(wan.result).toBe(yuan.result);
      }),
    );
  });

  it('differ when a result is changed', () => {
    fc.assert(
      fc.property(clauses, fc.integer({ min: 1, max: 9 }), (rows, change) => {
        const [first, ...rest] = rows;
        if (!first) return;
        const wrong = `${first.label}${first.count}份*${first.price}元/份=${first.count * first.price + change}元`;
        const parsed = parseCalculation([wrong, ...rest.map(inYuan)].join('；'), NO_LINE);
        expect(parsed.result).toBe('differs');
      }),
    );
  });

  it('accept twelve months only where they meet the result', () => {
    fc.assert(
      fc.property(count, price, fc.integer({ min: 1, max: 24 }), (n, p, months) => {
        const parsed = parseCalculation(`${n}人*${p}元/人/月=${n * p * months}元`, NO_LINE);
        const expected = months === 1 ? 'exact' : months === 12 ? 'implied-factor' : 'differs';
        expect(parsed.result).toBe(expected);
        expect(parsed.terms[0]?.implied).toEqual(months === 12 ? { value: '12', unit: '月' } : undefined);
      }),
    );
  });
});

describe('long input', () => {
  const fragments = [
    '1',
    '1,',
    '1*',
    '9999*',
    '1+',
    '1=',
    '1元',
    '1元，',
    '合计1元，',
    '(',
    '(1+',
    '(1元',
    '((1',
    '1元(',
    '1元/人(',
    '每',
    '每人1元，1人，',
    '1元：',
    '其中1元',
    '1人',
    ')',
  ];

  takesNoLongTime(fragments, (text) => parseCalculation(text, { amountFen: 1_000_000, moneyUnit: '万元' }));
});
