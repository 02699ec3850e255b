import type { Command } from 'commander';
import { describeFilter, type SubjectFilter, subjectAsked } from '../../model/filters.js';
import { newCommand } from '../command.js';
import { addSubjectOptions } from '../filter-options.js';
import { helpText } from '../help-text.js';
import { say } from '../say.js';
import { stopOnInterrupt } from '../stop-on-interrupt.js';
import { type StoreOption, withStore } from '../store-option.js';

const EXAMPLES = `
写出一个可以公开的文件夹：只含所选地区、年度的库，和不需要服务器就能打开的网页（首页、公开情况、部门、文档、项目、疑点与证据、规则）。
没有本机路径、原文件、导入记录、复核人和指定归属的人；复核结论默认不含，已说明、排除的疑点也就不列入。
一份文档只要有所选范围的内容，就整份列入。文件夹里已有的若是以前写出的副本，整个换成新的；是别的就不动。

例：
  mingzhang publish --to 公开 --region 湖南省 --year 2024
  mingzhang publish --to 公开 --with-reviews
  mingzhang serve --db 公开/mingzhang.db --read-only`;

interface PublishOptions extends StoreOption, SubjectFilter {
  to: string;
  withReviews?: boolean;
}

export const publishCommand = (): Command =>
  addSubjectOptions(
    newCommand('publish')
      .description('写出可以公开的副本：只读的库和不需要服务器的网页')
      .requiredOption('--to <文件夹>', '新的或空的文件夹，或以前写出的副本')
      .option('--with-reviews', '连同复核结论与意见，不含复核人'),
  )
    .addHelpText('after', helpText(EXAMPLES))
    .action(runPublish);

async function runPublish({ to, withReviews = false, ...options }: PublishOptions): Promise<void> {
  const { auditScope } = await import('../../app/audit-scope.js');
  const { programVersion } = await import('../../app/program-version.js');
  const { writeSnapshot } = await import('../../web/snapshot/write-snapshot.js');
  const asked = subjectAsked(options);
  await withStore(options, 'read', async (store) => {
    const interrupt = stopOnInterrupt('正在停下，没有写完的不留下');
    try {
      const written = await writeSnapshot(
        store,
        to,
        {
          scope: await auditScope(store, asked),
          withReviews,
          title: describeFilter(asked) || '库中全部',
          created: new Date(),
          version: programVersion(),
        },
        {
          progress: { documents: sayNowAndThen('已写入文档'), pages: sayNowAndThen('已写出网页') },
          signal: interrupt.signal,
        },
      );
      const { documents, findings, reviews, pages, files, bytes } = written;
      say(
        `已写入 ${to}：文档 ${documents}，疑点 ${findings}${withReviews ? `，复核结论 ${reviews}` : ''}，网页 ${pages}；共 ${files} 个文件，${(bytes / 1e6).toFixed(1)} MB`,
      );
    } finally {
      interrupt.end();
    }
  });
}

/** Milliseconds between two words of how far it is. */
const SAID_EVERY = 5000;

function sayNowAndThen(words: string): (done: number) => void {
  let said = Date.now();
  return (done) => {
    if (Date.now() - said < SAID_EVERY) return;
    said = Date.now();
    say(`${words} ${done}`);
  };
}
