import Big from 'big.js';
import { fenOf } from '../../figures/figure.js';
import { showFigure, yuanOrWan } from '../../figures/format.js';
import { costTargets, isCostIndicator } from '../../subjects/cost-target.js';
import { dimensionOf } from '../../subjects/dimension.js';
import { targetOperand } from '../../subjects/indicators.js';
import type { FormEntry } from '../../subjects/subject.js';
import {
  namesAlone,
  namesSame,
  type PricedQuantity,
  pricedQuantities,
  unitPrices,
} from '../../subjects/unit-prices.js';
import { priceWords } from '../../texts/price-words.js';
import type { OperandDraft } from '../../verdicts/operand.js';
import { fail, notApplicable, pass, review, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { IndicatorSpec, ProjectSpec, TargetSpec } from '../example.js';
import { defineFormRule } from '../rule.js';

export const priceTimesQuantityDiffers = defineFormRule({
  id: 'price-times-quantity-differs',
  version: 1,
  title: '单价指标与数量指标相乘，与项目金额相差悬殊',
  severity: 'warning',
  tolerance: 'T3',
  forms: ['project', 'project-list'],
  authority: guidance('成本指标、数量指标与预算安排应当匹配', '财预〔2021〕101号'),
  formula:
    '单价 × 同一事项的数量 不大于项目金额（单价为上限的，1.15 倍以内不提，2 倍以上提醒）；单价、数量都只此一项的，项目金额也不多于两者之积（数量为下限的，2 倍以内不提，5 倍以上提醒）',
  why: '单价、数量、金额三者至少有一个填错，常见的是单价多填了零、数量少填了位；单价本是上限、数量本是下限，项目另有别的开支、由几级资金共同负担的，可以不等。',
  messages: {
    over: '{products}，是{basis}的{times}倍，待核实。',
    under: '{basis}，按单价和数量只合{total}（{products}），前者是后者的{times}倍，待核实。',
  },
  *check(form) {
    let compared = false;
    for (const verdict of form.entries.flatMap(judge)) {
      compared = true;
      yield verdict;
    }
    if (!compared) yield notApplicable('没有单位相合、说的是同一事项的单价和数量');
  },
  examples: {
    passes: [
      { title: '相乘等于金额', disclosures: [buying('30', ['1.5', '='], ['20', '='])] },
      { title: '单价上限略高于实际', disclosures: [buying('28', ['1.5', '<='], ['20', '='])] },
      { title: '数量下限略低于实际', disclosures: [buying('45', ['1.5', '<='], ['20', '>='])] },
      {
        title: '项目还有别的产出',
        disclosures: [buying('300', ['1.5', '<='], ['20', '='], counted('组织演练', '5', '次'))],
      },
    ],
    reports: [
      {
        title: '每台 1.5 万元、20 台，金额只有 3 万元',
        disclosures: [buying('3', ['1.5', '<='], ['20', '='])],
        fields: ['price:净水设备单价'],
      },
      {
        title: '每台 1.5 万元、20 台，金额 300 万元',
        disclosures: [buying('300', ['1.5', '<='], ['20', '>='])],
        fields: ['price:净水设备单价'],
      },
      {
        title: '另有一项成本指标就是这件东西的总价',
        disclosures: [
          buying(
            '300',
            ['1.5', '='],
            ['20', '='],
            { ...priced('净水设备总价', '300', '='), parsed: ['money', '=', '300', '万元', '3000000', '元'] },
            counted('组织演练', '5', '次'),
          ),
        ],
        fields: ['price:净水设备单价'],
      },
    ],
    notApplicable: [
      {
        title: '单价与数量不是一件东西',
        disclosures: [
          {
            projects: [
              {
                name: '甲',
                amount: '3',
                indicators: [priced('净水设备单价', '1.5', '<='), counted('宣传展板', '20', '台')],
              },
            ],
          },
        ],
      },
    ],
  },
});

/** A ceiling is seldom used up: below this nothing is said. */
const NOTABLE_OVER = 1.15;
/** Twice what the project has. */
const GROSS_OVER = 2;
/** No first instalment is so small a part of its contract. */
const BEYOND_CONTRACT = 10;
/** Costs nobody limits may be a little below what they come to. */
const EXACT = 1.02;
/** A lower bound is meant to be met: below twice nothing is said. */
const NOTABLE_UNDER = 2;
const GROSS_UNDER = 5;

/** What is paid to people or by area comes again, or is borne by several; only a thing bought is bought once. */
const RECURRING = /^(人|人次|户|户次|次|场|期|平方米|亩|公里|米)$/;
const PEOPLE = /^(人|人次|户|户次)$/;

/** The money the products are held against: the project's, or what a cost target gives for just this thing. */
interface Basis {
  name: string;
  /** As printed. */
  shown: string;
  yuan: Big;
  operand: OperandDraft;
  /** It pays for nothing but what is multiplied. */
  isOnlyFor: boolean;
}

function judge(entry: FormEntry): Verdict[] {
  const { project, amount } = entry;
  const fen = fenOf(amount);
  const priced = pricedQuantities(entry);
  if (!project || !amount || !fen || priced.length === 0) return [];
  const yuan = new Big(fen).div(100);
  const isOnlyFor = isAll(entry, yuan, priced);
  const whole: Basis = { name: '项目金额', shown: showFigure(amount), yuan, operand: amount, isOnlyFor };
  return [
    compare(entry, whole, priced),
    ...priced.flatMap((each) => {
      const row = rowOf(entry, each);
      return row ? [compare(entry, row, [each])] : [];
    }),
  ];
}

const compare = (entry: FormEntry, basis: Basis, priced: PricedQuantity[]): Verdict =>
  over(entry, basis, priced) ?? under(entry, basis, priced) ?? pass;

/** The one cost target that names the thing and the price: 宣传册印刷费 beside 宣传册单价 and 宣传册数量. */
function rowOf(entry: FormEntry, { price, quantity }: PricedQuantity): Basis | null {
  const prices = new Set(unitPrices(entry).map(({ indicator }) => indicator));
  const [row, another] = costTargets(entry).filter(
    ({ indicator }) =>
      indicator.horizon === 'annual' &&
      !prices.has(indicator) &&
      namesSame(indicator.name, price.indicator.name) &&
      namesSame(indicator.name, quantity.labels[0] ?? ''),
  );
  if (!row || another || row.fen.lte(0)) return null;
  const { indicator, fen } = row;
  return {
    name: `成本指标“${indicator.name}”`,
    shown: (indicator.target ?? '').trim(),
    yuan: fen.div(100),
    operand: targetOperand(entry, indicator),
    isOnlyFor: namesAlone(indicator.name, quantity.labels[0] ?? ''),
  };
}

const productOf = ({ price, quantity }: PricedQuantity): Big =>
  price.value.times(quantity.value).times(price.times ?? 1);

const sumOf = (priced: PricedQuantity[]): Big =>
  priced.reduce((sum, each) => sum.plus(productOf(each)), new Big(0));

/** The products together exceed the money; of several prices of one quantity only the highest counts. */
function over(entry: FormEntry, basis: Basis, all: PricedQuantity[]): Verdict | null {
  const priced = highestOf(all.filter(({ quantity: { operator } }) => operator !== '<=' && operator !== '<'));
  const total = sumOf(priced);
  const isLimit = priced.some(({ price }) => price.isCeiling);
  if (total.lte(basis.yuan.times(isLimit ? NOTABLE_OVER : EXACT))) return null;
  const isSure =
    total.gte(basis.yuan.times(GROSS_OVER)) &&
    (total.gte(basis.yuan.times(BEYOND_CONTRACT)) || !isPartOfContract(entry)) &&
    !priced.some(({ price: { indicator, unit } }) =>
      isBorneBySeveral(`${indicator.name}${entry.project?.name}`, unit),
    );
  return finding(entry, basis, priced, isSure, { message: 'over', total, times: total.div(basis.yuan) });
}

function highestOf(priced: PricedQuantity[]): PricedQuantity[] {
  const highest = new Map<PricedQuantity['quantity'], PricedQuantity>();
  for (const each of priced) {
    const known = highest.get(each.quantity);
    if (!known || productOf(each).gt(productOf(known))) highest.set(each.quantity, each);
  }
  return [...highest.values()];
}

const isBorneBySeveral = (names: string, unit: string | null): boolean =>
  priceWords().shared.test(names) || PEOPLE.test(unit ?? '');

const isPartOfContract = ({ project, indicators, mention }: FormEntry): boolean =>
  [project?.name, ...indicators.map(({ name }) => name), mention?.annualGoal?.text].some(
    (text) => text !== undefined && text !== null && priceWords().instalments.test(text),
  );

/** There is more money than the only prices and quantities come to. */
function under(entry: FormEntry, basis: Basis, priced: PricedQuantity[]): Verdict | null {
  const total = sumOf(priced);
  if (!basis.isOnlyFor || priced.some(({ price }) => price.times === null) || total.lte(0)) return null;
  const isOpen = priced.some(({ quantity: { operator } }) => operator === '>=' || operator === '>');
  if (basis.yuan.lte(total.times(isOpen ? NOTABLE_UNDER : NOTABLE_OVER))) return null;
  const isSure =
    basis.yuan.gte(total.times(isOpen ? GROSS_UNDER : GROSS_OVER)) &&
    !priced.some(({ quantity }) => RECURRING.test(quantity.unit));
  return finding(entry, basis, priced, isSure, { message: 'under', total, times: basis.yuan.div(total) });
}

/** Whether the form speaks of no other cost and no other output than those multiplied. */
function isAll({ indicators }: FormEntry, yuan: Big, priced: PricedQuantity[]): boolean {
  const known = new Set(priced.flatMap(({ price, quantity }) => [price.indicator, quantity.indicator]));
  return indicators
    .filter((indicator) => indicator.horizon === 'annual' && !known.has(indicator))
    .every((indicator) => {
      const { kind, quantity } = indicator.parsed;
      if (isCostIndicator(indicator)) {
        return (kind !== 'money' && kind !== 'price' && kind !== 'multi') || yuan.eq(quantity ?? 0);
      }
      const dimension = dimensionOf(indicator);
      return dimension !== '数量指标' && (dimension !== null || kind !== 'number');
    });
}

function finding(
  entry: FormEntry,
  basis: Basis,
  priced: PricedQuantity[],
  isSure: boolean,
  { message, total, times }: { message: 'over' | 'under'; total: Big; times: Big },
): Verdict {
  const fen = Number(total.times(100).round());
  return (isSure ? fail : review)({
    field: `price:${priced[0]?.price.indicator.name ?? ''}`,
    project: entry.project,
    message,
    parameters: {
      products: productsOf(priced, total),
      basis: `${basis.name}${basis.shown}`,
      total: yuanOrWan(total.toFixed()),
      times: times.round(times.lt(2) ? 2 : 1, Big.roundHalfUp).toFixed(),
    },
    reported: basis.shown,
    expected: yuanOrWan(total.toFixed()),
    differenceFen: Number(basis.yuan.times(100).round()) - fen,
    totalFen: fen,
    operands: [
      basis.operand,
      ...priced.flatMap(({ price, quantity }) => [targetOperand(entry, price.indicator), quantity.operand]),
    ],
  });
}

/** `“每台单价”1.5万元 × “购置台数”20台 = 30万元`, and their sum where there are several. */
function productsOf(priced: PricedQuantity[], total: Big): string {
  const shown = priced.map((each) => {
    const { price, quantity } = each;
    const times = price.times === null || price.times === 1 ? '' : ` × ${price.times}`;
    const product = yuanOrWan(productOf(each).toFixed());
    return `“${price.indicator.name}”${yuanOrWan(price.value.toFixed())} × “${quantity.labels[0] ?? ''}”${quantity.value.toFixed()}${quantity.unit}${times} = ${product}`;
  });
  return shown.length === 1 ? (shown[0] ?? '') : `${shown.join('，')}，相加为${yuanOrWan(total.toFixed())}`;
}

function priced(name: string, value: string, operator: '=' | '<='): IndicatorSpec {
  const yuan = new Big(value).times(10_000).toFixed();
  const parsed: TargetSpec = ['price', operator, value, '万元/台', yuan, '元/台'];
  const sign = operator === '=' ? '' : '≤';
  return { level1: '成本指标', level2: '经济成本指标', name, target: `${sign}${value}万元/台`, parsed };
}

function counted(name: string, value: string, unit: string, operator: '=' | '>=' = '='): IndicatorSpec {
  const parsed: TargetSpec = ['number', operator, value, unit, value, unit];
  const sign = operator === '=' ? '' : '≥';
  return { level1: '产出指标', level2: '数量指标', name, target: `${sign}${value}${unit}`, parsed };
}

function buying(
  amount: string,
  [price, limit]: [string, '=' | '<='],
  [count, bound]: [string, '=' | '>='],
  ...others: IndicatorSpec[]
): { projects: ProjectSpec[] } {
  const indicators = [
    priced('净水设备单价', price, limit),
    counted('购置净水设备数量', count, '台', bound),
    ...others,
  ];
  return { projects: [{ name: '净水设备购置', amount, indicators }] };
}
