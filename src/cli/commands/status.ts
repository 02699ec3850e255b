import { type Command, Option } from 'commander';
import { writeOutput } from '../../app/write-output.js';
import { FORMAT_TITLES } from '../../model/document.js';
import { STAGE_TITLES } from '../../model/facts/stages.js';
import { OUTCOME_TITLES } from '../../model/outcome.js';
import type { Dimension } from '../../model/ports/questions.js';
import type { Store } from '../../model/ports/store.js';
import { storeTitle } from '../../model/server-address.js';
import type { Column, Row } from '../../report/row.js';
import { newCommand } from '../command.js';
import { helpText } from '../help-text.js';
import { type QueueOption, queueAddress, queueOption } from '../queue-option.js';
import { addResultOptions, type ResultOptions, writeRows } from '../result-options.js';
import { type StoreOption, withStore } from '../store-option.js';
import { UsageError } from '../usage-error.js';

const TITLES: Record<Dimension, string> = {
  province: '省份',
  year: '年度',
  stage: '阶段',
  format: '格式',
  outcome: '读取结果',
};
const DIMENSIONS = Object.keys(TITLES) as Dimension[];
const GROUPS: Readonly<Record<string, string>> = {
  value: '有',
  none: '没有绩效表和预算表',
  unknown: '未定',
  several: '不止一个',
};
const VALUES: Readonly<Record<string, Column['titles']>> = {
  stage: STAGE_TITLES,
  format: FORMAT_TITLES,
  outcome: OUTCOME_TITLES,
};

const COLUMNS: Column[] = [
  { name: 'by', title: '分组', titles: TITLES },
  { name: 'group', title: '类', titles: GROUPS },
  { name: 'value', title: '值', as: ({ by }) => ({ titles: VALUES[String(by)] }) },
  { name: 'documents', title: '文档' },
  { name: 'disclosures', title: '公开' },
  { name: 'projects', title: '项目' },
  { name: 'indicators', title: '指标' },
  { name: 'statements', title: '预算表' },
  { name: 'cells', title: '单元格' },
  { name: 'unclaimed_cells', title: '未认领' },
  { name: 'unread_rows', title: '未读行' },
  { name: 'unresolved', title: '归属未定' },
];

const EXAMPLES = `
每份文档只计入一组；地区、年度或部门未定的文档计入“归属未定”。

例：
  mingzhang status
  mingzhang status --by province --format csv --output 各省.csv
  mingzhang status --queue postgres://db.example/mingzhang
  mingzhang status --queue --format json`;

interface StatusOptions extends StoreOption, ResultOptions, QueueOption {
  by?: Dimension;
}

export const statusCommand = (): Command =>
  addResultOptions(
    newCommand('status')
      .description('库中有什么：按省份、年度、阶段、格式、读取结果')
      .addOption(new Option('--by <分组>', '只要这一种分组').choices(DIMENSIONS))
      .addOption(queueOption('不看库，看队列：等着的、各台机器正在读的、没有读成的、还要多久')),
  )
    .addHelpText('after', helpText(EXAMPLES))
    .action(tellStatus);

async function tellStatus(options: StatusOptions): Promise<void> {
  if (options.queue === undefined) return withStore(options, 'read', (store) => status(store, options));
  if (options.by !== undefined) throw new UsageError('--by 只用于库，不与 --queue 同用');
  const { writeQueueStatus } = await import('../queue-status.js');
  await writeQueueStatus(queueAddress(options), options);
}

async function status(store: Store, options: StatusOptions): Promise<void> {
  const dimensions = options.by ? [options.by] : DIMENSIONS;
  const groups = (await Promise.all(dimensions.map((by) => store.countBy(by)))).flat();
  if (options.format !== 'table') {
    return writeRows(
      groups.map((group): Row => ({ ...group })),
      COLUMNS,
      options,
    );
  }
  const rows = groups.map(
    (group): Row => ({
      ...group,
      value: group.group === 'value' ? group.value : `（${GROUPS[group.group]}）`,
    }),
  );
  if (options.output === undefined) await writeOutput([`${await describe(store)}\n\n`]);
  const shown = COLUMNS.filter(({ name }) => name !== 'group').map((each) => ({ ...each, whole: true }));
  await writeRows(rows, COLUMNS, options, shown);
}

async function describe(store: Store): Promise<string> {
  const { documents, ...counts } = await store.summary();
  return [
    `库文件 ${storeTitle(store.path)}`,
    `文档 ${documents}  绩效表 ${counts.forms}  公开 ${counts.disclosures}  项目 ${counts.projects}  指标 ${counts.indicators}  预算表 ${counts.statements}`,
    `单元格 ${counts.cells}  搁置 ${counts.setAsideCells}  未认领 ${counts.unclaimedCells}  像绩效表而没有认出的行 ${counts.unreadRows}`,
    `地区、年度或部门未定的文档 ${counts.unresolved}`,
  ].join('\n');
}
