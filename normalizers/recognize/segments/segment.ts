import type { Cell } from '../../../src/model/grid.js';
import { readCodedCells } from '../coded/coded-cells.js';
import { fieldAt } from '../form/form.js';
import type { Ledger } from '../form/ledger.js';
import type { RowReading } from '../form/row-reading.js';
import { startingCells } from '../form/slots.js';
import { levelsByNumbering } from '../tables/indicators/levels-by-numbering.js';
import { readPlan } from '../tables/plan/plan.js';
import { readTableBody } from '../tables/table-body.js';
import { tableHeaderAt } from '../tables/table-header.js';
import {
  isBlankMark,
  isCaption,
  isNote,
  isRowNumber,
  isSignature,
  isTableMark,
  isTemplateText,
  isTitle,
} from '../words/cell-kinds.js';
import { splitInside } from '../words/inside-label.js';
import { compact } from '../words/label-text.js';
import { isSideLabel } from '../words/side-label.js';
import { fieldOf, isGroup, labelText } from '../words/vocabulary.js';
import { readKeyValueRow } from './key-values.js';

/** Reads the rows of one form from `top` to the last: heading lines, key/value rows, tables; what is left is set aside by kind or unclaimed. */
export function readSegment(reading: RowReading, top: number): void {
  const { form, ledger, slots, lastRow: bottom } = reading;
  let row = top;
  let begun = false;
  while (row <= bottom) {
    const cells = startingCells(slots, row);
    if (cells.length === 0 || readHeading(reading, cells)) {
      row++;
      continue;
    }
    const planEnd = readPlan(reading, row);
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
      row = readTableBody(reading, header);
      continue;
    }
    readKeyValueRow(reading, row);
    row++;
  }
  levelsByNumbering(form.indicators);
  readLooseCodedCells(reading, top);
  setAsideRest(reading, top);
  for (const { cell } of ledger.filled(top, bottom)) {
    if (/元/.test(cell.text) && ledger.get(cell)?.status === 'label') form.unitLabels.push(cell.text);
  }
}

/** Coded texts beside a label (绩效指标, 年度绩效目标) instead of in a table. */
function readLooseCodedCells({ form, ledger, lastRow }: RowReading, top: number): void {
  const read = new Set(form.indicators.map(({ name }) => name.cell));
  const cells = ledger.filled(top, lastRow).flatMap(({ cell }) => (read.has(cell) ? [] : [cell]));
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
function readHeading(reading: RowReading, cells: readonly Cell[]): boolean {
  const { form, ledger } = reading;
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
    for (const cell of cells) readCaption(reading, cell);
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

function readCaption({ form, ledger }: RowReading, cell: Cell): void {
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
function setAsideRest({ form, ledger, lastRow }: RowReading, top: number): void {
  for (const at of ledger.filled(top, lastRow)) {
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
