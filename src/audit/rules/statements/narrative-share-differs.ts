import Big from 'big.js';
import { type ContractShares, contractShares } from '../../equations/statements/contract-shares.js';
import { plainSubject } from '../../equations/statements/said-facts.js';
import { type SaidShare, saidShares } from '../../equations/statements/said-shares.js';
import { doRangesMeet, rangeOf } from '../../figures/change-rate.js';
import { type Figure, fenOf } from '../../figures/figure.js';
import { showFen, showFigure } from '../../figures/format.js';
import { fail, notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { arithmetic } from '../authority.js';
import type { SaidSpec } from '../pack-example.js';
import { defineDocumentRule } from '../rule.js';

export const narrativeShareDiffers = defineDocumentRule({
  id: 'narrative-share-differs',
  version: 2,
  title: '文字说明的占比与金额不符',
  severity: 'warning',
  tolerance: 'T2',
  authority: arithmetic('占比 = 部分 ÷ 总数'),
  formula: '部分 ÷ 总数 = 印出的占比（末位之内）；Σ 各类占比 × 各类支出 = 授予中小企业合同金额',
  why: '占比与所说的金额不符，多半是改了一处没有改另一处，或用错了分母；同一节中有一个金额能作分母的不提。',
  messages: {
    differs:
      '文字中“{subject}”为{amount}，占“{whole}”的比例印为{printed}%，按{formula}应为{expected}%，待核实。',
    tail: '文字中“{subject}”占“{whole}”的比例印为{printed}%，{formula}四舍五入应为{expected}%，其余各项都是四舍五入，多半是为凑足100%改了末位，待核实。',
    contracts:
      '文字中授予中小企业合同金额为{amount}，按各类采购的占比推算为{computed}（{formula}）{rest}{sum}，待核实。',
  },
  *check(disclosure) {
    const shares = saidShares(disclosure);
    const contracts = contractShares(disclosure);
    if (shares.length === 0 && !contracts) return yield notApplicable('文字中没有可以核对的占比');
    for (const share of shares) yield judge(share);
    if (contracts) yield judgeContracts(contracts);
  },
  examples: {
    passes: [
      { title: '占比与金额相符', disclosures: [{ said: spending('73.19', '26.81') }] },
      { title: '截去末位', disclosures: [{ said: spending('73.19', '26.80') }] },
      { title: '各项都截去末位', disclosures: [{ said: list('49.4', '14.2', '36.2') }] },
      {
        title: '分母是同一节的另一个数',
        disclosures: [
          { said: [...spending('73.19', '28.64'), { subject: '财政拨款支出', amount: '2640.00万元' }] },
        ],
      },
      {
        title: '写明了别的分母',
        disclosures: [{ said: spending('73.19', '28.61', '占一般公共预算支出的28.61%') }],
      },
      { title: '各类合同金额相符', disclosures: [{ said: contracted('90.00', '92.94') }] },
    ],
    reports: [
      {
        title: '两位数字颠倒',
        disclosures: [{ said: spending('73.19', '28.61') }],
        fields: ['share:项目支出'],
      },
      {
        title: '写明的分母在别处',
        disclosures: [{ said: spending('73.19', '28.61', '占本年支出合计的28.61%') }],
        fields: ['share:项目支出'],
      },
      {
        title: '列表相加为前面的总数',
        disclosures: [{ said: list('49.5', '14.3', '63.3') }],
        fields: ['share:项目支出'],
      },
      {
        title: '末位为凑足100%',
        disclosures: [{ said: list('49.4', '14.3', '36.3') }],
        fields: ['share:人员支出'],
      },
      {
        title: '同一个分母的构成写成各类的占比',
        disclosures: [{ said: contracted('9.16', '90.84') }],
        fields: ['share:授予中小企业合同金额'],
      },
    ],
    notApplicable: [
      { title: '没有占比', disclosures: [{ said: [{ subject: '项目支出', amount: '1万元' }] }] },
      {
        title: '分母没有写出金额',
        disclosures: [
          {
            said: spending('73.19', '28.61')
              .slice(1)
              .map(({ within: _, ...said }) => said),
          },
        ],
      },
    ],
  },
});

function judge({ said, part, whole, isWrong, beside }: SaidShare): Verdict {
  const printed = said.percent?.figure ?? '';
  const decimals = printed.split('.')[1]?.length ?? 0;
  const share = exactShare(part, whole);
  if (share === null) return pass;
  const isTail = share.toFixed(decimals) !== printed && decimals > 0 && areRounded(beside);
  if (!isWrong && !isTail) return pass;
  const unit = part.money.unit ?? '万元';
  const expected = share.toFixed(isWrong ? 2 : decimals);
  return fail({
    field: `share:${plainSubject(said.subject)}`,
    project: null,
    message: isWrong ? 'differs' : 'tail',
    ...(isWrong ? {} : { severity: 'note' as const }),
    parameters: {
      subject: said.subject,
      amount: showFigure(part),
      whole: whole.label,
      printed,
      formula: `${showFen(fenOf(part) ?? 0, unit)} ÷ ${showFen(fenOf(whole) ?? 0, unit)}`,
      expected,
    },
    reported: `${printed}%`,
    expected: `${expected}%`,
    operands: [part, whole],
  });
}

function exactShare(part: Figure, whole: Figure): Big | null {
  const [own, all] = [fenOf(part), fenOf(whole)];
  return own === null || !all ? null : new Big(own).times(100).div(all);
}

/** Shares that are all rounded, one of them up: no last place is cut off. */
function areRounded(shares: SaidShare[]): boolean {
  const rounded = shares.map(({ said, part, whole }) => {
    const share = exactShare(part, whole);
    const printed = said.percent?.figure ?? '';
    const decimals = printed.split('.')[1]?.length ?? 0;
    return { isRounded: share?.toFixed(decimals) === printed, isUp: share?.lt(printed) ?? false };
  });
  return (
    rounded.length > 1 && rounded.every(({ isRounded }) => isRounded) && rounded.some(({ isUp }) => isUp)
  );
}

/** Shares of what was spent that do not lead to the contracts they are shares of. */
function judgeContracts({ total, shares, unshared, computed }: ContractShares): Verdict {
  const range = rangeOf(total);
  if (!range || doRangesMeet(range, computed)) return pass;
  const sum = shares.reduce((all, { figure }) => all.plus(figure), new Big(0));
  const unit = total.money.unit ?? '万元';
  const show = (fen: Big): string => showFen(fen.round(ROUND_TO).toNumber(), unit);
  const sumOfShares = shares.reduce(
    (all, { figure, spent }) => all.plus(new Big(fenOf(spent) ?? 0).times(figure).div(100)),
    new Big(0),
  );
  const rest = range.low.gt(computed.high) ? unshared : [];
  const most = rest.reduce((all, figure) => all.plus(fenOf(figure) ?? 0), sumOfShares);
  return fail({
    field: 'share:授予中小企业合同金额',
    project: null,
    message: 'contracts',
    parameters: {
      amount: showFigure(total),
      computed: show(sumOfShares),
      formula: shares.map(({ figure, spent: own }) => `${showFigure(own)} × ${figure}%`).join(' + '),
      rest:
        rest.length > 0
          ? `，没有写占比的${rest.map((each) => `“${each.label}”${showFigure(each)}`).join('、')}全部计入也只有${show(most)}`
          : '',
      sum: sum.minus(100).abs().lte(NEARLY) ? '，而各占比相加恰为100%，多半是占合同金额的构成' : '',
    },
    reported: showFigure(total),
    expected: show(sumOfShares),
    operands: [total, ...shares.map((share) => share.spent), ...rest],
  });
}

/** To 100 元. */
const ROUND_TO = -4;
/** Rounded shares add up to 100 within this. */
const NEARLY = '0.02';

function spending(basic: string, project: string, words = `占${project}%`): SaidSpec[] {
  const within = '本年支出合计';
  return [
    { subject: within, amount: '2820.00万元' },
    { subject: '基本支出', within, amount: '2064.00万元', percent: [basic, 'share'] },
    {
      subject: '项目支出',
      within,
      amount: '756.00万元',
      percent: [project, 'share'],
      sentence: `项目支出756.00万元，${words}。`,
    },
  ];
}

/** Parts of 5876.67 without the words that say so. */
function list(...shares: string[]): SaidSpec[] {
  const amounts = ['2906.80万元', '838.27万元', '2131.61万元'];
  return [
    { subject: '支出预算', amount: '5876.67万元' },
    ...['人员支出', '日常公用支出', '项目支出'].map((subject, index): SaidSpec => {
      const [amount = '', share = ''] = [amounts[index], shares[index]];
      return { subject, amount, percent: [share, 'share'], sentence: `${subject}${amount}，占${share}%；` };
    }),
  ];
}

/** Contracts of 1820.69 over purchases of 171.70, 3.00 and 1792.72. */
function contracted(goods: string, services: string): SaidSpec[] {
  const shares = [
    ['货物', goods],
    ['服务', services],
  ];
  return [
    { subject: '政府采购货物支出', amount: '171.70万元' },
    { subject: '政府采购工程支出', amount: '3.00万元' },
    { subject: '政府采购服务支出', amount: '1792.72万元' },
    { subject: '授予中小企业合同金额', amount: '1820.69万元' },
    ...shares.map(
      ([kind, share = '']): SaidSpec => ({
        subject: `${kind}采购授予中小企业合同金额`,
        percent: [share, 'share'],
        sentence: `${kind}采购授予中小企业合同金额占${kind}支出金额的${share}%。`,
      }),
    ),
  ];
}
