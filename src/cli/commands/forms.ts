import type { Command } from 'commander';
import { FORM_KIND_TITLES } from '../../model/facts/form-kinds.js';
import type { Column } from '../../report/row.js';
import { newCommand } from '../command.js';
import { helpText } from '../help-text.js';
import { addResultOptions, type ResultOptions, writeRows } from '../result-options.js';

const COLUMNS: Column[] = [
  { name: 'id', title: '编号' },
  { name: 'title', title: '版式' },
  { name: 'kind', title: '类别', titles: FORM_KIND_TITLES },
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
    const { formDefinitions, FEATURE_TITLES } = await import('../../app/forms.js');
    const told: Readonly<Record<string, string>> =
      options.format === 'json' || options.headers === 'en' ? {} : FEATURE_TITLES;
    const rows = formDefinitions().map(({ id, title, kind, has, lacks, seen }) => ({
      id,
      title,
      kind,
      features: [
        ...has.map((each) => told[each] ?? each),
        ...lacks.map((each) => `无 ${told[each] ?? each}`),
      ].join('、'),
      seen: seen.join('；'),
    }));
    await writeRows(rows, COLUMNS, options);
  });
