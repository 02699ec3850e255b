import type { Command } from 'commander';
import { PROBLEM_TITLES } from '../../model/ports/care.js';
import type { Store } from '../../model/ports/store.js';
import type { Column, Row } from '../../report/row.js';
import { newCommand } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { helpText } from '../help-text.js';
import { parseCount } from '../parse-options.js';
import {
  addResultOptions,
  boundRows,
  type ResultOptions,
  sayLeft,
  TABLE_ROWS,
  writeRows,
} from '../result-options.js';
import { say } from '../say.js';
import { type StoreOption, withStore } from '../store-option.js';

const COLUMNS = [
  { name: 'kind', title: '种类', titles: PROBLEM_TITLES },
  { name: 'message', title: '问题', whole: true },
];

const EXAMPLES = `
检查库文件是否损坏、有没有无所属的记录、每份文档的记录是否与读取结果一致、保留的原文件是否完好；不作任何改动。
没有问题时退出码为 0，有问题为 1。

--private 查库中还能读到的姓名、电话、证件号、账号、邮箱（视图、原文表格、疑点、导入记录都查，原文件的真实路径除外）；
列出的文字已经遮盖。查到时退出码为 1；mingzhang import --refresh 会把它们遮盖。

例：
  mingzhang check
  mingzhang check --private
  mingzhang check --format json`;

const PRIVATE_COLUMNS: Column[] = [
  { name: 'table', title: '表' },
  { name: 'column', title: '列' },
  { name: 'row', title: '行' },
  { name: 'kind', title: '种类' },
  { name: 'count', title: '处' },
  { name: 'masked', title: '遮盖后' },
];

type CheckOptions = StoreOption & ResultOptions & { private?: true; limit?: number };

export const checkCommand = (): Command =>
  addResultOptions(
    newCommand('check')
      .description('检查库是否完好')
      .option('--private', '查库中还能读到的姓名和号码')
      .option(
        '--limit <行数>',
        `最多列几行（在屏幕上默认 ${TABLE_ROWS} 行，其他默认全部）`,
        parseCount('--limit', 1),
      ),
  )
    .addHelpText('after', helpText(EXAMPLES))
    .action((options: CheckOptions) =>
      withStore(options, 'read', async (store) => {
        if (options.private) return checkPrivate(store, options);
        const { checkStore } = await import('../../app/check-store.js');
        const { documents, problems: all } = await checkStore(store);
        if (all.length > 0 || options.format !== 'table') {
          await writeProblems(
            all.map(({ kind, message }) => ({ kind, message })),
            COLUMNS,
            options,
          );
        }
        say(
          all.length > 0
            ? `检查文档 ${documents}，发现问题 ${all.length}`
            : `检查文档 ${documents}，没有问题`,
        );
        if (all.length > 0) process.exitCode = EXIT.ourError;
      }),
    );

async function writeProblems(
  rows: readonly Row[],
  columns: readonly Column[],
  options: CheckOptions,
): Promise<void> {
  const { shown, left } = boundRows(rows, options);
  await writeRows(shown, columns, options);
  sayLeft(shown.length, left);
}

async function checkPrivate(store: Store, options: CheckOptions): Promise<void> {
  const { findPrivate } = await import('../../pipeline/reading/private-in-store.js');
  const found = await findPrivate(store);
  if (found.length > 0 || options.format !== 'table') {
    await writeProblems(
      found.map((each) => ({ ...each })),
      PRIVATE_COLUMNS,
      options,
    );
  }
  const places = found.reduce((sum, { count }) => sum + count, 0);
  say(
    places > 0 ? `可读的姓名或号码 ${places} 处；用 mingzhang import --refresh 遮盖` : '没有可读的姓名和号码',
  );
  if (places > 0) process.exitCode = EXIT.ourError;
}
