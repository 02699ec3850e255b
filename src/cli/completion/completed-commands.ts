import type { Command, Option } from 'commander';
import { valuesOfArgument, valuesOfOption } from './closed-values.js';

export interface CompletedOption {
  /** `--help`, `-h`. */
  flags: string[];
  meaning: string;
  /** Whether the word behind it is its value. */
  takesValue: boolean;
  /** The values it takes; empty where it takes any, such as the name of a file. */
  values: readonly string[];
}

/** What can be written behind one command. */
export interface CompletedCommand {
  /** `['audit', 'review']`; none of the program itself. */
  path: readonly string[];
  commands: { name: string; meaning: string }[];
  options: CompletedOption[];
  /** The words its first argument takes; empty where it takes any. */
  values: readonly string[];
}

/** The program and every command below it, as shells complete them. */
export const completedCommands = (command: Command, path: readonly string[] = []): CompletedCommand[] => {
  const help = command.createHelp();
  const [first] = command.registeredArguments;
  return [
    {
      path,
      commands: command.commands.map((each) => ({ name: each.name(), meaning: each.description() })),
      options: [...help.visibleOptions(command), ...help.visibleGlobalOptions(command)].map(completedOption),
      values: first === undefined ? [] : valuesOfArgument(first),
    },
    ...command.commands.flatMap((each) => completedCommands(each, [...path, each.name()])),
  ];
};

const completedOption = (option: Option): CompletedOption => ({
  flags: [option.long, option.short].filter((flag) => typeof flag === 'string'),
  meaning: option.description,
  takesValue: option.required || option.optional,
  values: valuesOfOption(option),
});
