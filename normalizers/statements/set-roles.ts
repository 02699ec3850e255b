import type { StatementLine } from '../../src/model/statement.js';
import { numberingOf } from './line-numbering.js';
import { statementText } from './statement-text.js';
import { statementWords } from './statement-words.js';

/** Sets the roles of the lines of one half. */
export function setRoles(lines: readonly StatementLine[]): void {
  /** Numbering of the 其中 that goes on; -1: it has none. */
  let part: number | null = null;
  let before: number | null = null;
  for (const line of lines) {
    const text = statementText(line.item);
    const style = numberingOf(line.item);
    const { total, carried, part: ofWhich } = statementWords().lines;
    if (ofWhich.test(text)) part = style ?? -1;
    else if (part !== null && !isPartToo(style, part, before)) part = null;
    if (part === null) before = style;
    if (total.test(text)) line.role = 'total';
    else if (part !== null) line.role = 'part';
    else if (line.code === null && carried.test(text)) line.role = 'carried';
  }
  const [only, ...others] = lines;
  if (only && others.length === 0 && only.item === '' && only.code === null) only.role = 'total';
}

/** What follows a 其中 belongs to it while its numbering is not above; without numbers while those around it have some. */
const isPartToo = (style: number | null, part: number, before: number | null): boolean =>
  style === null ? part < 0 && before !== null : part >= 0 && style >= part;
