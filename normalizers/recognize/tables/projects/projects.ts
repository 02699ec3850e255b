import { append } from '../../../append.js';
import { readCodedCells } from '../../coded/coded-cells.js';
import type { BodyState, RecognizedForm } from '../../form/form.js';
import { lineAt, type TableReading } from '../../form/row-reading.js';
import { type Slots, startingCells } from '../../form/slots.js';
import { beginsKeyValues } from '../../rows/begins-key-values.js';
import { projectOfRow, withAgencyAbove } from '../../rows/project-row.js';
import type { Leaf, TableType } from '../../rows/table-type.js';
import { candidatesOf } from '../../words/candidates-of.js';
import { compact } from '../../words/label-text.js';

/** 专项资金绩效目标汇总表 and other lists with a project in each row. */
export const projects: TableType = {
  type: 'projects',
  title: '项目表',
  headers: [
    [['project.name'], ['goal.annual', 'goal.period']],
    [['project.name'], ['project.purpose'], ['budget']],
  ],
  preference: ['project', 'goal', 'department', 'agency', 'row', 'budget', 'work'],
  goesOn: true,
  mayHead: listsAmounts,
  ends: ({ header }, cells) => beginsKeyValues(cells, header),
  readRow: readListRow,
  merge: (into, from) =>
    append(
      into.projects,
      from.projects.filter((project) => !into.projects.includes(project)),
    ),
};

/** 单位名称 | 项目名称 | 金额 | a label no list knows: projects with figures under their amounts are a list all the same. */
function listsAmounts(slots: Slots, leaves: readonly Leaf[], bottom: number): boolean {
  const candidates = leaves.map((leaf) => candidatesOf(leaf.cell.text));
  const amounts = leaves.filter((_, i) => candidates[i]?.includes('budget'));
  const isNamed = candidates.some((of) => of.includes('project.name'));
  const isUnknown = candidates.some((of) => of.length === 0);
  if (!isNamed || !isUnknown || leaves.length < 3) return false;
  const figureUnder = ({ from }: Leaf) =>
    [bottom, bottom + 1, bottom + 2].some((row) =>
      /^[\d,.]+$/.test(compact(slots[row]?.[from - 1]?.text ?? '')),
    );
  return amounts.some(figureUnder);
}

function readListRow(table: TableReading, row: number, state: BodyState): void {
  const { form, ledger, slots } = table;
  const found = projectOfRow(table, lineAt(table, row), row, null);
  const project = withAgencyAbove(found, state.project, table);
  if (!project) return;
  state.project = project;
  form.projects.push(project);
  readCodedCells(form, ledger, startingCells(slots, row), project);
}

/** Whether rows read without a header are those of a list: amounts are figures, names are not. */
export function holdsProjects({ projects: rows }: RecognizedForm): boolean {
  const sound = rows.filter(
    ({ cells, amounts }) =>
      amounts.every(({ at }) => /^[-－—\d,，.．\s]*$/.test(at.cell.text)) &&
      (cells['project.name'] ?? []).every((at) => /[\u4e00-\u9fff]/.test(at.cell.text)),
  );
  const withAmount = rows.filter(({ amounts }) => amounts.length > 0);
  return rows.length > 0 && sound.length === rows.length && withAmount.length * 2 > rows.length;
}
