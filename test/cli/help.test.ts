import type { Command } from 'commander';
import { afterEach, describe, expect, it } from 'vitest';
import { commandsFor } from '../../src/cli/commands.js';
import { layOut } from '../../src/cli/help-text.js';
import { textWidth } from '../../src/report/text-width.js';

const { COLUMNS } = process.env;
afterEach(() => {
  if (COLUMNS === undefined) delete process.env.COLUMNS;
  else process.env.COLUMNS = COLUMNS;
});

function helpOf(command: Command, columns: number): string {
  process.env.COLUMNS = String(columns);
  let text = '';
  command.configureOutput({
    ...command.configureOutput(),
    writeOut: (more) => {
      text += more;
    },
  });
  command.outputHelp();
  return text;
}

const withBelow = (command: Command): Command[] => [command, ...command.commands.flatMap(withBelow)];
const every = (await commandsFor([])).flatMap(withBelow);
const nameOf = (command: Command): string =>
  [...(command.parent ? [nameOf(command.parent)] : []), command.name()].join(' ');

describe.each(every.map((command) => [nameOf(command), command] as const))('help of %s', (_, command) => {
  it('has an example', () => {
    expect(helpOf(command, 80)).toMatch(/^例：\n {2}mingzhang /m);
  });

  it.each([100, 80, 60, 40])('fits %d columns and breaks no word', (columns) => {
    const help = helpOf(command, columns);
    const wide = help.split('\n').filter((line) => textWidth(line) > columns);
    // A quoted word of an example is never broken.
    expect(wide.filter((line) => !/["']/.test(line))).toEqual([]);
    const words = (text: string): string[] =>
      [...new Set(text.match(/[\w-]{2,}/g))].filter((word) => word.length < columns - 10).sort();
    expect(words(help)).toEqual(words(helpOf(command, 100)).filter((word) => word.length < columns - 10));
  });
});

describe('what stands below the options', () => {
  it('flows together as prose, and keeps commands apart', () => {
    const text = '\n一句话，\n又一句。\n\n例：\n  mingzhang rules\n  mingzhang forms';
    expect(layOut(text, 40)).toBe('\n一句话，又一句。\n\n例：\n  mingzhang rules\n  mingzhang forms');
  });

  it('goes on with a long command in the next line, as a shell takes it, an option with its value', () => {
    expect(layOut('  mingzhang query projects --region 湖南省 --text "见义 勇为"', 40)).toBe(
      '  mingzhang query projects \\\n    --region 湖南省 --text "见义 勇为"',
    );
  });

  it('says what a command does below it where the line is too long for both', () => {
    expect(layOut('  mingzhang sql --schema          各视图、各列的含义', 30)).toBe(
      '  mingzhang sql --schema\n        各视图、各列的含义',
    );
  });
});
