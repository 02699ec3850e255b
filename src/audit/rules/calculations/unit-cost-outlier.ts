import { textOrder } from '../../../model/text-order.js';
import { type RobustScale, robustScale } from '../../figures/robust-scale.js';
import { nameOf } from '../../subjects/calculation.js';
import { coreOf } from '../../subjects/quantity.js';
import type { FormEntry } from '../../subjects/subject.js';
import type { OperandDraft } from '../../verdicts/operand.js';
import { fail, notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { CostSpec, DisclosureSpec } from '../example.js';
import { defineStoreRule, type StoreRecord, type StoreVerdict } from '../rule.js';

interface PriceRecord {
  /** What is paid for, and the unit: 宣传资料 元/份. */
  topic: string;
  unit: string;
  /** In 元. */
  price: number;
  printed: string;
  project: { name: string; code: string | null } | null;
  name: string;
  operand: OperandDraft;
}

export const unitCostOutlier = defineStoreRule<PriceRecord>({
  id: 'unit-cost-outlier',
  version: 1,
  title: '单价与各地同类支出相差很大',
  severity: 'note',
  tolerance: 'T3',
  authority: guidance(
    '《中华人民共和国预算法》第十二条、第三十二条：各级预算应当遵循厉行节约的原则，参考支出绩效和标准编制',
  ),
  formula: '同一名称、同一单位的单价取对数，|0.6745 ×（本项 − 中位数）÷ 绝对中位差| ≤ 3.5；至少 8 个部门',
  why: '同样的东西单价高出几倍，或是多算，或是漏了一个单位；质量、范围不同的也会有差别。',
  messages: {
    outlier:
      '“{name}”的单价为{printed}，{count}个部门同类支出的中位数为{median}，相差{times}倍（偏离{score}），待核实。',
  },
  *collect(disclosure) {
    for (const entry of disclosure.forms.flatMap((form) => form.entries)) {
      yield* costedPrices(entry);
      yield* promisedPrices(entry);
    }
  },
  *check(records) {
    const topics = new Map<string, StoreRecord<PriceRecord>[]>();
    for (const record of records) {
      const key = `${record.value.topic}|${record.value.unit}`;
      const peers = topics.get(key);
      if (peers) peers.push(record);
      else topics.set(key, [record]);
    }
    for (const peers of topics.values()) yield* judgeTopic(peers);
  },
  examples: {
    passes: [{ title: '九个部门都在 0.4 到 0.6 元', disclosures: priced('0.5') }],
    reports: [{ title: '一个部门是 5 元', disclosures: priced('5'), fields: ['price:宣传资料 元/份'] }],
    notApplicable: [{ title: '同类支出不足八个部门', disclosures: priced('5').slice(-3) }],
  },
});

const FEWEST = 8;
const FAR = 3.5;

/** Prices among the factors of a product: 0.5元/份 in 2万份*0.5元/份. */
function* costedPrices({ costs, project, reading }: FormEntry): Iterable<PriceRecord> {
  for (const line of costs) {
    const evidence = line.evidence.calculation;
    for (const term of line.parsed?.terms ?? []) {
      const [price, another] = term.factors.filter(({ unit }) => isPrice(unit));
      if (!price || another || !evidence) continue;
      yield {
        topic: coreOf(term.label.trim() === '' ? nameOf(line) : term.label),
        unit: price.unit,
        price: Number(price.value),
        printed: price.printed,
        project: project && { name: project.name, code: project.code },
        name: term.label.trim() === '' ? nameOf(line) : term.label.trim(),
        operand: { label: `${nameOf(line)} 测算依据`, evidence, form: reading },
      };
    }
  }
}

/** Prices that are targets: 培训成本 ≤400元/人/天. */
function* promisedPrices({ indicators, project, reading }: FormEntry): Iterable<PriceRecord> {
  for (const { parsed, name, evidence, target } of indicators) {
    if (parsed.kind !== 'price' || parsed.quantity === null || !isPrice(parsed.measure ?? '')) continue;
    yield {
      topic: coreOf(name),
      unit: parsed.measure ?? '',
      price: Number(parsed.quantity),
      printed: (target ?? '').trim(),
      project: project && { name: project.name, code: project.code },
      name,
      operand: { label: `指标值 ${name}`, evidence: evidence.target ?? evidence.name, form: reading },
    };
  }
}

/** A price per year alone is an amount, no unit price. */
const isPrice = (unit: string): boolean => /^元\/.+/.test(unit) && unit !== '元/年';

const whoOf = ({ subject }: StoreRecord<PriceRecord>): string =>
  [subject.region ?? subject.document, subject.department ?? subject.disclosure].join('/');

const isUsable = ({ value }: StoreRecord<PriceRecord>): boolean => value.price > 0 && value.topic.length >= 2;

function* judgeTopic(peers: StoreRecord<PriceRecord>[]): Iterable<StoreVerdict> {
  const usable = peers.filter(isUsable);
  const departments = new Set(usable.map(whoOf)).size;
  const scale = robustScale(usable.map(({ value }) => value.price));
  const sampled = sampleOf(usable);
  for (const record of peers) {
    const { subject } = record;
    if (departments < FEWEST || !isUsable(record)) {
      yield { subject, verdict: notApplicable('同类支出不足八个部门') };
      continue;
    }
    const far = Math.abs(scale.scoreOf(record.value.price)) > FAR;
    yield { subject, verdict: far ? report(record, scale, departments, sampled) : pass };
  }
}

function report(
  { value }: StoreRecord<PriceRecord>,
  { median, scoreOf }: RobustScale,
  departments: number,
  sampled: OperandDraft[],
): Verdict {
  const times = value.price > median ? value.price / median : median / value.price;
  const usual = `${Number(median.toPrecision(4))}${value.unit}`;
  return fail({
    field: `price:${value.topic} ${value.unit}`,
    project: value.project,
    message: 'outlier',
    parameters: {
      name: value.name,
      printed: value.printed,
      count: String(departments),
      median: usual,
      times: times.toFixed(1),
      score: scoreOf(value.price).toFixed(1),
    },
    reported: value.printed,
    expected: usual,
    operands: [value.operand, ...sampled],
  });
}

const SAMPLE = 9;

/** Peers spread evenly from the lowest price to the highest, so that the evidence does not grow with the store. */
function sampleOf(peers: StoreRecord<PriceRecord>[]): OperandDraft[] {
  const sorted = [...peers].sort((a, b) => a.value.price - b.value.price || textOrder(whoOf(a), whoOf(b)));
  const step = Math.max(1, (sorted.length - 1) / (SAMPLE - 1));
  const picked = new Set(
    Array.from({ length: Math.min(SAMPLE, sorted.length) }, (_, index) => sorted[Math.round(index * step)]),
  );
  return [...picked].flatMap((peer) =>
    peer
      ? [
          {
            ...peer.value.operand,
            label: `同类 ${peer.value.printed}（按单价从低到高取样）`,
            document: peer.subject.document,
          },
        ]
      : [],
  );
}

/** Nine departments at 0.4 to 0.6 元 a copy, and one more. */
function priced(last: string): DisclosureSpec[] {
  const prices = ['0.4', '0.45', '0.5', '0.5', '0.5', '0.55', '0.55', '0.6', '0.6', last];
  return prices.map((price, index) => {
    const cost: CostSpec = {
      item: '宣传资料费',
      amount: '1',
      calculation: `1000份*${price}元/份`,
      terms: [{ factors: ['1000份', `${price}元/份`] }],
    };
    return { department: `第${index}局`, projects: [{ name: '甲', costs: [cost] }] };
  });
}
