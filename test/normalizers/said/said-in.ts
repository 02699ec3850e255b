import { readSaid } from '../../../normalizers/said/read-said.js';
import type { Block } from '../../../src/model/grid.js';
import type { Said } from '../../../src/model/statement.js';

const GRID: Block = { kind: 'grid', table: 1, rows: 1, columns: 1, cells: [], certainty: 'ruled' };

/** Lines of a document as paragraphs; `[表]` is a table, `[页脚]…` page furniture. */
export const proseOf = (...lines: string[]): Block[] =>
  lines.map((line, index) => {
    if (line === '[表]') return GRID;
    const furniture = line.startsWith('[页脚]');
    const text = line.replace('[页脚]', '');
    return { kind: 'paragraph', text, place: `¶${index + 1}`, ...(furniture ? { furniture } : {}) };
  });

const SIGNS = { up: '+', down: '-', same: '=' };

/** `2026 收入预算 100万元 ↔90万元 +10万元 +11.11% 3辆`; what it is part of before `›`, a code in brackets. */
export function shown(said: Said): string {
  const { subject, code, within, aboutYear, money, base, change, percent, count } = said;
  const share = { change: '', share: '占', completion: '完成' };
  return [
    aboutYear,
    `${within ? `${within}›` : ''}${subject}${code ? `[${code}]` : ''}`,
    money?.printed,
    base && `↔${base.printed}`,
    change && `${SIGNS[change.direction]}${change.money.state === 'none' ? '' : change.money.printed}`,
    percent &&
      `${percent.of === 'change' && percent.direction ? SIGNS[percent.direction] : ''}${share[percent.of]}${percent.figure}%`,
    count && `${count.figure}${count.unit}`,
  ]
    .filter((part) => part !== null && part !== undefined)
    .join(' ');
}

/** What lines state, one a line. */
export const saidIn = (...lines: string[]): string[] => readSaid(proseOf(...lines)).map(shown);
