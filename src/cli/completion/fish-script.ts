import { descentsOf, optionsWithValue, placeOf } from './command-places.js';
import type { CompletedCommand, CompletedOption } from './completed-commands.js';

/** Completion for fish, with what each word means. */
export const fishScript = (name: string, commands: readonly CompletedCommand[]): string =>
  [
    `# ${name} completion for fish: ${name} completion fish | source`,
    `function __${name}_at`,
    '    set -l taken (commandline -opc)[2..-1]',
    `    string match -q -- "$argv[1]" (__${name}_place $taken)`,
    'end',
    `function __${name}_place`,
    "    set -l place ''",
    "    set -l skip ''",
    '    for word in $argv',
    '        if test -n "$skip"',
    "            set skip ''",
    `        else if contains -- "$place|$word" ${list(optionsWithValue(commands))}`,
    '            set skip yes',
    `        else if contains -- "$place $word" ${list(descentsOf(commands))}`,
    '            set place "$place $word"',
    '        end',
    '    end',
    '    echo $place',
    'end',
    ...commands.flatMap((command) => linesOf(name, command)),
    '',
  ].join('\n');

function linesOf(name: string, { path, commands, options, values }: CompletedCommand): string[] {
  const here = `complete -c ${name} -n ${quoted(`__${name}_at ${quoted(placeOf(path))}`)}`;
  return [
    ...commands.map((each) => `${here} -f -a ${quoted(each.name)} -d ${quoted(each.meaning)}`),
    ...(values.length === 0 ? [] : [`${here} -f -a ${quoted(values.join(' '))}`]),
    ...options.map((option) => `${here} ${optionWords(option)}`),
  ];
}

const optionWords = ({ flags, meaning, takesValue, values }: CompletedOption): string =>
  [
    ...flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`)),
    ...(values.length > 0 ? ['-x', '-a', quoted(values.join(' '))] : takesValue ? ['-r'] : ['-f']),
    '-d',
    quoted(meaning),
  ].join(' ');

const list = (texts: readonly string[]): string => texts.map(quoted).join(' ');

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
