import type { Cell, Grid } from '../../../src/model/grid.js';
import { type FieldValue, fieldAt } from '../form/form.js';
import type { Ledger } from '../form/ledger.js';
import { lineAt, type RowReading } from '../form/row-reading.js';
import type { Slots } from '../form/slots.js';
import { tableHeaderAt } from '../tables/table-header.js';
import {
  isBlankMark,
  isCaption,
  isContactLabel,
  isNote,
  isSignature,
  isTemplateText,
} from '../words/cell-kinds.js';
import { horizonOf } from '../words/horizon-of.js';
import { splitInside } from '../words/inside-label.js';
import { compact } from '../words/label-text.js';
import { axisOfGroup, budgetOf, fieldOf, isGroup, labelText, scopeOf } from '../words/vocabulary.js';

/** What a cell of the key/value part is, read on its own. */
type Kind = 'label' | 'weak-label' | 'group' | 'inside' | 'text' | 'blank';

const MAX_LABEL = 30;

function kindOf(cell: Cell): Kind {
  const flat = compact(cell.text);
  if (flat === '') return 'blank';
  if (flat.length <= MAX_LABEL) {
    const { core } = labelText(cell.text);
    if (fieldOf(core)) return 'label';
    const budget = budgetOf(core);
    if (budget) return budget.weak || core === '名称' ? 'weak-label' : 'label';
    if (core === '名称') return 'weak-label';
    if (isGroup(core)) return 'group';
  }
  return splitInside(cell.text).length > 0 ? 'inside' : 'text';
}

/** Reads one row of labels and values into the form. */
export function readKeyValueRow(reading: RowReading, row: number): void {
  const { ledger, slots } = reading;
  const cells = [...new Set(lineAt(reading, row))].filter(
    (cell): cell is Cell => cell !== undefined && cell.row === row,
  );
  if (readContacts(ledger, cells)) return;
  for (const cell of cells) {
    if (!ledger.isFree(cell)) continue;
    const kind = kindOf(cell);
    if (kind === 'inside') {
      readInside(reading, cell);
      continue;
    }
    if (kind === 'group') {
      ledger.label(cell);
      continue;
    }
    if (kind !== 'label' && kind !== 'weak-label') continue;
    if (kind === 'weak-label' && groupOf(slots, cell) === '') continue;
    readLabel(reading, cell);
  }
  readLeftovers(reading, cells);
}

/** 填表人 | 张三 | 联系电话 | 123: the whole row is set aside. */
function readContacts(ledger: Ledger, cells: readonly Cell[]): boolean {
  if (!cells.some((cell) => isContactLabel(cell.text) || isSignature(cell.text))) return false;
  const filled = cells.filter((cell) => cell.text.trim() !== '');
  const labels = filled.filter((cell) => isContactLabel(cell.text) || isSignature(cell.text));
  if (labels.length * 2 < filled.length) {
    for (const label of labels) {
      ledger.setAside(label, 'signature');
      const value = filled[filled.indexOf(label) + 1];
      if (value && kindOf(value) === 'text') ledger.setAside(value, 'signature');
    }
    return false;
  }
  for (const cell of filled) ledger.setAside(cell, 'signature');
  return true;
}

function readLabel(reading: RowReading, label: Cell): void {
  const { form, ledger, slots } = reading;
  const { grid } = ledger;
  ledger.label(label);
  const value = valueRight(grid, slots, label) ?? valueBelow(reading, label);
  if (!value) {
    if (!isAmountLabel(label) || isGroupHere(grid, slots, label) || hasFigureBelow(slots, label)) return;
    if (headsColumns(slots, label) || headingBeside(grid, slots, label)) return;
    form.fields.push({ ...describe(slots, label), text: '', at: ledger.at(label) });
    return;
  }
  if (isTemplateText(value.text)) {
    ledger.setAside(value, 'template-text');
    return;
  }
  const described = describe(slots, label);
  const rest = described.field === 'project.period' ? dateAfter(slots, value) : [];
  form.fields.push({
    ...described,
    text: [value, ...rest].map((cell) => cell.text).join(''),
    at: ledger.at(value),
  });
  for (const cell of [value, ...rest]) ledger.field(cell, described.field);
}

const isAmountLabel = (label: Cell): boolean => budgetOf(labelText(label.text).core) !== undefined;

/** 预算金额（万元） over a column of figures is a heading, not an empty amount. */
const hasFigureBelow = (slots: Slots, label: Cell): boolean =>
  /^[-\d,.]+$/.test(compact(slots[label.row - 1 + label.rowSpan]?.[label.column - 1]?.text ?? ''));

/** 预算安排 over 年初数 | 调整数 | 小计 is the heading of columns, not an empty amount. */
function headsColumns(slots: Slots, label: Cell): boolean {
  if (label.colSpan === 1) return false;
  const from = label.column - 1;
  const below = (slots[label.row - 1 + label.rowSpan] ?? []).slice(from, from + label.colSpan);
  const texts = new Set(below.filter((cell) => cell !== undefined && /[\u4e00-\u9fff]/.test(cell.text)));
  return texts.size > 1;
}

/** 预算安排 | 拨付情况: the heading beside it says that it is one too. */
function headingBeside(grid: Grid, slots: Slots, label: Cell): boolean {
  const beside = slots[label.row - 1]?.[label.column - 1 + label.colSpan];
  if (grid.certainty === 'flattened' || !beside) return false;
  const kind = kindOf(beside);
  return kind === 'text' || (kind === 'group' && !compact(beside.text).startsWith('其中'));
}

/** A label that names a group (年度预算申请) has other labels beside it instead of a value. */
function isGroupHere(grid: Grid, slots: Slots, label: Cell): boolean {
  if (label.rowSpan === 1 && !isGroup(labelText(label.text).core)) return false;
  const beside = (slots[label.row - 1] ?? [])
    .slice(label.column - 1 + label.colSpan)
    .find((cell) => cell !== undefined && (grid.certainty !== 'flattened' || cell.text.trim() !== ''));
  return beside !== undefined && !['text', 'blank'].includes(kindOf(beside));
}

/** The value stands right of its label: the next cell, in flattened text the next that is not blank. */
function valueRight(grid: Grid, slots: Slots, label: Cell): Cell | null {
  const line = slots[label.row - 1] ?? [];
  for (let c = label.column + label.colSpan; c <= line.length; c++) {
    const cell = line[c - 1];
    if (!cell || cell === label) continue;
    const kind = kindOf(cell);
    if (kind === 'blank') {
      if (grid.certainty === 'flattened' && cell.column === c) continue;
      return null;
    }
    if (TAKES_ANY_WORD.test(fieldOf(labelText(label.text).core)?.field ?? '') && !isFieldLabel(cell)) {
      return isTotalWord(cell) ? null : cell;
    }
    if (isAmountLabel(label) && !mayBeAmount(cell.text)) return null;
    return kind === 'text' || (kind === 'inside' && isLongText(cell)) ? cell : null;
  }
  return null;
}

/** 项目类型 may be 特定目标类, 项目名称 may be 公用经费: words that are labels of amounts elsewhere. */
const TAKES_ANY_WORD = /^project\.(attribute|name|parent)$/;

/** 金额 beside 项目名称 is the next column's label. */
const isTotalWord = (cell: Cell): boolean => budgetOf(labelText(cell.text).core)?.axis === 'total';

/** What stands in an amount's place: a figure, also in words, a blank mark, or why there is none; not a heading (拨付情况). */
const mayBeAmount = (text: string): boolean =>
  /[\d０-９壹贰叁肆伍陆柒捌玖拾佰仟]|[零一二三四五六七八九十百千万亿]元/.test(text) ||
  isBlankMark(text) ||
  /涉密|公开|详见|见附|待定|暂|不涉及|[xX×*]/.test(text);

const isFieldLabel = (cell: Cell): boolean => fieldOf(labelText(cell.text).core) !== undefined;

const isLongText = (cell: Cell): boolean =>
  compact(cell.text).length > 60 && !/^(年度|实施期|总体)/.test(compact(cell.text));

/** 2024年1月1日 | 至 | 2024年12月31日: the cells after the first date. */
function dateAfter(slots: Slots, value: Cell): Cell[] {
  const line = (slots[value.row - 1] ?? []).slice(value.column - 1 + value.colSpan);
  const [dash, end] = [...new Set(line)].filter(
    (cell): cell is Cell => cell !== undefined && cell.text.trim() !== '',
  );
  return dash && end && /^([至到~～—–-]+)$/.test(compact(dash.text)) ? [dash, end] : [];
}

/** The value stands under a label that has no neighbour to the right, or only other labels. */
function valueBelow({ ledger, slots, lastRow }: RowReading, label: Cell): Cell | null {
  const { core } = labelText(label.text);
  if (!/^(goal|text|project\.purpose|project\.basis)/.test(fieldOf(core)?.field ?? '')) return null;
  const right = slots[label.row - 1]?.[label.column - 1 + label.colSpan];
  if (right && right.text.trim() !== '' && (label.rowSpan > 1 || kindOf(right) === 'text')) return null;
  const row = label.row + label.rowSpan;
  if (row > lastRow) return null;
  const below = slots[row - 1]?.[label.column - 1];
  if (!below || below.column !== label.column || below.row !== row || !ledger.isFree(below)) return null;
  return kindOf(below) === 'text' && !tableHeaderAt(slots, row, lastRow) ? below : null;
}

function readInside({ form, ledger, slots }: RowReading, cell: Cell): void {
  const at = ledger.at(cell);
  let claimed = '';
  for (const part of splitInside(cell.text)) {
    const described = describe(slots, cell, part.label);
    claimed ||= described.field;
    form.fields.push({ ...described, text: part.text, at });
  }
  if (isCaption(cell.text)) form.captions.push({ text: cell.text, at });
  ledger.field(cell, claimed);
}

function describe(slots: Slots, cell: Cell, label = cell.text): Omit<FieldValue, 'text' | 'at'> {
  const { core, qualifiers } = labelText(label);
  const group = groupOf(slots, cell);
  const field = fieldOf(core);
  const name = core === '名称' ? 'project.parent' : (field?.field ?? 'budget');
  const isParent = name === 'budget' && /所属专项/.test(group);
  return {
    field: isParent ? 'parent.amount' : name,
    label,
    group,
    scope: scopeOf(qualifiers),
    horizon: horizonOf(core),
    column: cell.column,
    row: cell.row,
  };
}

/**
 * The label that stands left of a label and names its group: 所属专项 (名称 | 金额), 项目资金（万元）. Merged cells reach down
 * by themselves; where merges are lost, blank cells point up to it.
 */
function groupOf(slots: Slots, label: Cell): string {
  for (let column = label.column - 1; column >= 1; column--) {
    let row = label.row;
    let cell = slots[row - 1]?.[column - 1];
    while (cell && cell.text.trim() === '' && row > 1 && label.row - row < 6) {
      row--;
      cell = slots[row - 1]?.[column - 1];
    }
    if (!cell || cell.text.trim() === '') continue;
    const { core } = labelText(cell.text);
    const budget = budgetOf(core);
    if ((isGroup(core) && (!budget || budget.axis === 'total')) || axisOfGroup(core)) return cell.text;
  }
  return '';
}

/** Free text under a group that is a field itself: 预算规模及资金用途 with amounts beside it and the purpose below. */
function readLeftovers({ form, ledger, slots }: RowReading, cells: readonly Cell[]): void {
  for (const cell of cells) {
    if (!ledger.isFree(cell) || kindOf(cell) !== 'text' || isTemplateText(cell.text) || isNote(cell.text))
      continue;
    const group = groupOf(slots, cell);
    const field = group ? fieldOf(labelText(group).core)?.field : undefined;
    if (!field || !/^(project\.purpose|goal|text)/.test(field)) continue;
    ledger.field(cell, field);
    const known = form.fields.find(
      (value) => value.field === field && value.text !== '' && [value.group, value.label].includes(group),
    );
    if (known) {
      known.text += `\n${cell.text}`;
      continue;
    }
    form.fields.push({ ...fieldAt(field, ledger.at(cell)), label: group, group });
  }
}
