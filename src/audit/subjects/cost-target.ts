import Big from 'big.js';
import type { Indicator } from '../../model/disclosure.js';
import { type Figure, fenOf } from '../figures/figure.js';
import { bareName } from './indicator-name.js';
import { oncePer } from './once-per.js';
import type { FormEntry } from './subject.js';

/** Names of spending, for forms that print no levels. */
const SPENDING =
  /(成本|经费|费用|开支|支出|控制数|预算数)(总额|金额|控制数?|上限|限额)?$|(不超|控制在|未超).*预算|成本控制|预算控制|(人工|劳务|材料|设备|工程|施工|监理|设计|咨询|服务|物业|水电?|电|印刷|宣传|培训|会议|差旅|办公|租赁|购置|采购|维修|维护|运维|养护|保洁|运输|检测|评审|审计)费$/;
/** Amounts that are earned, saved or set off: the more the better. */
const GAIN =
  /征收|收缴|节约|节省|降低|压减|减少|收入|率$|社会|生态|环境|效益|带动|拉动|撬动|争取|增收|签约|挽回/;
/** What one thing costs, not all of them. */
const UNIT_PRICE =
  /单价|单[人户次件台套盏个家条亩块本份张辆]|均价|单位成本|每|[人户次亩村校例件篇台平年月日]均|平均|标准|元[/／]/;

/** 社会成本 and 生态环境成本 are not spending. Where a form prints no levels, the name tells. */
export function isCostIndicator({ level1, level2, name }: Indicator): boolean {
  if (level1 === null && level2 === null) {
    const bare = bareName(name);
    return SPENDING.test(bare) && !GAIN.test(bare);
  }
  return (level1 === '成本指标' || /成本/.test(level2 ?? '')) && !/社会|生态|环境/.test(level2 ?? '');
}

export interface CostTarget {
  indicator: Indicator;
  fen: Big;
}

/** Cost indicators whose target is one amount of money for all of it, in fen; no unit prices. */
export const costTargets = oncePer((entry: FormEntry): CostTarget[] =>
  entry.indicators.flatMap((indicator) => {
    const { kind, quantity, measure } = indicator.parsed;
    if (kind !== 'money' || quantity === null || measure !== '元' || !isCostIndicator(indicator)) return [];
    if (UNIT_PRICE.test(indicator.name)) return [];
    return [{ indicator, fen: new Big(quantity).times(100) }];
  }),
);

/** The budget of the target's own horizon: the largest total the form prints for it, so that no scope is missed. */
export function budgetOfTarget(entry: FormEntry, indicator: Indicator): Figure | null {
  const totals = entry.budgets
    .filter((line) => line.axis === 'total' && line.horizon === indicator.horizon)
    .map((line) => ({ label: line.label, money: line.money, evidence: line.evidence, form: entry.reading }));
  const candidates = indicator.horizon === 'annual' && entry.amount ? [entry.amount, ...totals] : totals;
  return candidates
    .filter((figure) => fenOf(figure) !== null)
    .reduce<Figure | null>(
      (largest, figure) => ((fenOf(largest) ?? -1) >= (fenOf(figure) ?? 0) ? largest : figure),
      null,
    );
}

/** The unit was taken from the table: the target prints none. */
export const unitDoubtsOf = ({ parsed }: Indicator): string[] =>
  parsed.unitFrom === 'table' || parsed.unitFrom === null ? ['指标值没有写单位'] : [];
