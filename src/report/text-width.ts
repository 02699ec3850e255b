import stringWidth from 'string-width';

/** Columns a text takes in a terminal: Chinese characters and full-width signs take two. */
export const textWidth = (text: string): number => stringWidth(text);

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
const STEERING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Published text may hold anything: control characters would steer the terminal, tabs would break columns. */
export const printable = (text: string): string =>
  text.search(STEERING) < 0 ? text : text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(STEERING, '');

/** The text on one line, cut to `width` columns with `…` where it is longer. */
export function fitText(text: string, width: number): string {
  const line = printable(text)
    .replace(/\s*\n\s*/g, ' ')
    .trim();
  return textWidth(line) <= width ? line : `${takeWidth(line, width - 1)}…`;
}

/** Lines of at most `width` columns; Chinese may break anywhere. At least one line. */
export function wrapText(text: string, width: number): string[] {
  return printable(text)
    .split('\n')
    .flatMap((line) => {
      const lines: string[] = [];
      let rest = line.trimEnd();
      while (textWidth(rest) > width) {
        const head = takeWidth(rest, width) || [...rest].slice(0, 1).join('');
        lines.push(head);
        rest = rest.slice(head.length);
      }
      return [...lines, rest];
    });
}

function takeWidth(text: string, width: number): string {
  let taken = '';
  let used = 0;
  for (const character of text) {
    used += textWidth(character);
    if (used > width) break;
    taken += character;
  }
  return taken;
}
