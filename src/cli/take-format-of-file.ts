import { extname } from 'node:path';
import type { Command } from 'commander';

/** Where no --format is given, the file named by --output says it by its extension, if the command has that format. */
export function takeFormatOfFile(command: Command): void {
  const { output } = command.opts<{ output?: string }>();
  const choices = command.options.find((option) => option.attributeName() === 'format')?.argChoices ?? [];
  if (output === undefined || command.getOptionValueSource('format') !== 'default') return;
  const format = extname(output).slice(1).toLowerCase();
  if (choices.includes(format)) command.setOptionValueWithSource('format', format, 'implied');
}
