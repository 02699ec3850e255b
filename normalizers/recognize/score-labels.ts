import type { Cell } from '../../src/model/grid.js';
import { isGradeLabel, isTotalLabel } from './cell-kinds.js';
import type { TableHeader } from './form.js';
import { labelText } from './vocabulary.js';

const SUM = '合计|总计|小计|共计|总分|得分|评分|分值|分数|总评';
const OF =
  '自评|自我|评价|评估|评定|考评|考核|绩效|综合|最终|项目|部门|单位|整体|支出|本|年度|指标|产出|效益|效果|满意度|成本|决策|过程|投入|管理|执行|预算|总|合|计|分|值|实际|及|和|与';
const SCORE_TOTAL = new RegExp(`^(?=.*(?:${SUM}))(?:${SUM}|${OF})+$`);
const GRADE = new RegExp(`^(?:${OF})*(?:等级|等次|级别|档次|结论|结果)$`);

/** 合计, 总分; in words of its own (总分值、评价总分 (S), 产出指标小计) only left of all columns, where no name can stand. */
export const isScoreTotal = (label: Cell, header: TableHeader): boolean =>
  isTotalLabel(label.text) || (isLeft(label, header) && SCORE_TOTAL.test(plain(label.text)));

/** 自评等级, 评价结论; in words of its own (综合评价等次) only left of all columns. */
export const isGrade = (label: Cell, header: TableHeader): boolean =>
  isGradeLabel(label.text) || (isLeft(label, header) && GRADE.test(plain(label.text)));

const plain = (text: string): string => labelText(text).core.replace(/[A-Za-z+=＝·.]+$/, '');

function isLeft(label: Cell, header: TableHeader): boolean {
  const name = header.columns.find(({ role }) => role === 'indicator.name');
  const end = label.column + label.colSpan - 1;
  return (
    label.column <= Math.min(...header.columns.map(({ from }) => from)) &&
    (!name || label.column < name.from || end > name.to)
  );
}
