import Big from 'big.js';
import { fenIn } from '../../../model/facts/money-units.js';
import { type Figure, fenOf } from '../../figures/figure.js';
import { showFen, showFigure } from '../../figures/format.js';
import { decimalsOf, halfPlace, halfWidth } from '../../figures/intervals.js';
import { basicSpending } from '../../subjects/basic-spending.js';
import { isCostIndicator } from '../../subjects/cost-target.js';
import { listed, quoteTarget, targetOperand } from '../../subjects/indicators.js';
import { type NamedTarget, namedTargets } from '../../subjects/named-targets.js';
import type { DisclosureSubject, FormEntry } from '../../subjects/subject.js';
import { indicatorWords } from '../../texts/indicator-words.js';
import { fail, notApplicable, pass, review, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { IndicatorSpec, ProjectSpec, TargetSpec } from '../example.js';
import { defineDocumentRule } from '../rule.js';

export const costTargetsDifferFromAmount = defineDocumentRule({
  id: 'cost-targets-differ-from-amount',
  version: 3,
  title: '各项成本指标之和与项目金额不符',
  severity: 'warning',
  tolerance: 'T1',
  authority: guidance('设置成本指标以加强成本管理和成本控制', '财预〔2021〕101号'),
  formula:
    'Σ 以金额表示的成本指标 = 项目金额（同一文件的多数项目如此时），至多等于金额（部门的，至多等于除基本支出外的总额），至少为其三分之一',
  why: '别的项目都把金额分解成了成本指标，这一个加不起来，不是漏列一项，就是改了金额没有改指标；只列主要成本的属正常。',
  messages: {
    more: '成本指标{targets}相加为{sum}，比{whole}{amount}多{difference}，待核实。',
    little: '{count}个项目的成本指标不到项目金额的三分之一：{cases}，其余的钱没有成本指标，待核实。',
    less: '成本指标{targets}相加为{sum}，比项目金额{amount}少{difference}，同一文件有{usual}个项目两者相等，待核实。',
    parts:
      '成本指标{targets}相加为{sum}，指标说明项目由这几部分组成，而项目金额为{amount}，相差{difference}，待核实。',
  },
  *check(disclosure) {
    const costed = disclosure.forms.flatMap(({ entries }) => entries).flatMap(costedOf);
    const ofDepartments = [...judgeDepartments(disclosure)];
    yield* ofDepartments;
    if (costed.length === 0 && ofDepartments.length === 0) yield notApplicable('没有以金额表示的成本指标');
    const usual = meeting(costed);
    for (const each of costed) yield judge(each, usual);
    yield* judgeCoverage(costed.filter((each) => !isReported(each, usual > 0)));
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
      {
        title: '两项上限相加高于金额',
        disclosures: [listing(['18', '12', '7'])],
        fields: ['costs:项目0'],
      },
      {
        title: '成本指标只是金额的一小部分',
        disclosures: [listing(['80', '6'])],
        fields: ['costs/coverage'],
      },
      {
        title: '部门的成本指标高于除基本履职外的总额',
        disclosures: [
          {
            departmentForm: {
              total: '100',
              tasks: [
                { item: '基本履职', amount: '60' },
                { item: '防汛抢险', amount: '40' },
              ],
              indicators: [cost('防汛物资费', '30'), cost('水库除险费', '25')],
            },
          },
        ],
        fields: ['costs:'],
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
  unit !== '元' || /每|单价|人均|月均|季度|标准|均价|单位成本/.test(name);

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

/** Of what is asked of every project, of parts that make the whole, or of limits that together are above it. */
function isReported(costed: Costed, isUsual: boolean): boolean {
  if (costed.difference.eq(0)) return false;
  return isMadeOfParts(costed) || (costed.difference.gt(0) ? isUsual : isAboveWhole(costed));
}

const isMadeOfParts = ({ targets }: Costed): boolean =>
  targets.some(({ indicator }) => MADE_OF.test(indicator.name));

/** Several limits, none the whole and none above it: each alone is another rule's. */
function isAboveWhole({ targets, amount, difference }: Costed): boolean {
  const fen = new Big(fenOf(amount) ?? 0);
  return (
    targets.length > 1 &&
    difference.abs().lt(fen) &&
    targets.every(({ name, value }) => value.times(100).lt(fen.times(WHOLE)) && !IS_SUM.test(name))
  );
}

/** A target that is nearly all of the amount may be the total of the others. */
const WHOLE = 0.95;
const IS_SUM = /总(成本|额|价|投入|经费|预算|支出)|合计|全部|累计|合同/;

/** Below this share of the amount the targets hold down little of what is spent. */
const LITTLE = new Big(1).div(3);

/** The projects whose cost targets speak of a small part of the money, together. */
function* judgeCoverage(costed: Costed[]): Iterable<Verdict> {
  const little = costed
    .filter(
      ({ amount, sum, targets }) =>
        sum.gt(0) &&
        !targets.some(({ key }) => indicatorWords().wholeCost.test(key)) &&
        sum.times(100).lt(new Big(fenOf(amount) ?? 0).times(LITTLE)),
    )
    .toSorted((a, b) => b.difference.cmp(a.difference));
  if (little.length === 0) return;
  const cases = little.map(
    ({ entry, amount, sum }) =>
      `“${entry.project?.name ?? ''}”${showFigure(amount)}，成本指标${showFen(Number(sum.times(100).round()), amount.money.unit ?? '万元')}`,
  );
  const [only, another] = little;
  yield fail({
    field: 'costs/coverage',
    project: another ? null : (only?.entry.project ?? null),
    message: 'little',
    severity: 'note',
    parameters: { count: String(little.length), cases: listed(cases, '；') },
    operands: little.flatMap(({ entry, amount, targets }) => [
      amount,
      ...targets.map(({ indicator }) => targetOperand(entry, indicator)),
    ]),
  });
}

/** The department's cost targets against what its total leaves beside basic spending. */
function* judgeDepartments({ forms }: DisclosureSubject): Iterable<Verdict> {
  for (const form of forms.filter(({ form: { kind } }) => kind === 'department')) {
    const entry = form.entries.find(({ project }) => project === null);
    const total = entry?.amount;
    const basic = entry && basicSpending(form, entry);
    const targets = entry ? namedTargets(entry).filter(isAnnualCost) : [];
    const rest = total && basic ? (fenOf(total) ?? 0) - (fenOf(basic) ?? 0) : 0;
    if (!entry || !total || !basic || rest <= 0 || targets.length < 2 || targets.some(isPrice)) continue;
    if (targets.some(({ name }) => IS_SUM.test(name) || IS_BASIC.test(name))) continue;
    const sum = targets.reduce((all, { value }) => all.plus(value), new Big(0)).times(100);
    if (sum.lte(new Big(rest).times(SLACK)) || sum.gt(fenOf(total) ?? 0)) continue;
    const unit = total.money.unit ?? '万元';
    yield review({
      field: 'costs:',
      project: null,
      message: 'more',
      parameters: {
        targets: listed([...new Set(targets.map(({ indicator }) => quoteTarget(indicator)))]),
        sum: showFen(Number(sum.round()), unit),
        whole: `部门总额${showFigure(total)}除“${basic.label}”${showFigure(basic)}外的`,
        amount: showFen(rest, unit),
        difference: showFen(Number(sum.minus(rest).round()), unit),
      },
      reported: showFen(Number(sum.round()), unit),
      expected: `≤${showFen(rest, unit)}`,
      differenceFen: Number(sum.minus(rest).round()),
      totalFen: rest,
      operands: [total, basic, ...targets.map(({ indicator }) => targetOperand(entry, indicator))],
    });
  }
}

const isAnnualCost = ({ indicator }: NamedTarget): boolean =>
  indicator.horizon === 'annual' && isCostIndicator(indicator);

const IS_BASIC = /人员|公用|基本(支出|履职)|运转|工资|薪酬/;
/** What rounding of many figures may add. */
const SLACK = 1.01;

const MADE_OF = /由.{1,4}部分(组成|构成)|由以下.{0,4}(组成|构成)|共.部分/;

/** @param usual how many projects meet their amounts; 0: it is no custom */
function judge(costed: Costed, usual: number): Verdict {
  const { entry, amount, targets, sum, difference } = costed;
  if (difference.eq(0)) return pass;
  const isMadeOf = isMadeOfParts(costed);
  if (!isReported(costed, usual > 0)) return notApplicable('成本指标可能只列了主要成本');
  const isMore = !isMadeOf && difference.lt(0);
  const unit = amount.money.unit ?? '万元';
  const total = showFen(Number(sum.times(100).round()), unit);
  return (targets.length > 1 && !isMore ? fail : review)({
    field: `costs:${entry.project?.name ?? ''}`,
    project: entry.project,
    message: isMadeOf ? 'parts' : isMore ? 'more' : 'less',
    parameters: {
      targets: listed([...new Set(targets.map(({ indicator }) => quoteTarget(indicator)))]),
      sum: total,
      usual: String(usual),
      whole: '项目金额',
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
