import Big from 'big.js';
import { fenOf } from '../../figures/figure.js';
import { showFigure } from '../../figures/format.js';
import { halfWidth } from '../../figures/intervals.js';
import { costTargets } from '../../subjects/cost-target.js';
import { namesTarget } from '../../subjects/goal-figures.js';
import { listed, quoteTarget, targetOperand } from '../../subjects/indicators.js';
import { namedTargets } from '../../subjects/named-targets.js';
import { costedQuantities, promisedQuantities, sameThing } from '../../subjects/quantity.js';
import type { FormEntry } from '../../subjects/subject.js';
import { textFigures } from '../../texts/text-figures.js';
import type { OperandDraft } from '../../verdicts/operand.js';
import { fail, notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { arithmetic } from '../authority.js';
import type { ProjectSpec, TargetSpec } from '../example.js';
import { defineDocumentRule } from '../rule.js';

export const targetsSwapped = defineDocumentRule({
  id: 'targets-swapped',
  version: 2,
  title: '两个项目的指标值互换了位置',
  severity: 'warning',
  tolerance: 'T1',
  authority: arithmetic('成本指标与项目金额、数量指标与测算依据和绩效目标各在本项目内相符'),
  formula:
    '甲的成本指标之和（数量指标）= 乙的金额（测算或绩效目标中的数量），乙的 = 甲的，而各自与本项目不符',
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
      {
        title: '数量指标各与对方的绩效目标相符',
        disclosures: [training(['80', '300'], ['300', '80'])],
        fields: ['swapped:goal:人:项目0'],
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

const claimsOf = (entry: FormEntry): Claim[] => [
  ...costClaims(entry),
  ...quantityClaims(entry),
  ...goalClaims(entry),
];

/** What a project's cost targets come to against its amount, in fen; prices of one thing left out. */
function costClaims(entry: FormEntry): Claim[] {
  const { amount } = entry;
  const fen = fenOf(amount);
  const costs = costTargets(entry).filter(({ indicator }) => indicator.horizon === 'annual');
  if (!amount || !fen || costs.length === 0) return [];
  const promised = costs.reduce((sum, cost) => sum.plus(cost.fen), new Big(0));
  const own = new Big(fen);
  const slack = halfWidth(amount.money, amount.form.decimals);
  return [
    {
      entry,
      kind: 'amount',
      promised,
      own,
      slack,
      meets: promised.minus(own).abs().lte(slack),
      target: listed(costs.map(({ indicator }) => quoteTarget(indicator))),
      ownPrinted: `金额${showFigure(amount)}`,
      operands: [...costs.map(({ indicator }) => targetOperand(entry, indicator)), amount],
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

/** A count promised against the one figure the project's goal gives for the same thing. */
function goalClaims(entry: FormEntry): Claim[] {
  const goal = entry.mention?.annualGoal;
  if (!goal) return [];
  const figures = textFigures(goal.text);
  if (figures.length === 0) return [];
  return namedTargets(entry).flatMap((target) => {
    const { indicator, unit, value } = target;
    if (indicator.horizon !== 'annual' || indicator.parsed.kind !== 'number') return [];
    const [same, another] = figures.filter((figure) => namesTarget(figure, target));
    if (!same || another) return [];
    return [
      {
        entry,
        kind: `goal:${unit}`,
        promised: value,
        own: same.value,
        slack: new Big(0),
        meets: value.eq(same.value),
        target: quoteTarget(indicator),
        ownPrinted: `绩效目标“${same.before.slice(-12)}${same.printed}”`,
        operands: [
          targetOperand(entry, indicator),
          { label: '绩效目标', evidence: goal.evidence, form: entry.reading },
        ],
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

function training(...rows: [target: string, goal: string][]): { projects: ProjectSpec[] } {
  return {
    projects: rows.map(([count, goal], index) => {
      const parsed: TargetSpec = ['number', '>=', count, '人', count, '人'];
      const indicators = [
        { level1: '产出指标', level2: '数量指标', name: '培训学员', target: `≥${count}人`, parsed },
      ];
      return { name: `项目${index}`, annualGoal: `全年培训学员${goal}人。`, indicators };
    }),
  };
}
