import type { CellClaim } from '../../src/model/document.js';
import { type Block, type Cell, type Grid, isGrid, type Paragraph, slotsOf } from '../../src/model/grid.js';
import { isAnyTableTitle, isCaption, isTableMark, isTitle } from './cell-kinds.js';
import { emptyForm, type RecognizedForm, type TextAt } from './form.js';
import { compact } from './label-text.js';
import { Ledger } from './ledger.js';
import { recognizeNarrative } from './narrative.js';
import { readSegment } from './segment.js';
import { fieldOf, labelText } from './vocabulary.js';

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
  let before: { form: RecognizedForm; block: number } | null = null;
  const narrative = recognizeNarrative(blocks);
  if (narrative) forms.push(narrative);

  blocks.forEach((block, index) => {
    if (!isGrid(block) || !mayHoldForm(block)) return;
    const context = contextOf(blocks, index);
    const slots = slotsOf(block);
    segmentsOf(block, slots).forEach(([top, bottom], segment) => {
      const ledger = new Ledger(index, block);
      const form = emptyForm(segment === 0 ? context.title : null);
      if (segment === 0) form.captions.push(...context.captions);
      readSegment(form, ledger, block, slots, top, bottom);
      if (!isForm(form)) return;
      const continued =
        before !== null && continues(form, before, index, segment, context) ? before.form : null;
      if (continued) mergeForms(continued, form, index);
      else {
        form.blocks.push(index);
        forms.push(form);
      }
      const target = continued ?? form;
      claims.push(...claimsOf(ledger, forms.indexOf(target), top, bottom));
      before = { form: target, block: index };
    });
  });
  return { forms, claims };
}

/** A quick look: words that stand in every performance form. */
const mayHoldForm = (grid: Grid): boolean =>
  grid.rows > 1 && grid.cells.some((cell) => /绩\s*效|指\s*标|目\s*标|测算|重点工作/.test(cell.text));

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
function segmentsOf(grid: Grid, slots: (Cell | undefined)[][]): [number, number][] {
  const starts: number[] = [1];
  let seenMatrix = false;
  let lastMark = 0;
  for (let row = 1; row <= grid.rows; row++) {
    const cells = [
      ...new Set((slots[row - 1] ?? []).filter((c): c is Cell => c?.row === row && c.text.trim() !== '')),
    ];
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
    const { core } = labelText(first.text);
    if (seenMatrix && cells.length >= 2 && BEGINS_FORM.has(fieldOf(core)?.field ?? '') && isKeyRow(cells)) {
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

const BEGINS_FORM = new Set(['project.name', 'department.name']);

/** 项目名称 | 某项目: the second cell is a value, not another column label. */
const isKeyRow = (cells: readonly Cell[]): boolean => {
  const second = cells[1];
  return second !== undefined && fieldOf(labelText(second.text).core) === undefined;
};

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

function continues(
  form: RecognizedForm,
  before: { form: RecognizedForm; block: number },
  block: number,
  segment: number,
  context: { title: TextAt | null },
): boolean {
  if (segment > 0 || block === before.block || context.title || form.title) return false;
  const startsNew = form.fields.some((field) => BEGINS_FORM.has(field.field) && field.text !== '');
  const sameKind = [...form.types].every(
    (type) => type === 'indicators' || before.form.columns.get(type) === form.columns.get(type),
  );
  return !startsNew && sameKind;
}

function mergeForms(into: RecognizedForm, from: RecognizedForm, block: number): void {
  into.blocks.push(block);
  into.fields.push(...from.fields);
  into.indicators.push(...from.indicators);
  into.projects.push(...from.projects);
  into.costs.push(...from.costs);
  into.plans.push(...from.plans);
  into.workPlan.push(...from.workPlan);
  into.budgetColumns.push(...from.budgetColumns);
  into.execution.push(...from.execution);
  into.diagnostics.push(...from.diagnostics);
  into.unitLabels.push(...from.unitLabels);
  for (const type of from.types) into.types.add(type);
  for (const role of from.roles) into.roles.add(role);
  into.rowsThatFit.all += from.rowsThatFit.all;
  into.rowsThatFit.fit += from.rowsThatFit.fit;
}

function claimsOf(ledger: Ledger, form: number, top: number, bottom: number): CellClaim[] {
  return ledger.grid.cells.flatMap((cell, index) => {
    if (cell.text.trim() === '' || cell.row < top || cell.row > bottom) return [];
    const claim = ledger.get(cell) ?? { status: 'unclaimed' as const };
    return [{ block: ledger.block, cell: index, form, ...claim }];
  });
}
