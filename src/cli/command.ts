import { Command } from 'commander';
import { CHINESE_HELP } from './chinese-help.js';

/** A command with help and messages in Chinese; errors are thrown, not printed and exited on. */
export const newCommand = (name: string): Command =>
  new Command(name)
    .exitOverride()
    .configureHelp(CHINESE_HELP)
    .configureOutput({ outputError: () => undefined })
    .helpOption('-h, --help', '显示帮助')
    .helpCommand(false);
