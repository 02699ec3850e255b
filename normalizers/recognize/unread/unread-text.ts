import { type Block, isGrid, type Paragraph } from '../../../src/model/grid.js';
import { beginsWithLevel, isLevelWord, isTargetLike } from '../words/form-words.js';
import { compact } from '../words/label-text.js';

/** A run of lines that stand like the rows of an indicator table without rules. */
export interface UnreadText {
  /** Index of the first of them. */
  block: number;
  lines: Paragraph[];
}

const LONGEST_LINE = 40;
const MOST_BETWEEN = 6;
const LEVELS = 3;
const TARGETS = 2;

/**
 * Runs of short lines between grids in which classes of indicators stand alone or at the head of a row, with targets: at
 * least three such lines, two different classes and two targets. Prose has long lines, and an outline numbers its headings.
 */
export function unreadText(blocks: readonly Block[], isHeld: (block: number) => boolean): UnreadText[] {
  const found: UnreadText[] = [];
  let run: Line[] = [];
  let last = 0;
  const end = (): void => {
    const lines = run.slice(0, last + 1);
    const [first] = lines;
    if (first && isTable(lines.map(({ line }) => line.text))) {
      found.push({ block: first.block, lines: lines.map(({ line }) => line) });
    }
    run = [];
  };
  for (const [block, line] of blocks.entries()) {
    if (isGrid(line)) end();
    else if (line.furniture) continue;
    else if (isHeld(block) || line.text.length > LONGEST_LINE) end();
    else {
      const isLevel = isLevelLine(line.text);
      if (run.length - last > MOST_BETWEEN) end();
      if (run.length === 0 && !isLevel) continue;
      if (isLevel || hasTarget(line.text)) last = run.length;
      run.push({ block, line });
    }
  }
  end();
  return found;
}

interface Line {
  block: number;
  line: Paragraph;
}

/** 数量指标 alone, or 产出指标 数量指标 培训人数 ≥300人: no number before it, no colon behind it. */
function isLevelLine(text: string): boolean {
  const line = text.trim();
  if (/^[（(\d①-⑳一二三四五六七八九十]+[）)、.．]/.test(line) || /[：:。；;]$/.test(line)) return false;
  const [first = ''] = line.split(/[\s|]+/);
  return (
    isLevelWord(line) || (isLevelWord(first) && first !== line) || (beginsWithLevel(line) && hasTarget(line))
  );
}

const hasTarget = (text: string): boolean =>
  /[≥≤≧≦＞＜]\s*\d/.test(text) ||
  text
    .trim()
    .split(/[\s|]+/)
    .some(isTargetLike);

function isTable(lines: readonly string[]): boolean {
  const levels = lines.filter(isLevelLine);
  const classes = new Set(levels.map((line) => compact(line).slice(0, 4)));
  return levels.length >= LEVELS && classes.size >= 2 && lines.filter(hasTarget).length >= TARGETS;
}
