import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainProse } from '../../../normalizers/said/plain-prose.js';
import { readSaid } from '../../../normalizers/said/read-said.js';
import type { Said } from '../../../src/model/statement.js';
import { runsOf } from '../../support/thorough.js';
import { timesOfReference } from '../../support/times-of-reference.js';
import { proseOf } from './said-in.js';

const WORDS = [
  '2026年',
  '本部门',
  '收入预算',
  '公务接待费',
  '行政运行（2011301）',
  '为',
  '12.5',
  '1,234.56万元',
  '0万元',
  '3%',
  '（',
  '）',
  '，',
  '。',
  '；',
  '：',
  '、',
  '比上年',
  '增加',
  '减少',
  '与上年持平',
  '其中：',
  '主要原因是',
  '主要用于',
  '占',
  '车辆',
  '3辆',
  '编制人数',
  '20人',
  '一、',
  '（一）',
  '名词解释',
  '支出决算为',
  '年初预算为',
  '完成预算的',
  '-',
  '\n',
  ' ',
  '５．５万元',
  '(0.44%)',
  'XX',
];

const prose = fc.array(
  fc
    .array(fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...WORDS) }, fc.string({ maxLength: 3 })), {
      maxLength: 40,
    })
    .map((words) => words.join('')),
  { maxLength: 6 },
);

const figuresOf = ({ money, base, change, percent, count }: Said): string[] =>
  [money?.figure, base?.figure, change?.money.figure, percent?.figure, count?.figure].filter(
    (figure) => figure !== null && figure !== undefined,
  );

const withoutBlanks = (text: string): string => text.replace(/\s/g, '');

describe('any prose', () => {
  it('is read without a crash, and every figure claimed stands in its paragraphs', () => {
    fc.assert(
      fc.property(prose, (lines) => {
        const text = plainProse(lines.join('')).replace(/,/g, '');
        for (const said of readSaid(proseOf(...lines))) {
          expect(said.subject).not.toBe('');
          for (const figure of figuresOf(said)) expect(text).toContain(figure);
        }
      }),
      { numRuns: runsOf(80, 400) },
    );
  });

  it('says where it stands: the sentence is printed so', () => {
    fc.assert(
      fc.property(prose, (lines) => {
        const printed = withoutBlanks(lines.join(''));
        for (const { sentence, evidence } of readSaid(proseOf(...lines))) {
          expect(printed).toContain(withoutBlanks(sentence));
          expect(lines).toContain(evidence.quote);
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['figures', '收入预算1万元、'],
    ['brackets', '（（1万元'],
    ['words', '一般公共预算拨款安排的支出与上年'],
    ['parts', '其中：包括'],
    ['digits', '1,1'],
  ])('takes no long time for endless %s', async (_, part) => {
    const prose = proseOf(`${part.repeat(5_000)}。`);
    expect(await timesOfReference(() => readSaid(prose))).toBeLessThan(250);
  });
});
