import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinTarget } from '../../../../normalizers/parse/target/join-target.js';
import { parseTarget } from '../../../../normalizers/parse/target/parse-target.js';
import { TARGET_KINDS, type Target } from '../../../../src/model/target.js';
import { takesNoLongTime } from '../../../support/takes-no-long-time.js';
import { runsOf } from '../../../support/thorough.js';

const FRAGMENTS =
  '≥|≤|>=|＜|＝|═|≧|不低于|不超过|约|以上|以内|左右|及以上|控制在|每|每月|每人|全年|半年|年均|1|20|3.5|0|007|10,000|１２|二十|一|两|十|万|亿|千|百分之|%|％|‰|个百分点|元|万元|元/人/月|个|次|人次|份|年|月|日|天|小时|个工作日|2023年|12月底前|2023.07|-|~|至|:|/|×|*|x|=|+|（|）|(|)|、|，|；|。|,|满意度|及时率|完成|宣传资料|优|良好|持续|提升|是/否|无|XX|指标1：| |\n|\u3000|\u200b|[bookmark: _GoBack]|《|》|第|G|\ud83d|😀|&ge;'.split(
    '|',
  );
const messy = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 14 }).map((parts) => parts.join(''));
const anyText = fc.oneof(messy, fc.string({ unit: 'binary', maxLength: 40 }));

const DECIMAL = /^-?\d+(\.\d+)?$/;

function check(target: Target): void {
  expect(TARGET_KINDS).toContain(target.kind);
  for (const figure of [target.quantity, target.upper ?? null])
    if (figure !== null) expect(figure).toMatch(DECIMAL);
  for (const part of [...(target.parts ?? []), ...(target.embedded ?? [])]) check(part);
}

const figure = fc
  .tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 3 }))
  .map(([digits, decimals]) => new Big(digits).div(new Big(10).pow(decimals)).toFixed());
const operator = fc.constantFrom('', '≥', '≤', '>', '<', '=', '不低于', '不超过');
const unit = fc.constantFrom(
  '个',
  '次',
  '人',
  '份',
  '家',
  '%',
  '元',
  '万元',
  '万份',
  '天',
  '个月',
  '小时',
  '公里',
  '元/人',
  '次/年',
);
const values = ({ kind, operator, value, quantity, measure, label, upper }: Target) => ({
  kind,
  operator,
  value,
  quantity,
  measure,
  label,
  upper,
});

describe('any text', () => {
  it('gives a target and never throws (10,000 strings)', () => {
    fc.assert(
      fc.property(anyText, fc.option(messy, { nil: undefined }), (text, name) => {
        const target = parseTarget({
          text,
          ...(name === undefined ? {} : { name }),
          level2: null,
          moneyUnit: '万元',
        });
        expect(target.raw).toBe(text);
        check(target);
      }),
      { numRuns: runsOf(300, 10_000) },
    );
  });

  it('keeps the raw string of what it does not understand', () => {
    const text = '按照上级部门统一部署开展相关工作，推进任务落地';
    expect(parseTarget({ text })).toMatchObject({ kind: 'text', raw: text, quantity: null, operator: null });
  });
});

describe('one figure', () => {
  it('means the same in columns and in one cell', () => {
    fc.assert(
      fc.property(operator, figure, unit, (sign, value, printedUnit) => {
        const columns = parseTarget({ text: '', operator: sign, value, unit: printedUnit });
        const joined = parseTarget({ text: joinTarget({ operator: sign, value, unit: printedUnit }) });
        expect(values(columns)).toEqual(values(joined));
        expect(columns.raw).toBe(joined.raw);
      }),
    );
  });

  it('means the same in full-width characters, with spaces and in brackets', () => {
    const wide = (text: string) =>
      text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(operator, figure, unit, (sign, value, printedUnit) => {
        const plain = values(parseTarget({ text: `${sign}${value}${printedUnit}` }));
        expect(values(parseTarget({ text: wide(`${sign}${value}${printedUnit}`) }))).toEqual(plain);
        expect(values(parseTarget({ text: `　${sign} ${value} ${printedUnit} ` }))).toEqual(plain);
        expect(values(parseTarget({ text: `完成数（${sign}${value}${printedUnit}）` }))).toEqual({
          ...plain,
          label: '完成数',
        });
      }),
    );
  });

  it('is the same amount in 元 and in 万元', () => {
    fc.assert(
      fc.property(figure, (value) => {
        const inWan = parseTarget({ text: `≤${value}万元` });
        const inYuan = parseTarget({ text: `≤${new Big(value).times(10_000).toFixed()}元` });
        expect([inWan.kind, inWan.quantity, inWan.measure]).toEqual([
          inYuan.kind,
          inYuan.quantity,
          inYuan.measure,
        ]);
      }),
    );
  });

  it('scales the counter, not money', () => {
    fc.assert(
      fc.property(
        figure,
        fc.constantFrom(['万', 10_000], ['千', 1000], ['亿', 100_000_000] as const),
        (value, [word, size]) => {
          const target = parseTarget({ text: `${value}${word}份` });
          expect(target).toMatchObject({ kind: 'number', value, unit: `${word}份`, measure: '份' });
          expect(target.quantity).toBe(new Big(value).times(size).toFixed());
        },
      ),
    );
  });
});

describe('several figures', () => {
  it('keep their values in any order', () => {
    const part = fc.tuple(
      fc.constantFrom('宣传手册', '展板', '横幅'),
      fc.integer({ min: 1, max: 9999 }),
      fc.constantFrom('册', '块', '条'),
    );
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 2, maxLength: 6 }),
        fc.constantFrom('、', '；', '，', '\n'),
        (parts, mark) => {
          const read = (list: typeof parts) =>
            (parseTarget({ text: list.map((one) => one.join('')).join(mark) }).parts ?? [])
              .map(({ label, quantity, measure }) => [label, quantity, measure].join())
              .sort();
          expect(read(parts)).toEqual(
            parts.map(([label, count, counter]) => [label, `${count}`, counter].join()).sort(),
          );
          expect(read([...parts].reverse())).toEqual(read(parts));
        },
      ),
    );
  });
});

describe('long input', () => {
  const fragments = [
    '1',
    '1,',
    '1，',
    '1.',
    '1*',
    '1/',
    '-1',
    '(',
    '(1',
    ')',
    '每',
    '每1',
    '≥',
    '万',
    '一',
    '十',
    '1月',
    '2023年',
    '2023.',
    '第1',
    '个',
    '持续',
    '以上',
    '1至',
    '》1',
    '%',
    ' ',
    '\n',
    '1 ',
  ];

  takesNoLongTime(fragments, (text) => parseTarget({ text, name: text, level2: '成本指标' }));
});
