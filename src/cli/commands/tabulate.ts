import { Argument, type Command, Option } from 'commander';
import { type SubjectFilter, subjectAsked } from '../../model/filters.js';
import {
  MEASURES,
  type Measure,
  measureTitle,
  PLACE_LEVELS,
  type PlaceLevel,
} from '../../model/tabulation.js';
import { newCommand } from '../command.js';
import { addSubjectOptions } from '../filter-options.js';
import { helpText } from '../help-text.js';
import { addListOptions, type ListOptions, requireFile, writeRows } from '../result-options.js';
import { say } from '../say.js';
import { sayUnknown } from '../say-unknown.js';
import { type StoreOption, withStore } from '../store-option.js';

const EVERY_MEASURE = Object.keys(MEASURES) as Measure[];

const EXAMPLES = `
可列的数：${EVERY_MEASURE.map((measure) => `${measure} ${measureTitle(measure)}`).join('、')}。
一个地区一行，一年一列；已被较新版本替代的文档不计。空白不是 0：库中没有那一年的公开，或没有核查、没有金额。
项目金额不选阶段时只计部门预算。

例：
  mingzhang tabulate projects
  mingzhang tabulate amount --region 湖南省 --by city
  mingzhang tabulate findings-per-100-projects --region 430000 --stage budget --format csv --output 疑点.csv`;

interface TabulateOptions extends StoreOption, ListOptions, SubjectFilter {
  by?: PlaceLevel;
}

export function tabulateCommand(): Command {
  const command = newCommand('tabulate')
    .description('一个数在各地各年：地区 × 年度的表')
    .addArgument(new Argument('<数>', '列什么数').choices(EVERY_MEASURE))
    .addOption(
      new Option('--by <级>', '到哪一级；不写时全国按省，选了地区的按其下各地区').choices(
        Object.keys(PLACE_LEVELS),
      ),
    )
    .addHelpText('after', helpText(EXAMPLES));
  return addListOptions(addSubjectOptions(command)).action(writeTabulation);
}

async function writeTabulation(measure: Measure, options: TabulateOptions): Promise<void> {
  requireFile(options.format, options.output);
  const { tabulateStore, tabulationAsked } = await import('../../app/tabulate.js');
  const { tabulationColumns, tabulationRows } = await import('../../report/tabulation/tabulation-rows.js');
  await withStore(options, 'read', async (store) => {
    const table = await tabulateStore(store, tabulationAsked(measure, subjectAsked(options), options.by));
    if (table.places.length === 0) await sayUnknown(store, options);
    await writeRows(tabulationRows(table), tabulationColumns(table), options);
    const partial = table.places.flatMap(({ cells }) =>
      cells.filter((cell) => cell.value !== null && cell.isPartial),
    );
    if (partial.length > 0) {
      say(
        `${partial.length} 格的数不全：有的${measure === 'amount' ? '项目没有印出金额' : '公开还没有核查'}`,
      );
    }
  });
}
