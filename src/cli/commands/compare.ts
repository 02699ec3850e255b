import type { Command } from 'commander';
import { newCommand } from '../command.js';
import { type ComparisonFormat, writeComparison } from '../comparison-outputs.js';
import { addSubjectOptions } from '../filter-options.js';
import { parseProjectId } from '../parse-project-id.js';
import { addResultOptions, type ResultOptions } from '../result-options.js';
import { say } from '../say.js';
import { sayUnknown } from '../say-unknown.js';
import { type StoreOption, withStore } from '../store-option.js';
import { UsageError } from '../usage-error.js';

const EXAMPLES = `
项目按名称与用途归为同类，列出各类的金额、单价与指标值；已被较新版本替代的文档不计。

例：
  mingzhang compare --topic 见义勇为
  mingzhang compare --topic 禁毒 --region 湖南省 --format xlsx --output 禁毒.xlsx
  mingzhang compare --topic 铁路护路 --format svg --output 铁路护路.svg
  mingzhang compare --project p12`;

interface CompareOptions extends StoreOption, Omit<ResultOptions, 'format'> {
  format: ComparisonFormat;
  topic?: string;
  project?: number;
  region?: string;
  year?: number;
  department?: string;
}

export function compareCommand(): Command {
  const command = newCommand('compare')
    .description('同一件事在各地、各年：金额、单价、指标值并列')
    .option('--topic <文字>', '要比较的事，如 见义勇为')
    .option('--project <编号>', '与这个项目同类的项目，如 p12', parseProjectId)
    .addHelpText('after', EXAMPLES);
  return addResultOptions(addSubjectOptions(command), ['xlsx', 'svg']).action(writeCompared);
}

async function writeCompared(options: CompareOptions): Promise<void> {
  const { topic, project, region, year, department } = options;
  if ((topic === undefined) === (project === undefined)) {
    throw new UsageError('请用 --topic 或 --project 之一说明比较什么');
  }
  const { compare } = await import('../../app/compare.js');
  await withStore(options, 'read', async (store) => {
    const subject =
      topic === undefined
        ? ({ kind: 'project', id: project ?? 0 } as const)
        : ({ kind: 'topic', text: topic } as const);
    const comparison = await compare(store, subject, { region, year, department });
    const isEmpty =
      comparison.groups.length + comparison.mentions.length + comparison.targetGroups.length === 0;
    if (isEmpty) {
      say(`库中没有有关“${comparison.topic}”的项目或指标`);
      await sayUnknown(store, { region, department });
    }
    if (!isEmpty && comparison.regions.length < 2) say('只有一个地区有，无从比较各地；下面是它自己的内容');
    if (!isEmpty || options.format !== 'table') await writeComparison(comparison, options);
  });
}
