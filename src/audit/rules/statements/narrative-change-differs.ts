import {
  haveOneBase,
  type SaidChange,
  saidChange,
  showChange,
} from '../../equations/statements/said-change.js';
import { plainSubject } from '../../equations/statements/said-facts.js';
import { fenOf } from '../../figures/figure.js';
import { showFen, showFigure } from '../../figures/format.js';
import { fail, notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { arithmetic } from '../authority.js';
import type { SaidSpec } from '../pack-example.js';
import { defineDocumentRule } from '../rule.js';

export const narrativeChangeDiffers = defineDocumentRule({
  id: 'narrative-change-differs',
  version: 1,
  title: '同一金额前后说了两个增减额',
  severity: 'warning',
  tolerance: 'T1',
  authority: arithmetic('上年数 = 本年数 − 增减额：同一科目、同一金额的增减额应当相同'),
  formula: '文字中同一科目的同一金额，各处所说的增减额相同（按各自的末位）',
  why: '金额相同而增减额不同，推得的上年数就不是一个数，多半改了一处没有改另一处；口径不同（与预算数比、与执行数比）的不比较。',
  messages: {
    differs:
      '文字中“{subject}”同为{amount}，一处写{one}，一处写{other}，推得的上年数为{base}与{otherBase}，待核实。',
    rounding: '文字中“{subject}”同为{amount}，增减额一处印{one}，一处印{other}，末位不一，待核实。',
    alike:
      '文字中“{subject}”与“{alike}”同为{amount}，一处写{one}，一处写{other}，推得的上年数为{base}与{otherBase}，如口径相同则不能同真，待核实。',
  },
  *check(disclosure) {
    const changes = disclosure.disclosure.said.flatMap((said) => saidChange(said, disclosure) ?? []);
    if (changes.length < 2) return yield notApplicable('文字中没有两处增减');
    const found = [...differing(changes, nameOf), ...differing(changes, fundOf)];
    if (found.length === 0) return yield pass;
    const reported = new Set<string>();
    for (const [one, other] of found) {
      const key = `${plainSubject(one.said.subject)} ${fenOf(one.amount)}`;
      if (reported.has(key)) continue;
      reported.add(key);
      yield report(one, other);
    }
  },
  examples: {
    passes: [
      { title: '两处相同', disclosures: [{ said: [risen('支出预算'), risen('支出预算')] }] },
      {
        title: '一处印到厘，一处截去',
        disclosures: [{ said: [risen('购房补贴', '16.627万元'), risen('购房补贴', '16.62万元')] }],
      },
      {
        title: '一处与预算数比，一处与执行数比',
        disclosures: [
          { said: [risen('支出预算'), risen('支出预算', '12.00万元', 'up', '较上年执行数增加12.00万元')] },
        ],
      },
      {
        title: '与不同的年份比',
        disclosures: [
          {
            said: [
              risen('支出预算', '16.00万元', 'up', '较2022年增加16.00万元'),
              risen('支出预算', '12.00万元', 'up', '比2021年增加12.00万元'),
            ],
          },
        ],
      },
      {
        title: '同一句话里两次比较',
        disclosures: [
          {
            said: [
              risen('支出预算', '16.00万元', 'up', '较上年增加16.00万元，较2019年增加12.00万元'),
              risen('支出预算', '12.00万元', 'up', '较上年增加16.00万元，较2019年增加12.00万元'),
            ],
          },
        ],
      },
      {
        title: '金额不同',
        disclosures: [
          { said: [risen('支出预算'), { ...risen('支出预算', '12.00万元'), amount: '190.99万元' }] },
        ],
      },
      { title: '科目不同', disclosures: [{ said: [risen('基本支出'), risen('项目支出', '12.00万元')] }] },
      {
        title: '收入与支出不同科目',
        disclosures: [{ said: [risen('收入预算'), risen('支出预算', '12.00万元')] }],
      },
      {
        title: '总额与其中的拨款，上年另有其他收入',
        disclosures: [{ said: [risen('收入预算'), risen('一般公共预算拨款支出', '12.00万元')] }],
      },
      {
        title: '编码不同的同名科目',
        disclosures: [
          {
            said: [
              { ...risen('其他支出'), code: '2019999' },
              { ...risen('其他支出', '12.00万元'), code: '2299999' },
            ],
          },
        ],
      },
      {
        title: '人员经费与公用经费各有同一科目',
        disclosures: [
          {
            said: [
              { ...risen('商品和服务支出'), within: '人员经费' },
              { ...risen('商品和服务支出', '12.00万元'), within: '公用经费' },
            ],
          },
        ],
      },
      {
        title: '两个单位的整数',
        disclosures: [
          {
            said: [
              { ...risen('公务接待费', '1.00万元'), amount: '2.00万元' },
              { ...risen('公务接待费', '0.50万元'), amount: '2.00万元' },
            ],
          },
        ],
      },
      {
        title: '上年另算',
        disclosures: [
          {
            said: [
              { ...risen('支出预算'), aboutYear: 2023 },
              { ...risen('支出预算', '12.00万元'), aboutYear: 2022 },
            ],
          },
        ],
      },
    ],
    reports: [
      {
        title: '一处增加16万元，一处增加12万元',
        disclosures: [{ said: [risen('支出预算'), risen('支出预算', '12.00万元')] }],
        fields: ['change:支出'],
      },
      {
        title: '一处增加，一处持平',
        disclosures: [
          {
            said: [
              risen('机关运行经费'),
              { ...risen('机关运行经费', '0', 'same'), sentence: '与上年持平。' },
            ],
          },
        ],
        fields: ['change:机关运行经费'],
      },
      {
        title: '一处增加，一处减少',
        disclosures: [{ said: [risen('培训费'), risen('培训费', '16.00万元', 'down')] }],
        fields: ['change:培训费'],
      },
      {
        title: '末位不一',
        disclosures: [{ said: [risen('住房公积金', '15.96万元'), risen('住房公积金', '15.95万元')] }],
        fields: ['change:住房公积金'],
      },
      {
        title: '部门经济分类与政府经济分类的同名科目',
        disclosures: [
          {
            said: [
              { ...risen('对企业补助'), code: '312' },
              { ...risen('对企业补助', '192.99万元'), code: '507' },
            ],
          },
        ],
        fields: ['change:对企业补助'],
      },
      {
        title: '收入全部是拨款',
        disclosures: [
          {
            said: [
              risen(
                '收入预算',
                '16.00万元',
                'up',
                '较上年增加16.00万元，主要原因是一般公共预算拨款收入增加16.00万元',
              ),
              risen('一般公共预算拨款支出', '12.00万元'),
            ],
          },
        ],
        fields: ['change:收入'],
      },
    ],
    notApplicable: [
      { title: '只有一处', disclosures: [{ said: [risen('支出预算')] }] },
      { title: '没有增减', disclosures: [{ said: [{ subject: '支出预算', amount: '192.99万元' }] }] },
    ],
  },
});

type Pair = [SaidChange, SaidChange];

/** Pairs of one key whose changes cannot both be true, the furthest apart of each key. */
function differing(changes: SaidChange[], keyOf: (change: SaidChange) => string | null): Pair[] {
  const byKey = new Map<string, SaidChange[]>();
  for (const change of changes) {
    const key = hasDigits(change) ? keyOf(change) : null;
    if (key !== null) byKey.set(key, [...(byKey.get(key) ?? []), change]);
  }
  return [...byKey.values()].flatMap((own): Pair[] => {
    const pairs = own
      .flatMap((one, index) => own.slice(index + 1).map((other): Pair => [one, other]))
      .filter((pair) => differ(...pair))
      .sort((a, b) => apart(b) - apart(a));
    return pairs.slice(0, 1);
  });
}

const apart = ([one, other]: Pair): number => Math.abs(one.fen - other.fen);

/** Two units may both spend a round amount on one thing; an amount of so many digits is the same one. */
const LEAST_DIGITS = 3;
const hasDigits = ({ amount }: SaidChange): boolean =>
  String(fenOf(amount) ?? '').replace(/0+$/, '').length >= LEAST_DIGITS;

const nameOf = ({ said, amount }: SaidChange): string => `${plainSubject(said.subject)} ${fenOf(amount)}`;

const FUND = /^(一般公共|财政)(财政)?(拨款)?(收入|支出|收支)?$/;
const WHOLE = /^(收入|支出|收支|收入、支出)$/;
const CAUSE =
  /原因(?:是|为|在于)?[:：]?(一般公共|财政)(?:预算)?(?:财政)?拨款(?:收入|支出)?(?:增加|减少)(\d+(?:\.\d+)?)/;
const ALL = /(?:全部|均|全)(?:为|是|系|来自|由)(一般公共|财政)/;

/** The fund an amount is of: its own, or that of a whole whose sentence says it is all of the fund, or that its change is the fund's. */
function fundOf({ said, amount, change }: SaidChange): string | null {
  const plain = plainSubject(said.subject);
  const sentence = said.sentence.replace(/\s+/g, '');
  const [, cause, figure] = CAUSE.exec(sentence) ?? [];
  const isCause = figure !== undefined && Number(figure) === Number(change.money.figure ?? Number.NaN);
  const fund =
    FUND.exec(plain)?.[1] ??
    (WHOLE.test(plain) ? (ALL.exec(sentence)?.[1] ?? (isCause ? cause : undefined)) : undefined);
  return fund === undefined ? null : `${fund} ${fenOf(amount)}`;
}

/** Parts of the spending that hold the same classes. */
const PART = /^(人员|公用|日常公用|专项|项目|基本)/;

function differ(one: SaidChange, other: SaidChange): boolean {
  if (one.said.sentence === other.said.sentence || !haveOneBase(one, other)) return false;
  const [year, another] = [one.said.aboutYear, other.said.aboutYear];
  if (year !== null && another !== null && year !== another) return false;
  if (!areOneClass(one.said.code, other.said.code)) return false;
  const [part, otherPart] = [one, other].map(({ said }) => PART.exec(said.within ?? '')?.[0]);
  if (part !== undefined && otherPart !== undefined && part !== otherPart) return false;
  const difference = Math.abs(one.fen - other.fen);
  const place = Math.max(one.place, other.place);
  return difference > place || (difference === place && one.place === other.place && difference > 0);
}

/** Equal codes, none beside one, or a class of the department's economy classes (3xx) and its namesake of the government's (5xx). */
const areOneClass = (one: string | null, other: string | null): boolean =>
  one === null || other === null || one === other || areNamesakes(one, other);

const areNamesakes = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && /^3\d\d,5\d\d$/.test([one, other].sort().join());

function report(one: SaidChange, other: SaidChange): Verdict {
  const { said, amount } = one;
  const unit = amount.money.unit ?? '万元';
  const isRounding = one.place === other.place && Math.abs(one.fen - other.fen) <= one.place;
  const isAlike =
    plainSubject(said.subject) !== plainSubject(other.said.subject) ||
    areNamesakes(said.code, other.said.code);
  const before = ({ amount: own, fen }: SaidChange): string => showFen((fenOf(own) ?? 0) - fen, unit);
  return fail({
    field: `change:${plainSubject(said.subject)}`,
    project: null,
    message: isRounding ? 'rounding' : isAlike ? 'alike' : 'differs',
    ...(isRounding || isAlike ? { severity: 'note' as const } : {}),
    parameters: {
      subject: nameWithCode(one, isAlike),
      alike: nameWithCode(other, isAlike),
      amount: showFigure(amount),
      one: showChange(one),
      other: showChange(other),
      base: before(one),
      otherBase: before(other),
    },
    reported: showChange(one),
    expected: showChange(other),
    differenceFen: one.fen - other.fen,
    totalFen: fenOf(amount) ?? undefined,
    operands: [amount, one.change, other.amount, other.change],
  });
}

const nameWithCode = ({ said: { subject, code } }: SaidChange, isAlike: boolean): string =>
  isAlike && code !== null ? `${subject}（${code}）` : subject;

function risen(
  subject: string,
  change = '16.00万元',
  direction: 'up' | 'down' | 'same' = 'up',
  words = `较上年${direction === 'down' ? '减少' : '增加'}${change}`,
): SaidSpec {
  const sentence = `${subject}192.99万元，${words}。`;
  return { subject, amount: '192.99万元', change: [change, direction], sentence };
}
