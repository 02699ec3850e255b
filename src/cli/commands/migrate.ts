import type { Command } from 'commander';
import { storeTitle } from '../../model/server-address.js';
import { newCommand } from '../command.js';
import { helpText } from '../help-text.js';
import { say } from '../say.js';

const EXAMPLES = `
读取结果、人工指定、改正、名称、复核意见、疑点及其历史、导入记录都在其中；写入的库须是新的。--keep-sources 保留的原文件不在其中，请另行复制该文件夹。

例：
  mingzhang migrate --from 全省.db --to postgres://db.example/mingzhang
  mingzhang migrate --from postgres://db.example/mingzhang --to 副本.db`;

export const migrateCommand = (): Command =>
  newCommand('migrate')
    .description('把整个库搬到另一种库里：SQLite 文件与 PostgreSQL 之间')
    .requiredOption('--from <库>', '从哪里：库文件，或 postgres://…')
    .requiredOption('--to <库>', '写到哪里：新的库文件，或空的 PostgreSQL 数据库')
    .addHelpText('after', helpText(EXAMPLES))
    .action(async ({ from, to }: { from: string; to: string }) => {
      const { copyStore } = await import('../../app/migrate-store.js');
      const { documents } = copyStore(from, to);
      say(`已从 ${storeTitle(from)} 搬到 ${storeTitle(to)}，文档 ${documents}`);
    });
