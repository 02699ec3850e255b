import type Big from 'big.js';
import type { Said } from '../../../model/statement.js';
import { oppositeReason } from '../../equations/statements/opposite-reason.js';
import { DIRECTION_WORDS, printedDirection, wordOf } from '../../equations/statements/printed-direction.js';
import { baseOf, turnedBase, withRateBehind } from '../../equations/statements/said-base.js';
import { plainSubject, saidFigure } from '../../equations/statements/said-facts.js';
import { opposedTable } from '../../equations/statements/table-change.js';
import { doRangesMeet, type FenRange, mayBeRate, minus, rangeOf } from '../../figures/change-rate.js';
import { type Figure, fenOf } from '../../figures/figure.js';
import { showFen, showFigure, showIn } from '../../figures/format.js';
import type { DisclosureSubject } from '../../subjects/subject.js';
import { fail, notApplicable, notEvaluated, pass, type Verdict } from '../../verdicts/verdict.js';
import { arithmetic } from '../authority.js';
import { type SaidSpec, twoYearTable } from '../pack-example.js';
import { defineDocumentRule } from '../rule.js';

export const narrativePercentDiffers = defineDocumentRule({
  id: 'narrative-percent-differs',
  version: 4,
  title: '文字说明的增减幅度与金额不符',
  severity: 'warning',
  tolerance: 'T2',
  authority: arithmetic('增减幅度 = 增减额 ÷ 上年数；增减额 = 本年数 − 上年数'),
  formula: '|增减额| ÷ 上年数 = 印出的百分比（末位之内）；“增加”“减少”与正负相合',
  why: '增减的百分比或方向与同一句话的金额不符，多半是改了一处没有改另一处；上年数没有印出的，由本年数和增减额推算。',
  messages: {
    rate: '文字中“{subject}”{change}，按{formula}应为{expected}%，印为{printed}%，待核实。',
    share: '文字中“{subject}”{change}，占比（完成比例）印为{printed}%，按{formula}应为{expected}%，待核实。',
    contrary: '文字中“{subject}”先写“{word}{change}”，随后写“{other}”，方向不一，待核实。',
    direction: '文字中“{subject}”由{base}到{amount}，写的是“{word}”，待核实。',
    table:
      '文字中“{subject}”写“{word}{change}”，{statement}中“{label}”由上年{base}到本年{amount}，是{right}，待核实。',
    opposite:
      '文字中“{subject}”写“{word}{change}”，按{formula}应为{expected}%，印为{printed}%；按“{right}”推算（{other}）则相符，方向待核实。',
    change: '文字中“{subject}”由{base}到{amount}，{formula}，印的增减额是{printed}，待核实。',
    zero: '文字中“{subject}”为{amount}，较上年增加{change}，上年为0，没有增幅可算，印为{printed}%，待核实。',
  },
  *check(disclosure) {
    const own = disclosure.disclosure.said.filter(({ money, change, percent, base }) =>
      Boolean(money && (change || base) && (percent || change)),
    );
    if (own.length === 0) return yield notApplicable('文字中没有增减幅度');
    const seen = new Set<string>();
    for (const said of own.map((each) => withRateBehind(each, disclosure))) {
      const key = `${plainSubject(said.subject)} ${said.money?.fen} ${said.change?.money.fen} ${said.percent?.figure}`;
      if (seen.has(key)) continue;
      seen.add(key);
      yield judge(said, disclosure);
    }
  },
  examples: {
    passes: [
      {
        title: '增加额除以推算的上年数',
        disclosures: [{ said: [risen('6210.93万元', '2171.76万元', '53.77')] }],
      },
      { title: '截去末位', disclosures: [{ said: [risen('6210.93万元', '2171.76万元', '53.76')] }] },
      {
        title: '完成预算的百分之几',
        disclosures: [
          {
            said: [
              { subject: '支出决算', amount: '91.14万元', base: '100万元', percent: ['91.14', 'completion'] },
            ],
          },
        ],
      },
      {
        title: '上年、本年都为 0',
        disclosures: [{ said: [risen('0万元', '0万元', '0'), risen('6210.93万元', '2171.76万元', '53.77')] }],
      },
      {
        title: '减到零是减少100%',
        disclosures: [
          {
            said: [
              {
                subject: '会议费',
                amount: '1万元',
                base: '1万元',
                change: ['0万元', 'up'],
                percent: ['0', 'change', 'up'],
              },
            ],
          },
        ],
      },
      {
        title: '表中两年的增减与文字相同',
        disclosures: [{ said: [risen('76万元', '8万元', '11.76')], statements: [twoYearTable('68', '76')] }],
      },
      {
        title: '表中的上年是执行数，差额不同',
        disclosures: [{ said: [risen('76万元', '8万元', '11.76')], statements: [twoYearTable('79', '76')] }],
      },
      {
        title: '幅度是与另一个数比的',
        disclosures: [{ said: reception('增加0.40万元，比年初预算下降8.00%') }],
      },
      {
        title: '增加的原因里说到别的减少',
        disclosures: [
          {
            said: [
              {
                subject: '公务接待费',
                amount: '80万元',
                change: ['20万元', 'up'],
                sentence:
                  '公务接待费80万元，较上年增加20万元，增加的主要原因是接待减少后恢复；会议费减少3万元，减少的原因是合并。',
              },
              {
                subject: '会议费',
                amount: '9万元',
                change: ['0万元', 'up'],
                sentence: '会议费9万元，较上年增加0万元，减少的主要原因是无。',
              },
            ],
          },
        ],
      },
    ],
    reports: [
      {
        title: '百分比错了',
        disclosures: [{ said: [risen('6210.93万元', '2171.76万元', '34.97')] }],
        fields: ['rate:支出'],
      },
      {
        title: '减少写成增加',
        disclosures: [
          {
            said: [
              {
                subject: '支出预算',
                amount: '80万元',
                base: '100万元',
                change: ['20万元', 'up'],
                percent: ['20', 'change', 'up'],
              },
            ],
          },
        ],
        fields: ['direction:支出'],
      },
      {
        title: '增减额与表中的方向相反',
        disclosures: [{ said: [risen('68万元', '8万元', '10.53')], statements: [twoYearTable('76', '68')] }],
        fields: ['direction:支出'],
      },
      {
        title: '百分比按另一方向才相符',
        disclosures: [{ said: [risen('68万元', '8万元', '10.53')] }],
        fields: ['direction:支出'],
      },
      {
        title: '增减额错了',
        disclosures: [
          { said: [{ subject: '支出预算', amount: '80万元', base: '100万元', change: ['30万元', 'down'] }] },
        ],
        fields: ['change:支出'],
      },
      {
        title: '先说增加，接着说减少的原因',
        disclosures: [
          {
            said: [
              {
                subject: '公务接待费',
                amount: '80万元',
                change: ['20万元', 'up'],
                sentence: '公务接待费80万元，较上年增加20万元，减少的主要原因是厉行节约。',
              },
            ],
          },
        ],
        fields: ['contrary:公务接待费'],
      },
      {
        title: '金额增加，幅度下降',
        disclosures: [
          {
            said: [
              {
                subject: '公务接待费',
                amount: '5.40万元',
                change: ['0.40万元', 'up'],
                percent: ['8', 'change', 'down'],
              },
            ],
          },
        ],
        fields: ['contrary:公务接待费'],
      },
      {
        title: '增加0.40万元，下降8%：方向不一',
        disclosures: [{ said: reception('增加0.40万元，下降8.00%') }],
        fields: ['contrary:公务接待费'],
      },
      {
        title: '上年为 0，印了增幅',
        disclosures: [{ said: [risen('27.50万元', '27.50万元', '100')] }],
        fields: ['zero:支出'],
      },
    ],
    notApplicable: [
      { title: '没有增减', disclosures: [{ said: [{ subject: '支出预算', amount: '80万元' }] }] },
    ],
  },
});

/** 占…的, 完成预算的: the amount itself is divided. */
const isPartOf = ({ percent }: Said): boolean => percent?.of === 'share' || percent?.of === 'completion';

interface Change {
  said: Said;
  money: Figure;
  base: Figure | null;
  change: Figure | null;
}

function judge(said: Said, disclosure: DisclosureSubject): Verdict {
  const money = saidFigure(said, said.money, disclosure);
  const base = saidFigure(said, said.base, disclosure);
  const change = saidFigure(said, said.change?.money ?? null, disclosure);
  if (!money || fenOf(money) === null) return notEvaluated('金额未能判定');
  const facts = { said, money, base: base && fenOf(base) !== null ? base : null, change };
  return (
    contraryOf(facts) ??
    directionOf(facts) ??
    tableOf(facts, disclosure) ??
    changeOf(facts) ??
    rateOf(facts) ??
    pass
  );
}

/** 增加9.49万元，减少的主要原因是…; 增加0.40万元，下降8%: two words of one change that say the opposite. */
function contraryOf({ said, money, change }: Change): Verdict | null {
  const direction = said.change?.direction;
  if (!change || !fenOf(change) || !direction || direction === 'same') return null;
  const opposite = direction === 'up' ? 'down' : 'up';
  const isRate = said.percent?.of === 'change' && said.percent.direction === opposite;
  const reason = isRate ? null : oppositeReason(said.sentence, change.money.printed, direction);
  if (!isRate && !reason) return null;
  const rate = said.percent?.figure ?? '';
  return report('contrary', said, [money, change], {
    word: wordOf(said),
    change: showFigure(change),
    other: reason ?? `${printedDirection(said.sentence, rate) ?? DIRECTION_WORDS[opposite]}${rate}%`,
  });
}

/** 增加 where the amount is less than what it is compared with. */
function directionOf({ said, money, base }: Change): Verdict | null {
  const direction = said.change?.direction ?? said.percent?.direction;
  const [own, before] = [rangeOf(money), base && rangeOf(base)];
  if (isPartOf(said) || !own || !before || !direction || direction === 'same') return null;
  const isUp = own.low.gt(before.high);
  const isDown = own.high.lt(before.low);
  if (direction === 'up' ? !isDown : !isUp) return null;
  return report('direction', said, [money, base], {
    base: showFigure(base as Figure),
    amount: showFigure(money),
    word: wordOf(said),
  });
}

/** 增加 where the table of both years prints the same difference the other way. */
function tableOf({ said, money, change }: Change, disclosure: DisclosureSubject): Verdict | null {
  const direction = said.change?.direction;
  if (!change || !fenOf(change) || !direction || direction === 'same' || isPartOf(said)) return null;
  const table = opposedTable(said, money, change, disclosure);
  if (!table) return null;
  const unit = change.money.unit ?? '万元';
  const difference = Math.abs((fenOf(table.now) ?? 0) - (fenOf(table.before) ?? 0));
  return report('table', said, [money, change, table.before, table.now], {
    word: wordOf(said),
    change: `${showFigure(change)}${said.percent?.of === 'change' ? `（${said.percent.figure}%）` : ''}`,
    statement: table.statement,
    label: table.now.label,
    base: showIn(table.before, unit),
    amount: showIn(table.now, unit),
    right: `${DIRECTION_WORDS[direction === 'up' ? 'down' : 'up']}${showFen(difference, unit)}`,
  });
}

function changeOf({ said, money, base, change }: Change): Verdict | null {
  const [own, before, printed] = [rangeOf(money), base && rangeOf(base), change && rangeOf(change)];
  if (!base || !change || isPartOf(said) || !own || !before || !printed) return null;
  const up = minus(own, before);
  const down = minus(before, own);
  if (doRangesMeet(up, printed) || doRangesMeet(down, printed)) return null;
  const fen = Math.abs((fenOf(money) ?? 0) - (fenOf(base) ?? 0));
  const unit = money.money.unit ?? '万元';
  return report('change', said, [money, base, change], {
    base: showFigure(base),
    amount: showFigure(money),
    formula: `相差${showFen(fen, unit)}`,
    printed: showFigure(change),
  });
}

function rateOf({ said, money, base, change }: Change): Verdict | null {
  const { percent } = said;
  const own = rangeOf(money);
  if (!percent || !own) return null;
  const before = base ? rangeOf(base) : baseOf(said, own, change);
  if (!before || before.low.lte(0)) return zeroOf(said, money, change);
  const isShare = isPartOf(said);
  const part = isShare ? own : change ? rangeOf(change) : absolute(minus(own, before));
  if (!part || (isShare && !base)) return null;
  if (mayBeRate(percent.figure.replace('-', ''), part, before) !== false) return null;
  const middle = ({ low, high }: FenRange): Big => low.plus(high).div(2);
  const unit = money.money.unit ?? '万元';
  const [above, below] = [middle(part), middle(before)];
  const expected = above.div(below).times(100).toFixed(2);
  const formula = `${showFen(Number(above.toFixed(0)), unit)} ÷ ${showFen(Number(below.toFixed(0)), unit)}`;
  const turned = base || isShare ? null : turnedBase(said, own, change);
  if (turned && change && turned.low.gt(0) && mayBeRate(percent.figure.replace('-', ''), part, turned)) {
    const other = showFen(Number(middle(turned).toFixed(0)), unit);
    return report('opposite', said, [money, change], {
      word: wordOf(said),
      change: showFigure(change),
      formula,
      expected,
      printed: percent.figure,
      right: DIRECTION_WORDS[said.change?.direction === 'up' ? 'down' : 'up'],
      other: `${showFen(Number(above.toFixed(0)), unit)} ÷ ${other}`,
    });
  }
  return report(isShare ? 'share' : 'rate', said, [money, base, change], {
    change: change ? `${wordOf(said)}${showFigure(change)}` : `为${showFigure(money)}`,
    formula,
    expected,
    printed: percent.figure,
  });
}

/** 增加27.50万元（100%） where all of it is new. */
function zeroOf(said: Said, money: Figure, change: Figure | null): Verdict {
  const isNew = change !== null && fenOf(change) === fenOf(money) && said.change?.direction === 'up';
  if (!isNew || isPartOf(said) || Number(said.percent?.figure) === 0)
    return notApplicable('上年数为零，没有增减幅度');
  const parameters = {
    amount: showFigure(money),
    change: showFigure(change),
    printed: said.percent?.figure ?? '',
  };
  return report('zero', said, [money, change], parameters);
}

const absolute = (range: FenRange): FenRange =>
  range.high.lt(0) ? { low: range.high.times(-1), high: range.low.times(-1) } : range;

/** Fields of messages that are of one kind with another. */
const FIELDS: Record<string, string> = { table: 'direction', opposite: 'direction' };

function report(
  message: 'rate' | 'share' | 'contrary' | 'direction' | 'table' | 'opposite' | 'change' | 'zero',
  said: Said,
  figures: (Figure | null)[],
  parameters: Record<string, string>,
): Verdict {
  return fail({
    field: `${FIELDS[message] ?? message}:${plainSubject(said.subject)}`,
    project: null,
    message,
    ...(message === 'zero' ? { severity: 'note' as const } : {}),
    parameters: { subject: said.subject, ...parameters },
    reported:
      message === 'table'
        ? `${parameters.word}${parameters.change}`
        : parameters.printed
          ? `${parameters.printed}${message === 'change' ? '' : '%'}`
          : undefined,
    expected:
      message === 'table' ? parameters.right : parameters.expected ? `${parameters.expected}%` : undefined,
    operands: figures.flatMap((figure) => figure ?? []),
  });
}

function risen(amount: string, change: string, percent: string): SaidSpec {
  return { subject: '支出预算', amount, change: [change, 'up'], percent: [percent, 'change', 'up'] };
}

/** A difference, and a rate that was read as said of the amount once more. */
function reception(words: string): SaidSpec[] {
  const said = {
    subject: '公务接待费',
    amount: '4.60万元',
    sentence: `公务接待费4.60万元，比上年${words}。`,
  };
  return [
    { ...said, change: ['0.40万元', 'up'] },
    { ...said, percent: ['8.00', 'change', 'down'] },
  ];
}
