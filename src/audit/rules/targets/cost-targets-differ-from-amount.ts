import Big from 'big.js';
import { fenIn } from '../../../model/facts/money-units.js';
import { type Figure, fenOf } from '../../figures/figure.js';
import { showFen, showFigure } from '../../figures/format.js';
import { decimalsOf, halfPlace, halfWidth } from '../../figures/intervals.js';
import { isCostIndicator } from '../../subjects/cost-target.js';
import { listed, quoteTarget, targetOperand } from '../../subjects/indicators.js';
import { type NamedTarget, namedTargets } from '../../subjects/named-targets.js';
import type { FormEntry } from '../../subjects/subject.js';
import { fail, notApplicable, pass, review, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { IndicatorSpec, ProjectSpec, TargetSpec } from '../example.js';
import { defineDocumentRule } from '../rule.js';

export const costTargetsDifferFromAmount = defineDocumentRule({
  id: 'cost-targets-differ-from-amount',
  version: 2,
  title: '各项成本指标之和与项目金额不符',
  severity: 'warning',
  tolerance: 'T1',
  authority: guidance('设置成本指标以加强成本管理和成本控制', '财预〔2021〕101号'),
  formula: 'Σ 以金额表示的成本指标 = 项目金额（同一文件的多数项目如此时）',
  why: '别的项目都把金额分解成了成本指标，这一个加不起来，不是漏列一项，就是改了金额没有改指标；只列主要成本的属正常。',
  messages: {
    less: '成本指标{targets}相加为{sum}，比项目金额{amount}少{difference}，同一文件有{usual}个项目两者相等，待核实。',
    parts:
      '成本指标{targets}相加为{sum}，指标说明项目由这几部分组成，而项目金额为{amount}，相差{difference}，待核实。',
  },
  *check(disclosure) {
    const costed = disclosure.forms.flatMap(({ entries }) => entries).flatMap(costedOf);
    if (costed.length === 0) return yield notApplicable('没有以金额表示的成本指标');
    const usual = meeting(costed);
    for (const each of costed) yield judge(each, usual);
  },
  examples: {
    passes: [
      {
        title: '各项目都加得起来',
        disclosures: [listing(['12', '5', '7'], ['20', '15', '5'], ['9', '6', '3'], ['8', '8'])],
      },
      { title: '只列主要成本是各项目的惯例', disclosures: [listing(['12', '5'], ['20', '8'], ['9', '9'])] },
    ],
    reports: [
      {
        title: '四个项目中一个少 4 万元',
        disclosures: [listing(['12', '5', '7'], ['20', '15', '5'], ['9', '6', '3'], ['18', '8', '6'])],
        fields: ['costs:项目3'],
      },
      {
        title: '说明由两部分组成',
        disclosures: [
          {
            projects: [
              {
                name: '甲',
                amount: '17',
                indicators: [cost('由两部分组成：1.包厨费2.补助费（1）', '4'), cost('（2）', '9')],
              },
            ],
          },
        ],
        fields: ['costs:甲'],
      },
    ],
    notApplicable: [{ title: '没有成本指标', disclosures: [{ projects: [{ name: '甲', amount: '10' }] }] }],
  },
});

interface Costed {
  entry: FormEntry;
  amount: Figure;
  targets: NamedTarget[];
  sum: Big;
  /** Amount − sum, in fen; zero within what rounding explains. */
  difference: Big;
}

/** A project whose cost targets are all amounts of money. */
function costedOf(entry: FormEntry): Costed[] {
  const { amount, project } = entry;
  const fen = fenOf(amount);
  if (!amount || fen === null || !project || entry.reading.form.kind.endsWith('self-evaluation')) return [];
  const costs = entry.indicators.filter(
    (indicator) => isCostIndicator(indicator) && indicator.horizon === 'annual' && indicator.target !== null,
  );
  const targets = namedTargets(entry).filter(({ indicator }) => costs.includes(indicator));
  const parts = costs.reduce(
    (count, { parsed }) => count + (parsed.kind === 'multi' ? (parsed.parts?.length ?? 0) : 1),
    0,
  );
  const named = targets.length === parts ? targets : partsOf(entry, costs);
  if (named.length !== parts || parts === 0 || named.some(isPrice)) return [];
  const sum = named.reduce((total, { value }) => total.plus(value), new Big(0));
  const left = new Big(fen).minus(sum.times(100));
  const slack = named.reduce((total, target) => total.plus(halfStep(target)), halfWidth(amount.money, {}));
  return [{ entry, amount, targets: named, sum, difference: left.abs().lte(slack) ? new Big(0) : left }];
}

const isPrice = ({ name, unit }: NamedTarget): boolean =>
  unit !== '元' || /每|单价|人均|标准|均价|单位成本/.test(name);

/** Amounts of one row that its name does not tell apart. */
const partsOf = (entry: FormEntry, costs: FormEntry['indicators']): NamedTarget[] =>
  costs.flatMap((indicator) =>
    (indicator.parsed.kind === 'multi' ? (indicator.parsed.parts ?? []) : [indicator.parsed]).flatMap(
      ({ quantity, measure, operator, raw }) =>
        quantity === null
          ? []
          : [
              {
                entry,
                indicator,
                name: indicator.name,
                key: indicator.name,
                value: new Big(quantity),
                unit: measure ?? '',
                operator,
                printed: raw,
              },
            ],
    ),
  );

function halfStep({ indicator: { parsed } }: NamedTarget): Big {
  const unit = parsed.unit === '元' ? '元' : '万元';
  return halfPlace(Math.max(decimalsOf(parsed.value ?? ''), unit === '万元' ? 2 : 0)).times(fenIn(unit));
}

/** Fewer projects show no custom. */
const FEWEST = 3;
const FEWEST_IN_PARTS = 2;
const USUAL = 0.6;

/** How many projects break their amounts down into cost targets, where the document does so: at least three, several in parts. */
function meeting(costed: Costed[]): number {
  const meets = costed.filter(({ difference }) => difference.eq(0));
  const inParts = meets.filter(({ targets }) => targets.length > 1);
  const isUsual =
    meets.length >= FEWEST && inParts.length >= FEWEST_IN_PARTS && meets.length >= costed.length * USUAL;
  return isUsual ? meets.length : 0;
}

const MADE_OF = /由.{1,4}部分(组成|构成)|由以下.{0,4}(组成|构成)|共.部分/;

/** @param usual how many projects meet their amounts; 0: it is no custom */
function judge(costed: Costed, usual: number): Verdict {
  const { entry, amount, targets, sum, difference } = costed;
  if (difference.eq(0)) return pass;
  const isMadeOf = targets.some(({ indicator }) => MADE_OF.test(indicator.name));
  if (!isMadeOf && (usual === 0 || difference.lt(0))) return notApplicable('成本指标可能只列了主要成本');
  const unit = amount.money.unit ?? '万元';
  const total = showFen(Number(sum.times(100).round()), unit);
  return (targets.length > 1 ? fail : review)({
    field: `costs:${entry.project?.name ?? ''}`,
    project: entry.project,
    message: isMadeOf ? 'parts' : 'less',
    parameters: {
      targets: listed([...new Set(targets.map(({ indicator }) => quoteTarget(indicator)))]),
      sum: total,
      usual: String(usual),
      amount: showFigure(amount),
      difference: showFen(Number(difference.abs().round()), unit),
    },
    reported: showFigure(amount),
    expected: total,
    differenceFen: Number(difference.round()),
    totalFen: fenOf(amount) ?? 0,
    operands: [amount, ...targets.map(({ indicator }) => targetOperand(entry, indicator))],
  });
}

function cost(name: string, value: string): IndicatorSpec {
  const parsed: TargetSpec = ['money', '<=', value, '万元', `${value}0000`, '元'];
  return { level1: '成本指标', level2: '经济成本指标', name, target: `≤${value}万元`, parsed };
}

function listing(...projects: [amount: string, ...costs: string[]][]): { projects: ProjectSpec[] } {
  return {
    projects: projects.map(([amount, ...costs], index) => ({
      name: `项目${index}`,
      amount,
      indicators: costs.map((value, at) => cost(`费用${at}`, value)),
    })),
  };
}
