import Big from 'big.js';
import { fenOf } from '../../figures/figure.js';
import { showFigure } from '../../figures/format.js';
import { halfWidth } from '../../figures/intervals.js';
import { isCostIndicator } from '../../subjects/cost-target.js';
import { quoteTarget, targetOperand } from '../../subjects/indicators.js';
import { namedTargets } from '../../subjects/named-targets.js';
import { costedQuantities, promisedQuantities, sameThing } from '../../subjects/quantity.js';
import type { FormEntry } from '../../subjects/subject.js';
import type { OperandDraft } from '../../verdicts/operand.js';
import { fail, notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { arithmetic } from '../authority.js';
import type { ProjectSpec, TargetSpec } from '../example.js';
import { defineDocumentRule } from '../rule.js';

export const targetsSwapped = defineDocumentRule({
  id: 'targets-swapped',
  version: 1,
  title: '两个项目的指标值互换了位置',
  severity: 'warning',
  tolerance: 'T1',
  authority: arithmetic('成本指标与项目金额、数量指标与测算依据各在本项目内相符'),
  formula: '甲的成本（数量）指标 = 乙的金额（测算数量），乙的 = 甲的，而各自与本项目不符',
  why: '两个数字各自与对方的项目恰好相符，多为填表时错了行；两项目金额碰巧如此的极少。',
  messages: {
    swapped:
      '“{one}”的指标{first}与“{other}”的{otherOwn}相符，“{other}”的指标{second}与“{one}”的{oneOwn}相符，两者可能互换，待核实。',
  },
  *check(disclosure) {
    const entries = disclosure.forms
      .flatMap((form) => form.entries)
      .filter(({ project }) => project !== null);
    const claims = entries.flatMap(claimsOf);
    const wrong = claims.filter(({ meets }) => !meets).toSorted(byProject);
    if (claims.length < 2) return yield notApplicable('没有两个可以比较的项目');
    const found = wrong.flatMap((claim, index) => {
      const partner = wrong.slice(index + 1).find((other) => isSwapped(claim, other));
      return partner ? [swapped(claim, partner)] : [];
    });
    if (found.length === 0) yield pass;
    yield* found;
  },
  examples: {
    passes: [
      { title: '各自相符', disclosures: [listing(['12', '12'], ['20', '20'])] },
      { title: '只有一方与对方相符', disclosures: [listing(['12', '20'], ['20', '15'])] },
    ],
    reports: [
      {
        title: '成本指标互换',
        disclosures: [listing(['12', '20'], ['20', '12'], ['7', '7'])],
        fields: ['swapped:amount:项目0'],
      },
    ],
    notApplicable: [{ title: '只有一个项目', disclosures: [listing(['12', '20'])] }],
  },
});

/** What a project promises and what its own form says it should be. */
interface Claim {
  entry: FormEntry;
  /** Claims of one kind are compared. */
  kind: string;
  promised: Big;
  own: Big;
  slack: Big;
  meets: boolean;
  /** In words. */
  target: string;
  ownPrinted: string;
  operands: OperandDraft[];
}

const nameOf = ({ entry }: Claim): string => entry.project?.name ?? '';

const byProject = (a: Claim, b: Claim): number =>
  nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0;

const claimsOf = (entry: FormEntry): Claim[] => [...costClaims(entry), ...quantityClaims(entry)];

/** The one cost target of a project against its amount, in fen. */
function costClaims(entry: FormEntry): Claim[] {
  const { amount } = entry;
  const fen = fenOf(amount);
  const [cost, another] = namedTargets(entry).filter(
    ({ indicator, unit }) => unit === '元' && indicator.horizon === 'annual' && isCostIndicator(indicator),
  );
  if (!amount || !fen || !cost || another || /每|单价|人均|标准/.test(cost.name)) return [];
  const [promised, own, slack] = [
    cost.value.times(100),
    new Big(fen),
    halfWidth(amount.money, amount.form.decimals),
  ];
  return [
    {
      entry,
      kind: 'amount',
      promised,
      own,
      slack,
      meets: promised.minus(own).abs().lte(slack),
      target: quoteTarget(cost.indicator),
      ownPrinted: `金额${showFigure(amount)}`,
      operands: [targetOperand(entry, cost.indicator), amount],
    },
  ];
}

/** A quantity promised against the same thing in the project's calculations, where it is named once. */
function quantityClaims(entry: FormEntry): Claim[] {
  const costed = costedQuantities(entry);
  if (costed.length === 0) return [];
  return promisedQuantities(entry).flatMap((promised) => {
    const [same, another] = costed.filter((quantity) => sameThing(promised, quantity) !== null);
    if (!same || another) return [];
    return [
      {
        entry,
        kind: promised.unit,
        promised: promised.value,
        own: same.value,
        slack: new Big(0),
        meets: promised.value.eq(same.value),
        target: quoteTarget(promised.indicator),
        ownPrinted: `测算数量${same.printed}`,
        operands: [promised.operand, same.operand],
      },
    ];
  });
}

function isSwapped(a: Claim, b: Claim): boolean {
  if (a.kind !== b.kind || a.entry.project === b.entry.project) return false;
  const slack = a.slack.plus(b.slack);
  return a.promised.minus(b.own).abs().lte(slack) && b.promised.minus(a.own).abs().lte(slack);
}

function swapped(a: Claim, b: Claim): Verdict {
  const [one, other] = [a, b].map(nameOf);
  return fail({
    field: `swapped:${a.kind}:${one}`,
    project: a.entry.project,
    message: 'swapped',
    parameters: {
      one: one ?? '',
      other: other ?? '',
      first: a.target,
      second: b.target,
      oneOwn: a.ownPrinted,
      otherOwn: b.ownPrinted,
    },
    reported: a.target,
    expected: b.target,
    operands: [...a.operands, ...b.operands],
  });
}

function listing(...rows: [amount: string, cost: string][]): { projects: ProjectSpec[] } {
  return {
    projects: rows.map(([amount, cost], index) => {
      const parsed: TargetSpec = ['money', '<=', cost, '万元', `${cost}0000`, '元'];
      const indicators = [{ level1: '成本指标', name: '总成本', target: `≤${cost}万元`, parsed }];
      return { name: `项目${index}`, amount, indicators };
    }),
  };
}
