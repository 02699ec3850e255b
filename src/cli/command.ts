import { type Argument, Command, Help, type HelpConfiguration, type Option } from 'commander';
import { textWidth } from '../report/text-width.js';
import { wrapWords } from '../report/wrap-words.js';
import { helpWidth } from './help-text.js';

/** What a command does not take of the options of the commands above it; its help does not list them. */
export interface Untaken {
  /** Their names, as attributes: `failOn`. */
  options?: readonly string[];
  /** Of an option's choices those that are taken here. */
  choices?: Readonly<Record<string, readonly string[]>>;
}

/** A command with help and messages in Chinese; errors are thrown, not printed and exited on. */
export const newCommand = (name: string, untaken: Untaken = {}): Command =>
  new Command(name)
    .exitOverride()
    .configureHelp({ ...CHINESE_HELP, ...helpWithout(untaken) })
    .configureOutput({ outputError: () => undefined, getOutHelpWidth: helpWidth })
    .helpOption('-h, --help', '显示帮助')
    .helpCommand(false);

const TITLES: Record<string, string> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '通用选项：',
  'Commands:': '命令：',
};

/** Columns of `用法： `. */
const USAGE_INDENT = 7;

/** Help in Chinese, measured in terminal columns. */
const CHINESE_HELP: HelpConfiguration = {
  showGlobalOptions: true,
  styleUsage: (usage) => wrapWords(usage, helpWidth() - USAGE_INDENT).join(`\n${' '.repeat(USAGE_INDENT)}`),
  styleTitle: (title) => TITLES[title] ?? title,
  displayWidth: textWidth,
  boxWrap: (text, width) => wrapWords(text, width).join('\n'),
  argumentDescription: (argument) => withChoices(argument.description, argument.argChoices),
  formatItem: describedItem,
  commandUsage: usageOf,
  subcommandTerm: (command) => [command.name(), ...command.registeredArguments.map(termOf)].join(' '),
};

/** What is described in fewer columns than these is described below its name. */
const LEAST_BESIDE = 28;
const ITEM_INDENT = 2;
const GAP = 2;

function describedItem(term: string, termWidth: number, description: string): string {
  const beside = helpWidth() - ITEM_INDENT - termWidth - GAP;
  const isBelow = beside < LEAST_BESIDE;
  const indent = isBelow ? 3 * ITEM_INDENT : ITEM_INDENT + termWidth + GAP;
  const lines = wrapWords(description, helpWidth() - indent).map((line) => `${' '.repeat(indent)}${line}`);
  const name = `${' '.repeat(ITEM_INDENT)}${term}`;
  if (isBelow) return [name, ...lines].join('\n');
  return `${name}${' '.repeat(Math.max(0, indent - textWidth(name)))}${lines.join('\n').trimStart()}`;
}

function usageOf(command: Command): string {
  const names: string[] = [];
  for (let each: Command | null = command; each; each = each.parent) names.unshift(each.name());
  return `${names.join(' ')} ${command.usage().replace('[options]', '[选项]').replace('[command]', '<命令>')}`;
}

const termOf = (argument: Argument): string => {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
};

const withChoices = (description: string, choices: readonly string[] | undefined): string =>
  choices === undefined ? description : `${description}（可选：${choices.join('、')}）`;

const helpWithout = ({ options = [], choices = {} }: Untaken): HelpConfiguration => ({
  visibleGlobalOptions(this: Help, command: Command): Option[] {
    const all = Help.prototype.visibleGlobalOptions.call(this, command);
    return all.filter((option) => !options.includes(option.attributeName()));
  },
  optionDescription: (option) => describeOption(option, choices[option.attributeName()]),
});

function describeOption(option: Option, choices: readonly string[] | undefined): string {
  const shown = choices ?? option.argChoices;
  const extra = [
    shown ? `可选：${shown.join('、')}` : '',
    option.defaultValue !== undefined && option.defaultValue !== false ? `默认：${option.defaultValue}` : '',
    option.envVar ? `环境变量：${option.envVar}` : '',
  ].filter((text) => text !== '');
  return extra.length === 0 ? option.description : `${option.description}（${extra.join('；')}）`;
}
