import { textWidth } from '../report/text-width.js';
import { wrapWords } from '../report/wrap-words.js';
import { terminalWidth } from './terminal-width.js';

/** Longer lines are not read with ease. */
const WIDEST = 100;
/** Columns of a terminal that does not tell them. */
const USUAL = 80;
const INDENT = '  ';
const DEEPER = '    ';

/** Columns of the help. */
export const helpWidth = (): number => Math.min(terminalWidth(USUAL), WIDEST);

/**
 * What stands below the options, laid out for the terminal when it is asked for. Lines that begin with two spaces stand for
 * themselves: a command (`  mingzhang …`, what it does behind it after two more spaces) or an item; other lines are prose, and
 * flow together up to the next blank line.
 */
export const helpText = (text: string) => (): string => layOut(text, helpWidth());

/** @param width columns of a line; a command goes on in the next line behind a `\` */
export const layOut = (text: string, width: number): string =>
  paragraphs(text)
    .flatMap((line) => {
      if (textWidth(line) <= width) return [line];
      if (!line.startsWith(INDENT)) return wrapWords(line, width);
      return isCommand(line) ? commandLines(line, width) : itemLines(line, width);
    })
    .join('\n');

const isCommand = (line: string): boolean => /^ {2}(?:\S.* )?mingzhang /.test(line);

/** Lines of prose that follow each other, as one. */
function paragraphs(text: string): string[] {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const before = lines.at(-1);
    const flows = line !== '' && !line.startsWith(' ') && before !== undefined && /^[^ ]/.test(before);
    if (flows) lines[lines.length - 1] = `${before}${/[!-~]$/.test(before) ? ' ' : ''}${line}`;
    else lines.push(line);
  }
  return lines;
}

const itemLines = (line: string, width: number): string[] =>
  wrapWords(line.trim(), width - INDENT.length).map((each) => `${INDENT}${each}`);

function commandLines(line: string, width: number): string[] {
  const [, command = line.trim(), meaning] = /^ {2}(\S.*?)(?: {2,}(.*))?$/.exec(line) ?? [];
  const lines: string[] = [];
  let taken = INDENT;
  for (const word of wordsOf(command, width - DEEPER.length - CONTINUED.length)) {
    const longer = taken.trim() === '' ? `${taken}${word}` : `${taken} ${word}`;
    if (taken.trim() !== '' && textWidth(longer) > width - CONTINUED.length) {
      lines.push(`${taken}${CONTINUED}`);
      taken = `${DEEPER}${word}`;
    } else taken = longer;
  }
  const after = meaning === undefined ? [] : wrapWords(meaning, width - 2 * DEEPER.length);
  return [...lines, taken, ...after.map((each) => `${DEEPER}${DEEPER}${each}`)];
}

/** Words of a command line, quoted ones whole, an option with its value where they have room together. */
const wordsOf = (command: string, room: number): string[] =>
  (command.match(/(?:--\S+ (?=[^-\s|]))?(?:"[^"]*"|'[^']*'|\S)+/g) ?? []).flatMap((word) =>
    textWidth(word) <= room ? [word] : word.split(/(?<=^--\S+) /),
  );

const CONTINUED = ' \\';
