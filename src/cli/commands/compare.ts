import type { Command } from 'commander';
import { type SubjectFilter, subjectAsked } from '../../model/filters.js';
import { newCommand } from '../command.js';
import { type ComparisonFormat, writeComparison, writeStatementComparison } from '../comparison-outputs.js';
import { addSubjectOptions } from '../filter-options.js';
import { helpText } from '../help-text.js';
import { parseProjectId } from '../parse-project-id.js';
import { addResultOptions, fullOption, type ResultOptions } from '../result-options.js';
import { say } from '../say.js';
import { sayUnknown } from '../say-unknown.js';
import { type StoreOption, withStore } from '../store-option.js';
import { UsageError } from '../usage-error.js';

const EXAMPLES = `
项目按名称与用途归为同类，列出各类的金额、单价与指标值；预算表取同类各表共有的行。已被较新版本替代的文档不计。

例：
  mingzhang compare --topic 见义勇为
  mingzhang compare --topic 禁毒 --region 湖南省 --format xlsx --output 禁毒.xlsx
  mingzhang compare --topic 铁路护路 --format svg --output 铁路护路.svg
  mingzhang compare --project p12
  mingzhang compare --statement 三公 --region 湖南省 --year 2024
  mingzhang compare --statement 支出总表 --department 水利局 --format xlsx --output 水利局.xlsx`;

interface CompareOptions extends StoreOption, SubjectFilter, Omit<ResultOptions, 'format'> {
  format: ComparisonFormat;
  topic?: string;
  project?: string;
  statement?: string;
  full?: boolean;
}

export function compareCommand(): Command {
  const command = newCommand('compare')
    .description('同一件事在各地、各年：金额、单价、指标值并列；同一种预算表在各地、各年并列')
    .option('--topic <文字>', '要比较的事，如 见义勇为')
    .option('--project <编号>', '与这个项目同类的项目，如 p12', parseProjectId)
    .option('--statement <表>', '要并列的预算表，如 三公、支出总表、基本支出、收支总表')
    .addOption(fullOption())
    .addHelpText('after', helpText(EXAMPLES));
  return addResultOptions(addSubjectOptions(command), ['xlsx', 'svg']).action(writeCompared);
}

async function writeCompared(options: CompareOptions): Promise<void> {
  const { topic, project, statement, region, department } = options;
  if ([topic, project, statement].filter((each) => each !== undefined).length !== 1) {
    throw new UsageError('请用 --topic、--project 或 --statement 之一说明比较什么');
  }
  if (statement !== undefined) return writeStatements(statement, options);
  const { compare } = await import('../../app/compare.js');
  const { projectMeant } = await import('../../app/project-meant.js');
  await withStore(options, 'read', async (store) => {
    const subject =
      topic === undefined
        ? ({ kind: 'project', id: await projectMeant(store, project ?? '') } as const)
        : ({ kind: 'topic', text: topic } as const);
    const comparison = await compare(store, subject, subjectAsked(options));
    const isEmpty =
      comparison.groups.length + comparison.mentions.length + comparison.targetGroups.length === 0;
    if (isEmpty) {
      await sayUnknown(store, { region, department });
      say(`没有有关“${comparison.topic}”的项目或指标`);
    }
    if (!isEmpty && comparison.regions.length < 2) say('只有一个地区有，无从比较各地；下面是它自己的内容');
    if (!isEmpty || options.format !== 'table') await writeComparison(comparison, options);
  });
}

async function writeStatements(words: string, options: CompareOptions): Promise<void> {
  const { region, department } = options;
  const { comparedKind, statementsCompared } = await import('../../app/compare-statements.js');
  const kind = comparedKind(words);
  await withStore(options, 'read', async (store) => {
    const comparison = await statementsCompared(store, kind, subjectAsked(options));
    const isEmpty = comparison.rows.length === 0;
    if (isEmpty) {
      await sayUnknown(store, { region, department });
      say(`库中没有符合条件的${comparison.title}`);
    }
    if (!isEmpty || options.format !== 'table') await writeStatementComparison(comparison, options);
  });
}
