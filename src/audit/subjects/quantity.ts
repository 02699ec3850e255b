import Big from 'big.js';
import type { CostLine, Indicator } from '../../model/disclosure.js';
import type { Operator, Target } from '../../model/target.js';
import { oncePerText } from '../texts/once-per-text.js';
import type { OperandDraft } from '../verdicts/operand.js';
import { nameOf } from './calculation.js';
import { oncePer } from './once-per.js';
import type { FormEntry } from './subject.js';

/** So many of something, promised by an indicator or named in a calculation. */
export interface NamedQuantity {
  /** What is counted, the most exact words first. */
  labels: string[];
  value: Big;
  /** Base unit without its period: 份, 人, 次. */
  unit: string;
  operator: Operator | null;
  /** As printed: `15万份`, `≥100场`. */
  printed: string;
  /** Named as the sum of others (合计, 共). */
  isTotal: boolean;
  operand: OperandDraft;
}

interface PromisedQuantity extends NamedQuantity {
  indicator: Indicator;
}

/** Figures the indicators of the year promise; percentages and amounts of money are none. */
export const promisedQuantities = oncePer<FormEntry, PromisedQuantity[]>((entry) =>
  entry.indicators
    .filter((indicator) => indicator.horizon === 'annual')
    .flatMap((indicator) =>
      partsOf(indicator).flatMap(({ target, labels }) => {
        const { quantity, measure, operator, raw } = target;
        if (quantity === null || measure === null) return [];
        const evidence = indicator.evidence.target ?? indicator.evidence.name;
        return [
          {
            indicator,
            labels,
            value: new Big(quantity),
            unit: plainUnit(measure),
            operator,
            printed: raw.trim(),
            isTotal: false,
            operand: { label: `指标 ${labels[0] ?? indicator.name}`, evidence, form: entry.reading },
          },
        ];
      }),
    ),
);

interface Part {
  target: Target;
  labels: string[];
}

const isCount = ({ kind }: Target): boolean => kind === 'number' || kind === 'frequency';

/** A target's counts with their words; unnamed parts take the parts of the indicator's name, in order. */
function partsOf({ name, parsed }: Indicator): Part[] {
  if (isCount(parsed)) return [{ target: parsed, labels: parsed.label ? [parsed.label, name] : [name] }];
  const parts = parsed.kind === 'multi' ? (parsed.parts ?? []) : [];
  const names = name.split(/[；;、，,]/).filter((piece) => piece.trim() !== '');
  return parts.flatMap((target, index) => {
    const own = target.label || (names.length === parts.length ? names[index] : undefined);
    return own && isCount(target) ? [{ target, labels: [own] }] : [];
  });
}

/** Figures the calculations of an entry's cost lines name. */
export const costedQuantities = oncePer((entry: FormEntry): NamedQuantity[] =>
  entry.costs.flatMap((line) => quantitiesOf(line, entry)),
);

function quantitiesOf(line: CostLine, entry: FormEntry): NamedQuantity[] {
  const { parsed, evidence } = line;
  const cell = evidence.calculation;
  if (!parsed || !cell) return [];
  return parsed.quantities.map(({ printed, value, unit, label }) => ({
    labels: label.trim() === '' ? [nameOf(line)] : [label, nameOf(line)],
    value: new Big(value),
    unit: plainUnit(unit),
    operator: null,
    printed,
    isTotal: isTotal(parsed.raw, printed),
    operand: { label: `测算依据 ${nameOf(line)}`, evidence: cell, form: entry.reading },
  }));
}

function isTotal(text: string, printed: string): boolean {
  const at = text.indexOf(printed);
  return at > 0 && /(合计|总计|共计|总共|共)[^，；。、,;（(]{0,6}$/.test(text.slice(0, at));
}

/** Whether what is costed (or added up) meets what is promised; the promised figure itself always does. */
export function meetsPromise({ operator, value }: NamedQuantity, actual: Big): boolean {
  if (operator === '>=' || operator === '>') return actual.gte(value);
  if (operator === '<=' || operator === '<') return actual.lte(value);
  if (operator === '≈') return actual.minus(value).abs().lte(value.abs().times('0.1'));
  return actual.eq(value);
}

/**
 * Whether two quantities count the same thing: `same` words, one `within` the other, or null. Units must agree.
 */
export function sameThing(a: NamedQuantity, b: NamedQuantity): 'same' | 'within' | null {
  if (a.unit !== b.unit || a.unit === '') return null;
  const [left, right] = [a.labels.map(coreOf), b.labels.map(coreOf)];
  if (left[0] && left[0] === right[0]) return 'same';
  const within = left.some((one) => right.some((other) => contains(one, other) || contains(other, one)));
  return within ? 'within' : null;
}

const contains = (whole: string, part: string): boolean => part.length >= 2 && whole.includes(part);

const LEADING =
  /^(全年|每年|年度|每月|每季度|预计|计划|累计|各类|各项|登记|办理|发放|印发|制作|印刷|印制|购买|采购|开展|组织|举办|召开|完成|悬挂|新增|慰问|救助|聘请|聘用|雇用|雇佣|招聘|配备|配置)/;
const TRAILING =
  /(劳务费|服务费|工资|薪酬|报酬|津贴|补贴|补助|待遇|费用|经费|支出|费|数量|总量|数目|总数|次数|人数|份数|个数|场次|频次|数|等|共|合计|左右|最少|至少|不少于)$/;

/** The words that name the thing: 发放各类宣传资料 and 宣传资料费 → 宣传资料. */
export const coreOf = oncePerText((label): string => {
  let core = label.normalize('NFKC').replace(/\([^)]*\)|[\s\p{P}]/gu, '');
  for (let before = ''; before !== core && core.length > 2; ) {
    before = core;
    const shorter = core.replace(LEADING, '').replace(TRAILING, '');
    if (shorter.length >= 2) core = shorter;
  }
  return core;
});

const SAME_UNIT: Record<string, string> = { 名: '人', 位: '人', 册: '份', 人员: '人' };

/** 次/年 → 次, 名 → 人. */
function plainUnit(unit: string): string {
  const bare = unit.trim().replace(/\/年$/, '');
  return SAME_UNIT[bare] ?? bare;
}
