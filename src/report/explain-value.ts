import type { Disclosure, Evidence } from '../model/disclosure.js';
import type { ReadDocument } from '../model/document.js';
import { type Cell, isGrid } from '../model/grid.js';
import { drawEvidence } from './draw-evidence.js';
import { drawStatement } from './draw-statement.js';
import { type FactLine, factLines } from './fact-lines.js';
import { subjectFacts } from './subject-facts.js';
import { surenessText } from './sureness-text.js';
import { textWidth } from './text-width.js';
import { fieldsOf, VALUE_TITLES, type ValueField, type ValueRow } from './value-fields.js';

/**
 * Walks a value back: value → field → cell → place, with the raw text, and draws the cells around.
 * @param width columns of the terminal
 */
export function explainValue(
  document: ReadDocument,
  disclosure: Disclosure,
  item: ValueRow,
  width: number,
): string {
  const fields = fieldsOf(item, disclosure).filter(([, value]) => value !== null && value !== undefined);
  const evidence = fields.flatMap(([, , each]) => each ?? []);
  return [
    VALUE_TITLES[item.kind],
    factLines(subjectFacts(document, disclosure)),
    '',
    factLines(fields.map((field) => describeField(field, document))),
    '',
    '原文：',
    item.kind === 'statement'
      ? drawStatement(document, item.value, width)
      : drawEvidence(document, evidence, width),
  ].join('\n');
}

const describeField = ([label, value, evidence]: ValueField, document: ReadDocument): FactLine => {
  if (!evidence) return [label, value];
  const quote = evidence.quote.trim();
  const sureness = surenessText(textAt(document, evidence));
  const source = `← ${evidence.place}${quote === value?.trim() ? '' : `「${quote}」`}${sureness && `（${sureness}）`}`;
  const isShort = textWidth(`${value}${source}`) <= SHORT && !`${value}${source}`.includes('\n');
  return [label, `${value}${isShort ? '　' : '\n'}${source}`];
};

/** The cell or paragraph a value was read from. */
function textAt({ blocks }: ReadDocument, { block, cell }: Evidence): Pick<Cell, 'recognized' | 'reading'> {
  const found = blocks[block];
  if (!found || !isGrid(found)) return found ?? {};
  return (cell === null ? undefined : found.cells[cell]) ?? {};
}

/** A value and its source stand on one line when both together take no more columns. */
const SHORT = 70;
