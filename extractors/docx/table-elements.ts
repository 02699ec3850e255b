import type { ElementHandler, ElementHandlers } from './element-handler.js';
import { isOn, twips, wholeNumber } from './element-values.js';
import { joinDown } from './join-down.js';
import type { XmlElement } from './parse-xml.js';
import { enter, finishParagraph, leave, place, type Story } from './story.js';
import type { StoryItem, TableLayout } from './story-items.js';
import { tableColumns } from './table-columns.js';
import type { CellDraft, MergeMark, RowDraft, TableDraft } from './table-draft.js';

const NOTHING: readonly StoryItem[] = [];
const PERCENT_SCALE = 50;

const table: ElementHandler = {
  open(story) {
    if (story.paragraph?.runsOn) finishParagraph(story);
    enter(story);
    story.table = { gridWidths: [], rows: [] };
    return true;
  },
  close(story) {
    const closed = story.table;
    const stray = leave(story);
    if (closed && closed.rows.length > 0) place(story, [{ kind: 'table', table: layOutTable(closed) }]);
    place(story, stray);
  },
};

/** Gives the cells of a table that was read to its end their columns and merges. */
const layOutTable = (draft: TableDraft): TableLayout => ({
  ...joinDown(tableColumns(draft)),
  headerRows: leadingHeaders(draft),
});

function leadingHeaders(draft: TableDraft): number {
  const body = draft.rows.findIndex((row) => !row.header);
  return body < 0 ? draft.rows.length : body;
}

const row: ElementHandler = {
  open(story) {
    if (story.table) story.row = newRow();
    return true;
  },
  close(story) {
    if (story.table && story.row) addRow(story);
  },
};

function addRow(story: Story): void {
  const { row, table } = story;
  story.row = null;
  if (!row || row.deleted || row.cells.length === 0) return;
  if (row.hidden) {
    story.hidden.rows += 1;
    return;
  }
  // A copy is as long as it needs to be, where an array that grew holds room for more: it tells in tables of many rows.
  row.cells = row.cells.slice();
  table?.rows.push(row);
}

const newRow = (): RowDraft => ({
  before: 0,
  after: 0,
  widthBefore: null,
  header: false,
  deleted: false,
  hidden: false,
  cells: [],
});

const newCell = (items: StoryItem[]): CellDraft => ({
  span: 1,
  width: null,
  vertical: null,
  horizontal: null,
  deleted: false,
  items,
  covered: NOTHING,
});

/** A cell whose row or table is missing (broken files) is read as plain text of where it stands. */
const cell: ElementHandler = {
  open(story) {
    if (story.row?.deleted) return false;
    enter(story);
    story.cell = newCell(story.items);
    return true;
  },
  close(story) {
    const closed = story.cell;
    const items = leave(story);
    if (!story.row || !closed) place(story, items);
    else if (!closed.deleted) story.row.cells.push(closed);
  },
};

const rowProperty = (read: (row: RowDraft, element: XmlElement) => void): ElementHandler => ({
  open(story, element) {
    if (story.row && element.parent === 'w:trPr') read(story.row, element);
    return true;
  },
});

const cellProperty = (read: (cell: CellDraft, element: XmlElement) => void): ElementHandler => ({
  open(story, element) {
    if (story.cell && element.parent === 'w:tcPr') read(story.cell, element);
    return true;
  },
});

const mergeMark = (element: XmlElement): MergeMark =>
  element.get('w:val') === 'restart' ? 'restart' : 'continue';

/** `dxa` is twips; `pct` counts fiftieths of a percent, or is written `50%` (ECMA-376-1, 17.4.71). */
function cellWidth(element: XmlElement): CellDraft['width'] {
  const text = element.get('w:w') ?? '';
  const type = element.get('w:type') ?? 'dxa';
  const percent = text.endsWith('%');
  const value = percent || type === 'pct' ? Number.parseFloat(text) : twips(text);
  if (value === null || !(value > 0) || (type !== 'dxa' && type !== 'pct')) return null;
  if (percent) return { value, measure: 'percent' };
  return type === 'pct' ? { value: value / PERCENT_SCALE, measure: 'percent' } : { value, measure: 'twips' };
}

export const TABLE_ELEMENTS: ElementHandlers = {
  'w:tbl': table,
  'w:tr': row,
  'w:tc': cell,
  'w:gridCol': {
    open(story, element) {
      if (element.parent === 'w:tblGrid') story.table?.gridWidths.push(twips(element.get('w:w')));
      return true;
    },
  },
  'w:gridBefore': rowProperty((open, element) => {
    open.before = Math.max(0, wholeNumber(element.get('w:val')) ?? 0);
  }),
  'w:gridAfter': rowProperty((open, element) => {
    open.after = Math.max(0, wholeNumber(element.get('w:val')) ?? 0);
  }),
  'w:wBefore': rowProperty((open, element) => {
    open.widthBefore = element.get('w:type') === 'pct' ? null : twips(element.get('w:w'));
  }),
  'w:tblHeader': rowProperty((open, element) => {
    open.header = isOn(element);
  }),
  'w:hidden': rowProperty((open, element) => {
    open.hidden = isOn(element);
  }),
  'w:tcW': cellProperty((open, element) => {
    open.width = cellWidth(element);
  }),
  'w:gridSpan': cellProperty((open, element) => {
    open.span = Math.max(1, wholeNumber(element.get('w:val')) ?? 1);
  }),
  'w:vMerge': cellProperty((open, element) => {
    open.vertical = mergeMark(element);
  }),
  'w:hMerge': cellProperty((open, element) => {
    open.horizontal = mergeMark(element);
  }),
  // Tracked merging of cells: what it leaves when accepted (ECMA-376-1, 17.13.5.1).
  'w:cellMerge': cellProperty((open, element) => {
    const mark = element.get('w:vMerge');
    if (mark !== undefined) open.vertical = mark === 'rest' ? 'restart' : 'continue';
  }),
  'w:cellDel': cellProperty((open) => {
    open.deleted = true;
  }),
};
