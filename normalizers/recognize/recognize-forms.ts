import type { CellClaim } from '../../src/model/document.js';
import { type Block, type Grid, isGrid, type Paragraph, slotsOf } from '../../src/model/grid.js';
import { append } from '../append.js';
import { isAnyTableTitle, isCaption, isTableMark, isTitle } from './cell-kinds.js';
import { emptyForm, type RecognizedForm, type TextAt } from './form.js';
import { BEGINS_FORM, startsForm } from './form-start.js';
import { hiddenClaims } from './hidden-claims.js';
import { compact } from './label-text.js';
import { Ledger } from './ledger.js';
import { recognizeNarrative } from './narrative.js';
import { readSegment } from './segment.js';
import { type Slots, startingCells } from './slots.js';
import { readTableBody } from './table-body.js';
import { level1Of, level2Of } from './vocabulary.js';

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

  let before: Before | null = null;
  for (const [index, block] of blocks.entries()) {
    if (!isGrid(block) || block.hidden) continue;
    const context = contextOf(blocks, index);
    const previous: Before | null = context.title ? null : before;
    before = null;
    if (!mayHoldForm(block, context.title) && !previous) continue;
    const slots = slotsOf(block);
    const blank = Ledger.of(index, block);
    for (const [segment, rows] of segmentsOf(block, slots).entries()) {
      const first = segment === 0;
      const part = readPart(
        blank.blank(),
        slots,
        rows,
        first ? context : NO_CONTEXT,
        first ? previous : null,
      );
      if (!part) continue;
      const { ledger, form, into } = part;
      if (first && !into) takeSheetName(form, block, index);
      if (into) mergeForms(into, form, index);
      else {
        form.blocks.push(index);
        forms.push(form);
      }
      append(claims, claimsOf(ledger, forms.lastIndexOf(into ?? form), ...rows));
      before = { form: into ?? form, columns: block.columns };
    }
  }
  append(claims, hiddenClaims(blocks, forms));
  return { forms, claims };
}

/** The name of a sheet speaks for a form that has no title of its own. */
function takeSheetName(form: RecognizedForm, { sheet }: Grid, block: number): void {
  const text = sheet?.trim() ?? '';
  if (form.title || !(isTitle(text) || /20\d\d\s*年/.test(text))) return;
  const named: TextAt = { text, at: { block, paragraph: { kind: 'paragraph', text, place: text } } };
  if (isTitle(text)) form.title = named;
  else form.captions.push(named);
}

interface Context {
  title: TextAt | null;
  captions: TextAt[];
}

const NO_CONTEXT: Context = { title: null, captions: [] };

interface Part {
  ledger: Ledger;
  form: RecognizedForm;
  /** The form it goes on with; null when it is a new one. */
  into: RecognizedForm | null;
}

/** Reads a range of rows as a form of its own, or as the rest of the form before; null where it is neither. */
function readPart(
  ledger: Ledger,
  slots: Slots,
  rows: [number, number],
  context: Context,
  previous: Before | null,
): Part | null {
  const form = emptyForm(context.title);
  append(form.captions, context.captions);
  readSegment(form, ledger, ledger.grid, slots, ...rows);
  const open = form.title ? null : previous;
  if (isForm(form)) return { ledger, form, into: open && continues(form, open.form) ? open.form : null };
  if (!open || ledger.grid.columns !== open.columns) return null;
  const rest = readHeadless(ledger.blank(), slots, open.form, rows);
  return rest && { ...rest, into: open.form };
}

/** The form that the next grid may continue. */
interface Before {
  form: RecognizedForm;
  /** Columns of its last grid. */
  columns: number;
}

/** A quick look: words that stand in every performance form, or a title that announces one. */
const mayHoldForm = (grid: Grid, title: TextAt | null): boolean =>
  grid.rows > 1 &&
  (/绩\s*效/.test(title?.text ?? '') ||
    grid.cells.some((cell) => /绩\s*效|指\s*标|目\s*标|测算|重点工作/.test(cell.text)));

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
    if (!title && (isTitle(block.text) || isAnyTableTitle(block.text))) {
      title = { ...text, text: withYearLine(blocks, i) };
      break;
    }
    if (isCaption(block.text) || /[：:]/.test(block.text) || compact(block.text).length < 40)
      captions.push(text);
  }
  return { title, captions };
}

/** A title printed on two lines: the line below may hold its year only, as （2026年度）. */
function withYearLine(blocks: readonly Block[], index: number): string {
  const title = blocks[index] as Paragraph;
  const next = blocks[index + 1];
  if (next?.kind === 'paragraph' && /^[（(]\s*\d{4}\s*年度?\s*[)）]$/.test(next.text.trim())) {
    return `${title.text}${next.text.trim()}`;
  }
  return title.text;
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
    if (seenMatrix && startsForm(cells)) {
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

/** A grid without a header, read under the last indicator header of the form it may continue; null unless its rows fit. */
function readHeadless(
  ledger: Ledger,
  slots: Slots,
  before: RecognizedForm,
  [top, bottom]: [number, number],
): { ledger: Ledger; form: RecognizedForm } | null {
  if (!before.lastHeader) return null;
  const form = emptyForm(null);
  readTableBody(form, ledger, slots, { ...before.lastHeader, top, bottom: top - 1 }, bottom);
  const { fit, all } = form.rowsThatFit;
  const hasLevels = form.indicators.some((row) => levelNamed(row.level1Text) || levelNamed(row.level2Text));
  return hasLevels && form.indicators.length > 0 && fit * 5 >= all * 4 ? { ledger, form } : null;
}

const levelNamed = (text: string | null): boolean =>
  text !== null && (level1Of(text) !== undefined || level2Of(text) !== undefined);

function mergeForms(into: RecognizedForm, from: RecognizedForm, block: number): void {
  const last = [...into.projects].reverse().find((project) => project.kind === 'project');
  if (last && from.columns.get('indicators')?.includes('project.name')) {
    for (const indicator of from.indicators) indicator.project ??= last;
  }
  into.blocks.push(block);
  append(into.fields, from.fields);
  append(into.indicators, from.indicators);
  append(into.projects, from.projects);
  append(into.costs, from.costs);
  append(into.plans, from.plans);
  append(into.workPlan, from.workPlan);
  append(into.budgetColumns, from.budgetColumns);
  append(into.execution, from.execution);
  append(into.unitLabels, from.unitLabels);
  for (const type of from.types) into.types.add(type);
  for (const role of from.roles) into.roles.add(role);
  into.rowsThatFit.all += from.rowsThatFit.all;
  into.rowsThatFit.fit += from.rowsThatFit.fit;
}

function claimsOf(ledger: Ledger, form: number, top: number, bottom: number): CellClaim[] {
  return ledger.filled(top, bottom).map(({ block, index, cell }) => {
    const claim = ledger.get(cell) ?? { status: 'unclaimed' as const };
    return { block, cell: index, form, ...claim };
  });
}
