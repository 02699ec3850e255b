import type { Command } from 'commander';
import { newCommand } from '../command.js';
import { helpText } from '../help-text.js';
import { addResultOptions, type ResultOptions, writeRows } from '../result-options.js';

const COLUMNS = [
  { name: 'id', title: '编号' },
  { name: 'title', title: '版式' },
  { name: 'kind', title: '类别' },
  { name: 'features', title: '特征' },
  { name: 'seen', title: '见于' },
];

const EXAMPLES = `
例：
  mingzhang forms
  mingzhang forms --format json`;

export const formsCommand = (): Command =>
  addResultOptions(
    newCommand('forms')
      .description('列出已描述的表的版式，各见于何处')
      .addHelpText('after', helpText(EXAMPLES)),
  ).action(async (options: ResultOptions) => {
    const { formDefinitions } = await import('../../app/forms.js');
    const rows = formDefinitions().map(({ id, title, kind, has, lacks, seen }) => ({
      id,
      title,
      kind,
      features: [...has, ...lacks.map((feature) => `无 ${feature}`)].join(' '),
      seen: seen.join('；'),
    }));
    await writeRows(rows, COLUMNS, options);
  });
