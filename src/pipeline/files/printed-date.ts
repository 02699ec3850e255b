import { type Block, isGrid } from '../../model/grid.js';
import { parseDay } from './parse-day.js';

/** Labels of a date that says when this version came out, surest first. Dates of laws, meetings and plans have none of them. */
const LABELS = [
  /(发布|公布|公开|发文|印发|更新)(日期|时间)\s*[:：]?/,
  /(填报|填表|编制|制表|报送)(日期|时间)\s*[:：]?/,
];

/** A text that may hold a label, and the next one. */
interface Candidate {
  text: string;
  next: string;
}

const NAMES_A_DATE = /日期|时间/;

/** The latest date printed in a document behind a label of the surest kind that occurs, ISO; null without one. */
export function printedDate(blocks: readonly Block[]): string | null {
  const texts = blocks.flatMap(textsOf);
  const candidates = texts.flatMap((text, index): Candidate[] =>
    NAMES_A_DATE.test(text) ? [{ text, next: (texts[index + 1] ?? '').replace(/\s+/g, ' ') }] : [],
  );
  for (const label of LABELS) {
    const days = candidates.flatMap((candidate) => dayBehind(label, candidate) ?? []);
    if (days.length > 0) return days.sort().at(-1) ?? null;
  }
  return null;
}

/** Texts in reading order; the value of a label may stand in the next cell. */
const textsOf = (block: Block): string[] =>
  isGrid(block)
    ? block.cells.flatMap(({ text }) => {
        if (text.trim() === '') return [];
        return NAMES_A_DATE.test(text) ? [text.replace(/\s+/g, ' ')] : [text];
      })
    : [block.text];

function dayBehind(label: RegExp, { text, next }: Candidate): string | null {
  const found = label.exec(text);
  if (!found) return null;
  const behind = text.slice(found.index + found[0].length).trim();
  return parseDay(behind === '' ? next : behind.slice(0, 20));
}
