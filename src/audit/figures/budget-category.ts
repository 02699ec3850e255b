import type { Figure } from './figure.js';
import { isEmpty } from './figure.js';

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
