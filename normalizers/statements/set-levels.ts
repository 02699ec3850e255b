import type { StatementLine } from '../../src/model/statement.js';
import { classLevels } from './class-levels.js';
import { numberingOf } from './line-numbering.js';
import { statementText } from './statement-text.js';
import { statementWords } from './statement-words.js';

/** Sets the depths of the lines of one half: by code, else by numbering, else by the names of the classes. */
export function setLevels(lines: readonly StatementLine[]): void {
  const digits = lines.flatMap(({ code }) => (code && isDigits(code) ? [code.length] : []));
  const lengths = [...new Set(digits)].sort((a, b) => a - b);
  const numberings = lines.map(({ item }) => numberingOf(item));
  const styles = [...new Set(numberings)].flatMap((style) => style ?? []).sort((a, b) => a - b);
  const classes = lengths.length > 0 ? [] : classLevels(lines.map(({ item }) => item));
  const above = classes.some((level, index) => level !== null && numberings[index] !== null)
    ? 0
    : styles.length;
  for (const [index, line] of lines.entries()) {
    const style = numberings[index] ?? null;
    const level = classes[index] ?? null;
    if (line.code && isDigits(line.code)) line.level = levelOfCode(line.code, lengths);
    else if (style !== null) line.level = styles.indexOf(style) + 1;
    else if (statementWords().lines.total.test(statementText(line.item))) line.level = 1;
    else line.level = level === null ? null : level + above;
  }
}

const isDigits = (code: string): boolean => /^\d+$/.test(code);

/** 201 → 1, 20140 → 2, 2014004 → 3; other codes by their lengths in the table. */
function levelOfCode(code: string, lengths: readonly number[]): number {
  const isClass = /^[235]/.test(code) && lengths.every((length) => length % 2 === 1 && length <= 9);
  return isClass ? (code.length - 1) / 2 : lengths.indexOf(code.length) + 1;
}
