import type { Cell, Grid } from '../../src/model/grid.js';
import {
  isBlankMark,
  isCaption,
  isNote,
  isRowNumber,
  isSignature,
  isTableMark,
  isTemplateText,
  isTitle,
} from './cell-kinds.js';
import { readCodedCells } from './coded-cells.js';
import { fieldAt, type RecognizedForm } from './form.js';
import { splitInside } from './inside-label.js';
import { readKeyValueRow } from './key-values.js';
import { compact } from './label-text.js';
import type { Ledger } from './ledger.js';
import { levelsByNumbering } from './levels-by-numbering.js';
import { readPlan } from './plan.js';
import { isSideLabel } from './side-label.js';
import { type Slots, startingCells } from './slots.js';
import { readTableBody } from './table-body.js';
import { tableHeaderAt } from './table-header.js';
import { fieldOf, isGroup, labelText } from './vocabulary.js';

/** Reads the rows of one form: heading lines, key/value rows, tables; what is left is set aside by kind or unclaimed. */
export function readSegment(
  form: RecognizedForm,
  ledger: Ledger,
  grid: Grid,
  slots: Slots,
  top: number,
  bottom: number,
): void {
  let row = top;
  let begun = false;
  while (row <= bottom) {
    const cells = startingCells(slots, row);
    if (cells.length === 0 || readHeading(form, ledger, cells)) {
      row++;
      continue;
    }
    const planEnd = readPlan(form, ledger, slots, row, bottom);
    if (planEnd) {
      row = planEnd;
      continue;
    }
    if (!begun && cells.length === 1 && cells[0] && isLineOfText(cells[0])) {
      form.captions.push({ text: cells[0].text, at: ledger.at(cells[0]) });
      ledger.setAside(cells[0], 'title');
      row++;
      continue;
    }
    begun = true;
    const header = tableHeaderAt(slots, row, bottom);
    if (header) {
      row = readTableBody(form, ledger, slots, header, bottom);
      continue;
    }
    readKeyValueRow(form, ledger, grid, slots, row, bottom);
    row++;
  }
  levelsByNumbering(form.indicators);
  readLooseCodedCells(form, ledger, top, bottom);
  setAsideRest(form, ledger, top, bottom);
  for (const { cell } of ledger.filled(top, bottom)) {
    if (/元/.test(cell.text) && ledger.get(cell)?.status === 'label') form.unitLabels.push(cell.text);
  }
}

/** Coded texts beside a label (绩效指标, 年度绩效目标) instead of in a table. */
function readLooseCodedCells(form: RecognizedForm, ledger: Ledger, top: number, bottom: number): void {
  const read = new Set(form.indicators.map(({ name }) => name.cell));
  const cells = ledger.filled(top, bottom).flatMap(({ cell }) => (read.has(cell) ? [] : [cell]));
  const free = cells.filter((cell) => ledger.isFree(cell));
  const goals = cells.filter((cell) => isGoal(ledger, cell));
  readCodedCells(form, ledger, free, null);
  readCodedCells(form, ledger, goals, null, form.indicators.length === 0);
}

const isGoal = (ledger: Ledger, cell: Cell): boolean => {
  const claim = ledger.get(cell);
  return claim?.status === 'claimed' && /^(goal|text)\./.test(claim.field ?? '');
};

/** A line above the form in a sheet (2024年部门预算信息公开): no label, no value. */
const isLineOfText = ({ text }: Cell): boolean => {
  const { core } = labelText(text);
  return !fieldOf(core) && !isGroup(core) && splitInside(text).length === 0 && compact(text).length <= 40;
};

/** Title, 附表N, captions and notes: rows that hold nothing else. */
function readHeading(form: RecognizedForm, ledger: Ledger, cells: readonly Cell[]): boolean {
  const [first] = cells;
  if (!first) return true;
  if (cells.length === 1 && (isTitle(first.text) || isTableMark(first.text))) {
    if (isTitle(first.text)) form.title = { text: first.text, at: ledger.at(first) };
    ledger.setAside(first, 'title');
    return true;
  }
  if (
    cells.every((cell) => isCaption(cell.text) || isDepartmentCell(cell.text)) &&
    cells.some((c) => isCaption(c.text))
  ) {
    for (const cell of cells) readCaption(form, ledger, cell);
    return true;
  }
  if (cells.length === 1 && isNote(first.text) && form.types.size > 0) {
    ledger.setAside(first, 'note');
    return true;
  }
  return false;
}

/** 216001政法委部门区委政法委员会本级: a coded department without a label, beside the unit of money. */
const isDepartmentCell = (text: string): boolean =>
  /^\s*[[【(（]?\d{3,9}[\]】)）]?\s*[-—]?\s*[\u4e00-\u9fff]/.test(text);

function readCaption(form: RecognizedForm, ledger: Ledger, cell: Cell): void {
  const at = ledger.at(cell);
  form.captions.push({ text: cell.text, at });
  if (isCaption(cell.text)) {
    ledger.setAside(cell, 'caption');
    return;
  }
  ledger.field(cell, 'department.coded');
  form.fields.push(fieldAt('department.coded', at));
}

/** Names what no field claimed: side labels, signatures, marks of the blank form. The rest stays unclaimed. */
function setAsideRest(form: RecognizedForm, ledger: Ledger, top: number, bottom: number): void {
  for (const at of ledger.filled(top, bottom)) {
    const { cell } = at;
    if (!ledger.isFree(cell)) continue;
    const { core } = labelText(cell.text);
    if (isCaption(cell.text)) {
      ledger.setAside(cell, 'caption');
      form.captions.push({ text: cell.text, at });
    } else if (isSignature(cell.text)) ledger.setAside(cell, 'signature');
    else if (isTemplateText(cell.text)) ledger.setAside(cell, 'template-text');
    else if (core === '' || isGroup(core) || isSideLabel(core) || fieldOf(core)) ledger.label(cell);
    else if (isNote(cell.text)) ledger.setAside(cell, 'note');
    else if (isTitle(cell.text) || isTableMark(cell.text)) ledger.setAside(cell, 'title');
    else if (isBlankMark(cell.text) && !holdsValue(ledger, cell.row)) ledger.setAside(cell, 'blank-mark');
    else if (isRowNumber(cell.text) && cell.column === 1 && !holdsValue(ledger, cell.row)) {
      ledger.setAside(cell, 'blank-row-number');
    }
  }
}

/** Whether a row holds data: a lone dash or number beside it may be data too and must not be set aside. */
const holdsValue = (ledger: Ledger, row: number): boolean =>
  ledger.filled(row).some(({ cell }) => ledger.get(cell)?.status === 'claimed');
