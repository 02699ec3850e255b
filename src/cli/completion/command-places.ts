import type { CompletedCommand } from './completed-commands.js';

/** The path of a command with a space before each word, so that the place of the program itself is empty. */
export const placeOf = (path: readonly string[]): string => path.map((word) => ` ${word}`).join('');

/** `place word` of every word that goes down to a command. */
export const descentsOf = (commands: readonly CompletedCommand[]): string[] =>
  commands.flatMap(({ path, commands: below }) => below.map(({ name }) => `${placeOf(path)} ${name}`));

/** `place|option` of every option whose value is the next word. */
export const optionsWithValue = (commands: readonly CompletedCommand[]): string[] =>
  commands.flatMap(({ path, options }) =>
    options.flatMap(({ flags, takesValue }) =>
      takesValue ? flags.map((flag) => `${placeOf(path)}|${flag}`) : [],
    ),
  );
