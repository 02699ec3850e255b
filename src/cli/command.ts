import { type Argument, Command, type HelpConfiguration, type Option } from 'commander';
import { textWidth, wrapText } from '../report/text-width.js';

/** A command with help and messages in Chinese; errors are thrown, not printed and exited on. */
export const newCommand = (name: string): Command =>
  new Command(name)
    .exitOverride()
    .configureHelp(CHINESE_HELP)
    .configureOutput({ outputError: () => undefined })
    .helpOption('-h, --help', '显示帮助')
    .helpCommand(false);

const TITLES: Record<string, string> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '通用选项：',
  'Commands:': '命令：',
};

/** Help in Chinese, measured in terminal columns. */
const CHINESE_HELP: HelpConfiguration = {
  showGlobalOptions: true,
  styleTitle: (title) => TITLES[title] ?? title,
  displayWidth: textWidth,
  boxWrap: (text, width) => wrapText(text, width).join('\n'),
  commandUsage: usageOf,
  subcommandTerm: (command) => [command.name(), ...command.registeredArguments.map(termOf)].join(' '),
  optionDescription: describeOption,
};

function usageOf(command: Command): string {
  const names: string[] = [];
  for (let each: Command | null = command; each; each = each.parent) names.unshift(each.name());
  return `${names.join(' ')} ${command.usage().replace('[options]', '[选项]').replace('[command]', '<命令>')}`;
}

const termOf = (argument: Argument): string => {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
};

function describeOption(option: Option): string {
  const extra = [
    option.argChoices ? `可选：${option.argChoices.join('、')}` : '',
    option.defaultValue !== undefined && option.defaultValue !== false ? `默认：${option.defaultValue}` : '',
    option.envVar ? `环境变量：${option.envVar}` : '',
  ].filter((text) => text !== '');
  return extra.length === 0 ? option.description : `${option.description}（${extra.join('；')}）`;
}
