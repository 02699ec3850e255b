import type { CellClaim } from '../../../src/model/document.js';
import { type Block, type Grid, isGrid, slotsOf } from '../../../src/model/grid.js';
import { append } from '../../append.js';
import { emptyForm, type RecognizedForm, type TextAt } from '../form/form.js';
import { Ledger } from '../form/ledger.js';
import { type Slots, startingCells } from '../form/slots.js';
import { continueTable, stateAfter } from '../tables/continue-table.js';
import { tableHeaderAt } from '../tables/table-header.js';
import { TABLE_TYPES } from '../tables/table-types.js';
import { isCaption, isTableMark, isTitle } from '../words/cell-kinds.js';
import { BEGINS_FORM, startsForm } from '../words/form-start.js';
import { compact } from '../words/label-text.js';
import { recognizeEvaluation } from './evaluation.js';
import { hiddenClaims } from './hidden-claims.js';
import { recognizeNarrative } from './narrative.js';
import { readSegment } from './segment.js';
import { titleAt } from './title-lines.js';

export interface Recognition {
  forms: RecognizedForm[];
  claims: CellClaim[];
}

/**
 * Finds the forms of a document: grids whose words are those of performance forms, cut where a new form begins, joined where
 * one goes on, each with the title and captions around it. Grids that are none are left alone.
 */
export function recognizeForms(blocks: readonly Block[]): Recognition {
  const forms: RecognizedForm[] = [];
  const claims: CellClaim[] = [];
  const narrative = recognizeNarrative(blocks);
  if (narrative) forms.push(narrative);
  const evaluation = recognizeEvaluation(blocks);
  if (evaluation) forms.push(evaluation);

  let open: RecognizedForm | null = null;
  for (const [index, block] of blocks.entries()) {
    if (!isGrid(block) || block.hidden) continue;
    const context = contextOf(blocks, index);
    if (context.title && !isPrintedAgain(context, open)) open = null;
    if (!mayHoldForm(block, context.title) && !open) continue;
    const slots = slotsOf(block);
    const blank = Ledger.of(index, block);
    for (const [segment, rows] of segmentsOf(block, slots).entries()) {
      const first = segment === 0;
      const part = readPart(blank.blank(), slots, rows, first ? context : NO_CONTEXT, first ? open : null);
      if (!part) continue;
      const { ledger, form, into } = part;
      if (first && !into) takeSheetName(form, block, index);
      if (into) mergeForms(into, form, index);
      else {
        form.blocks.push(index);
        forms.push(form);
      }
      open = into ?? form;
      append(claims, claimsOf(ledger, forms.lastIndexOf(open), ...rows));
    }
  }
  append(claims, hiddenClaims(blocks, forms));
  return { forms, claims };
}

/** The name of a sheet speaks for a form that has no title of its own, its year for one whose title and captions have none. */
function takeSheetName(form: RecognizedForm, { sheet }: Grid, block: number): void {
  const text = sheet?.trim() ?? '';
  const year = YEAR.exec(text)?.[1];
  const titles = !form.title && isTitle(text);
  if (!titles && (year === undefined || (form.title && saysYear(form)))) return;
  const named: TextAt = { text, at: { block, paragraph: { kind: 'paragraph', text, place: text } } };
  if (titles) form.title = named;
  else form.captions.push(form.title ? { ...named, text: `${year}年度` } : named);
}

const YEAR = /(20\d\d)(?:\s*年|$)/;

const saysYear = ({ title, captions }: RecognizedForm): boolean =>
  [title, ...captions].some((line) => /20\d\d/.test(line?.text ?? ''));

type Context = Pick<RecognizedForm, 'title' | 'captions'>;

const NO_CONTEXT: Context = { title: null, captions: [] };

/** The title of the form before, on the next page: rows without a header go on unless the captions name somebody else. */
function isPrintedAgain({ title, captions }: Context, open: RecognizedForm | null): boolean {
  if (!title || !open?.title || yearless(title.text) !== yearless(open.title.text)) return false;
  const known = labelled(open.captions);
  return [...labelled(captions)].every((text) => known.has(text));
}

/** A form under its title and header printed again goes on only where every caption is printed again too. */
const isWhollyPrintedAgain = (form: RecognizedForm, open: RecognizedForm): boolean =>
  isPrintedAgain(form, open) && labelled(form.captions).size === labelled(open.captions).size;

const labelled = (captions: readonly TextAt[]): Set<string> =>
  new Set(captions.map(({ text }) => compact(text)).filter((text) => text.includes(':')));

/** A title without its year, and without the mark of a page that goes on: （续）, 续表2. */
const yearless = (title: string): string =>
  compact(title).replace(/\(\d{4}年度?\)|\(?续表?[一二三四五六七八九十\d]*\)?$/g, '');

/** The first row that is no title, and no name of the project or department, printed again on a page that goes on. */
function belowTitles(slots: Slots, [top, bottom]: [number, number], open: RecognizedForm): number {
  const known = namesIn(open);
  let row = top;
  for (; row < bottom; row++) {
    const cells = startingCells(slots, row);
    const [first, second] = cells;
    if (!first || (second && cells.every(({ text }) => known.has(compact(text))))) continue;
    const again = /^续表?[一二三四五六七八九十\d]*$/.test(compact(first.text)) || isTableMark(first.text);
    if (second || !(again || yearless(first.text) === yearless(open.title?.text ?? ''))) break;
  }
  return row;
}

/** Who and what a form is of, with the labels beside it. */
function namesIn({ fields }: RecognizedForm): Set<string> {
  const names = fields.filter(
    ({ field, text }) => /^(project|department|agency)\./.test(field) && text !== '',
  );
  return new Set(names.flatMap(({ label, text }) => [compact(label), compact(text)]));
}

interface Part {
  ledger: Ledger;
  form: RecognizedForm;
  /** The form it goes on with; null when it is a new one. */
  into: RecognizedForm | null;
}

/** Reads a range of rows as the rest of the form before, or as a form of its own; null where it is neither. */
function readPart(
  ledger: Ledger,
  slots: Slots,
  [top, bottom]: [number, number],
  context: Context,
  open: RecognizedForm | null,
): Part | null {
  const start = open ? belowTitles(slots, [top, bottom], open) : top;
  const rest = open?.lastTable && continueTable(ledger, slots, open.lastTable, [start, bottom]);
  if (rest && open) {
    for (const { cell } of ledger.filled(top, start - 1)) {
      const isTitleRow = startingCells(slots, cell.row).length === 1;
      rest.ledger.setAside(cell, isTitleRow ? 'title' : 'repeated-header');
    }
    readSegment({ form: rest.form, ledger: rest.ledger, slots, lastRow: bottom }, rest.next);
    return { ...rest, into: open };
  }
  const form = emptyForm(context.title);
  append(form.captions, context.captions);
  if (open?.lastTable) form.lastTable = { ...open.lastTable, state: stateAfter(open.lastTable) };
  readSegment({ form, ledger, slots, lastRow: bottom }, top);
  if (!isForm(form)) return null;
  const goesOn = open && (form.title === null || isWhollyPrintedAgain(form, open)) && continues(form, open);
  return { ledger, form, into: goesOn ? open : null };
}

/** Words that stand in every performance form; 绩效工资 and 特定目标类 stand in budget statements. */
const OF_FORMS = /绩\s*效(?!\s*工\s*资)|指\s*标|(?<!特\s*定\s*)目\s*标|测算|重点工作/;

/** A quick look: words of performance forms, or a title that announces one. */
const mayHoldForm = (grid: Grid, title: TextAt | null): boolean =>
  grid.rows > 1 && (/绩\s*效/.test(title?.text ?? '') || grid.cells.some((cell) => OF_FORMS.test(cell.text)));

const MAX_CONTEXT = 8;

/** Title and captions in the paragraphs between this grid and the one before. */
function contextOf(blocks: readonly Block[], index: number): { title: TextAt | null; captions: TextAt[] } {
  let title: TextAt | null = null;
  const captions: TextAt[] = [];
  let seen = 0;
  for (let i = index - 1; i >= 0 && seen < MAX_CONTEXT; i--) {
    const block = blocks[i];
    if (!block || isGrid(block)) break;
    if (block.furniture) continue;
    seen++;
    const text = { text: block.text, at: { block: i, paragraph: block } };
    const whole = titleAt(blocks, i);
    if (whole !== null) {
      title = { ...text, text: whole };
      break;
    }
    if (isCaption(block.text) || /[：:]/.test(block.text) || compact(block.text).length < 40)
      captions.push(text);
  }
  return { title, captions };
}

/** Row ranges of the forms in one grid: a new one at a title, or where the first labels of a form come again. */
function segmentsOf(grid: Grid, slots: Slots): [number, number][] {
  const starts: number[] = [1];
  let seenMatrix = false;
  let lastMark = 0;
  for (let row = 1; row <= grid.rows; row++) {
    const cells = startingCells(slots, row);
    const [first] = cells;
    if (!first) continue;
    if (cells.length === 1 && (isTitle(first.text) || isTableMark(first.text))) {
      if (row > 1 && row - lastMark > 2 && (seenMatrix || lastMark > 0)) {
        starts.push(row);
        seenMatrix = false;
      }
      lastMark = row;
      continue;
    }
    if (seenMatrix && startsForm(cells) && !tableHeaderAt(slots, row, grid.rows)) {
      starts.push(row);
      seenMatrix = false;
    }
    if (
      cells.some(
        (cell) =>
          /三级指标|指标值|指标名称|绩效目标/.test(compact(cell.text)) && compact(cell.text).length < 12,
      )
    ) {
      seenMatrix = true;
    }
  }
  return starts.map((start, i) => [start, (starts[i + 1] ?? grid.rows + 1) - 1]);
}

/** A form has indicators, or projects with goals, or goals with a name; anything else is another table of the pack. */
function isForm(form: RecognizedForm): boolean {
  if (form.types.has('indicators') || form.types.has('execution')) return true;
  const has = (pattern: RegExp) => form.fields.some((field) => pattern.test(field.field));
  const titled = form.title !== null && /绩\s*效/.test(form.title.text);
  if (form.types.has('projects')) {
    return titled || form.projects.some((row) => row.cells['goal.annual'] || row.cells['goal.period']);
  }
  if (has(/^goal\./) && has(/^(project|department)\.name/)) return true;
  return titled && (form.types.size > 0 || has(/^goal\./) || has(/^project\.name/));
}

/** A form without a name of its own whose tables have the columns of the form before. */
function continues(form: RecognizedForm, before: RecognizedForm): boolean {
  const startsNew = form.fields.some((field) => BEGINS_FORM.has(field.field) && field.text !== '');
  const sameKind = [...form.types].every(
    (type) => type === 'indicators' || before.columns.get(type) === form.columns.get(type),
  );
  return !startsNew && sameKind;
}

function mergeForms(into: RecognizedForm, from: RecognizedForm, block: number): void {
  for (const type of TABLE_TYPES) type.merge(into, from);
  into.blocks.push(block);
  append(into.captions, from.captions);
  append(into.fields, from.fields);
  append(into.plans, from.plans);
  append(into.unitLabels, from.unitLabels);
  for (const type of from.types) into.types.add(type);
  for (const role of from.roles) into.roles.add(role);
  into.lastTable = from.lastTable ?? into.lastTable;
  into.rowsThatFit.all += from.rowsThatFit.all;
  into.rowsThatFit.fit += from.rowsThatFit.fit;
}

function claimsOf(ledger: Ledger, form: number, top: number, bottom: number): CellClaim[] {
  return ledger.filled(top, bottom).map(({ block, index, cell }) => {
    const claim = ledger.get(cell) ?? { status: 'unclaimed' as const };
    return { block, cell: index, form, ...claim };
  });
}
