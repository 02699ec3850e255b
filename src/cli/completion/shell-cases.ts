import { descentsOf, optionsWithValue, placeOf } from './command-places.js';
import type { CompletedCommand } from './completed-commands.js';

/** The grammar of the commands as `case` tables that bash and zsh read alike. */
export const shellCases = (commands: readonly CompletedCommand[]) => ({
  /** `place word)` of every word that goes down to a command. */
  descents: patterns(descentsOf(commands)),
  /** `place|option)` of every option whose value is the next word. */
  withValue: patterns(optionsWithValue(commands)),
  /** Lines `place|option) words='…' ;;` of the options whose values are a closed list. */
  valuesOfOptions: commands.flatMap(({ path, options }) =>
    options.flatMap(({ flags, values }) =>
      values.length === 0
        ? []
        : [
            `${patterns(flags.map((flag) => `${placeOf(path)}|${flag}`))} words=${quoted(values.join(' '))} ;;`,
          ],
    ),
  ),
  /** Lines `place) words='…' ;;`: options. */
  options: commands.map(
    ({ path, options }) =>
      `${patterns([placeOf(path)])} words=${quoted(options.flatMap(({ flags }) => flags).join(' '))} ;;`,
  ),
  /** Lines `place) words='…' ;;`: commands below, and values of the argument. */
  words: commands.flatMap(({ path, commands: below, values }) => {
    const words = [...below.map(({ name }) => name), ...values];
    return words.length === 0 ? [] : [`${patterns([placeOf(path)])} words=${quoted(words.join(' '))} ;;`];
  }),
});

const patterns = (texts: readonly string[]): string => `${texts.map(quoted).join(' | ')})`;

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
