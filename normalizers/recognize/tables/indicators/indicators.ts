import type { Cell } from '../../../../src/model/grid.js';
import { append } from '../../../append.js';
import type { FormColumn, RecognizedForm, TableHeader } from '../../form/form.js';
import { beginsKeyValues } from '../../rows/begins-key-values.js';
import type { TableType } from '../../rows/table-type.js';
import { candidatesOf } from '../../words/candidates-of.js';
import type { ColumnRole } from '../../words/roles.js';
import { assembleIndicators } from './assemble-indicators.js';
import { assembleScoreTotals } from './assemble-score-totals.js';
import { readIndicatorRow } from './read-indicator-row.js';
import { rolesByContent } from './roles-by-content.js';

/** 绩效指标: levels, names and targets, of one project or department or, in a flat list, of many projects. */
export const indicators: TableType = {
  type: 'indicators',
  title: '指标表',
  headers: [
    [['indicator.name'], ['indicator.target', 'indicator.targetPeriod', 'indicator.actual']],
    [['indicator.level1'], ['indicator.level2', 'indicator.name']],
    [['indicator.level2'], ['indicator.name']],
    [['indicator.name'], ['indicator.operator'], ['indicator.unit', 'indicator.weight']],
  ],
  preference: ['indicator', 'project', 'goal', 'department', 'agency', 'row', 'budget'],
  goesOn: true,
  readsBlankRows: true,
  preferred: (candidates, index, leaves) =>
    index < 2 && leaves.some(({ cell }) => candidatesOf(cell.text).includes('project.name'))
      ? projectFirst(candidates)
      : candidates,
  settle: (columns, slots, bottom, lastRow) => rolesByContent(wholeSets(columns), slots, bottom, lastRow),
  ends: ({ header }, cells) => !isSideOfRow(cells, header) && beginsKeyValues(cells, header),
  readRow: readIndicatorRow,
  merge,
  assemble: (recognized, assembly) => {
    assembleIndicators(recognized, assembly);
    const { disclosure, form, project } = assembly;
    append(disclosure.scoreTotals, assembleScoreTotals(recognized, { form, project }));
  },
};

/** 单位 left of the project's name is the agency, right of the figures the unit of measure. */
const projectFirst = (candidates: ColumnRole[]): ColumnRole[] =>
  [...candidates].sort((a, b) => Number(a.startsWith('indicator.')) - Number(b.startsWith('indicator.')));

/** A second name column without targets of its own explains the first (三级指标 … 指标内容). */
const wholeSets = (columns: FormColumn[]): FormColumn[] =>
  columns.map((column) => {
    const hasTarget = columns.some(
      ({ role, set }) => set === column.set && /^indicator\.(target|actual)/.test(role),
    );
    return column.role === 'indicator.name' && column.set > 0 && !hasTarget
      ? { ...column, role: 'indicator.description', set: 0 }
      : column;
  });

/** A label left of the columns (整体绩效目标 below a header printed again) with a name and a value under their own columns. */
function isSideOfRow(cells: readonly Cell[], header: TableHeader): boolean {
  const under = (pattern: RegExp) => {
    const column = header.columns.find(({ role }) => pattern.test(role));
    return cells.find(
      (cell) => column && cell.column >= column.from && cell.column + cell.colSpan - 1 <= column.to,
    );
  };
  const leftmost = Math.min(...header.columns.map((column) => column.from));
  return (
    (cells[0]?.column ?? leftmost) < leftmost &&
    under(/^indicator\.name$/) !== undefined &&
    under(/^indicator\.(target|targetPeriod|operator|actual)$/) !== undefined
  );
}

/** Indicators above the first name of a list that goes on are of its last project; so the lists are merged after this. */
function merge(into: RecognizedForm, from: RecognizedForm): void {
  const last = [...into.projects].reverse().find((project) => project.kind === 'project');
  if (last && from.columns.get('indicators')?.includes('project.name')) {
    for (const indicator of from.indicators) indicator.project ??= last;
  }
  append(into.indicators, from.indicators);
}
