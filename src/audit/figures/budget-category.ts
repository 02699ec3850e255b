import type { Figure } from './figure.js';
import { fenOf, isEmpty } from './figure.js';

/** Categories that the budget classification (预算法第四条至第十一条, 部门预算编制) puts inside another one. */
const CONTAINED: { whole: RegExp; part: RegExp }[] = [
  {
    whole: /^(本年|当年|年度)?财政(拨款|资金|性资金|补助)(收入|小计)?$/,
    part: /一般公共预算|政府性基金|国有资本经营|中央|省级|市级|县级|区级|本级|上级/,
  },
  { whole: /^一般公共预算(拨款|资金|收入)?$/, part: /^经费拨款|非税收入/ },
  { whole: /^基本支出$/, part: /人员|公用|工资福利|商品和服务|对个人和家庭/ },
  { whole: /^项目支出$/, part: /运转类|特定目标类|^部门项目/ },
];

/** The parts that are not inside another printed part. A part left blank contains nothing. */
export function topLevel(parts: Figure[]): Figure[] {
  return parts.filter(
    (figure) =>
      !CONTAINED.some(
        ({ whole, part }) =>
          part.test(figure.label) &&
          !whole.test(figure.label) &&
          parts.some((other) => whole.test(other.label) && !isEmpty(other.money)),
      ),
  );
}

/** Sources a budget pays from. */
const FISCAL = /财政|拨款|公共预算|政府性基金|国有资本|转移支付|中央|省级|市级|区级|县级|上级|本级|补助/;
/** Sources that stand beside the fiscal ones, so that a form that lists them lists all. */
const BESIDE = /其他|其它|自筹|自有|社会|结转|结余|事业|经营|单位资金|地方/;
/** `年度资金总额（财政拨款+其他资金）`: the total's own label says what it adds up. */
const SAYS_ALL = /[=＝+＋]/;

/** A part with the label it is printed under, 其中 and all. */
export interface LabelledPart {
  figure: Figure;
  label: string;
}

/**
 * Whether the parts are all a total consists of: at least two are printed and one of them that is filled in is fiscal, and
 * they are more than the fiscal items some 其中 picks out; or the total says so. A form with 其中：财政拨款 alone names a part.
 */
export function arePartsWhole(total: string, parts: LabelledPart[]): boolean {
  if (SAYS_ALL.test(total)) return true;
  const isFiscal = ({ figure }: LabelledPart) => FISCAL.test(figure.label) && !BESIDE.test(figure.label);
  if (parts.length < 2 || !parts.some((part) => isFiscal(part) && !isEmpty(part.figure.money))) return false;
  return parts.some((part) => !isFiscal(part)) || !parts.some(({ label }) => label.includes('其中'));
}

/** A source left blank may hold what the others lack. */
export function blankDoubts(total: Figure, parts: Figure[]): string[] {
  const sum = parts.reduce((fen, part) => fen + (fenOf(part) ?? 0), 0);
  return sum < (fenOf(total) ?? 0) && parts.some(({ money }) => isEmpty(money)) ? ['有资金来源未填'] : [];
}
