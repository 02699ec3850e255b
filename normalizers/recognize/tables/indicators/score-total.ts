import type { Cell } from '../../../../src/model/grid.js';
import { fieldAt, type TableHeader } from '../../form/form.js';
import { lineAt, type TableReading } from '../../form/row-reading.js';
import { isGradeLabel, isTotalLabel } from '../../words/cell-kinds.js';
import { labelText } from '../../words/vocabulary.js';

/** 总分 | 100 | 97.5 under the indicators of a self-evaluation, or its grade. False where the row is neither. */
export function readScoreTotal(table: TableReading, row: number): boolean {
  const { form, ledger, header } = table;
  const cells = [...new Set(lineAt(table, row))].filter(
    (cell): cell is Cell => cell?.row === row && cell.text.trim() !== '' && ledger.isFree(cell),
  );
  const [label, ...figures] = cells;
  if (label && isGrade(label, header)) {
    ledger.label(label);
    for (const cell of figures) {
      ledger.field(cell, 'score.grade');
      form.fields.push(fieldAt('score.grade', ledger.at(cell)));
    }
    return true;
  }
  if (!label || !isScoreTotal(label, header) || figures.length > 3) return false;
  ledger.label(label);
  for (const cell of figures) {
    const at = ledger.at(cell);
    ledger.field(cell, 'score.total');
    form.fields.push({ ...fieldAt('score.total', at), label: label.text });
  }
  return true;
}

const SUM = '合计|总计|小计|共计|总分|得分|评分|分值|分数|总评';
const OF =
  '自评|自我|评价|评估|评定|考评|考核|绩效|综合|最终|项目|部门|单位|整体|支出|本|年度|指标|产出|效益|效果|满意度|成本|决策|过程|投入|管理|执行|预算|总|合|计|分|值|实际|及|和|与';
const SCORE_TOTAL = new RegExp(`^(?=.*(?:${SUM}))(?:${SUM}|${OF})+$`);
const GRADE = new RegExp(`^(?:${OF})*(?:等级|等次|级别|档次|结论|结果)$`);

/** 合计, 总分; in words of its own (总分值、评价总分 (S), 产出指标小计) only left of all columns, where no name can stand. */
const isScoreTotal = (label: Cell, header: TableHeader): boolean =>
  isTotalLabel(label.text) || (isLeft(label, header) && SCORE_TOTAL.test(plain(label.text)));

/** 自评等级, 评价结论; in words of its own (综合评价等次) only left of all columns. */
const isGrade = (label: Cell, header: TableHeader): boolean =>
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
