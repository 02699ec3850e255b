import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { newCommand } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { parseCount, parseYear } from '../parse-options.js';
import { regionNamed } from '../region-named.js';
import { say } from '../say.js';
import { stopOnInterrupt } from '../stop-on-interrupt.js';
import { type StoreOption, withStore } from '../store-option.js';

const EXAMPLES = `
读取结果：
  ok 读取完整　partial 部分读取　empty 没有内容　needs-ocr 需要文字识别　encrypted 有密码　unsupported 不支持的格式
  corrupt 文件损坏　limit 超出限额　timeout 超时　oom 内存不足　crash 读取进程崩溃　ignored 系统文件、临时文件、图片

内容没有变的文件不会重读；中途停下（Ctrl-C）后再运行同一命令即继续。

例：
  mingzhang import 2024年部门预算/
  mingzhang import 预算.pdf 绩效目标表.docx --db 株洲.db
  mingzhang import 某局/ --region 430204 --year 2024`;

interface ImportCommandOptions extends StoreOption {
  jobs: number;
  region?: string;
  year?: number;
  department?: string;
}

export function importCommand(): Command {
  const command = newCommand('import')
    .description('把文件、文件夹读入库')
    .argument('<路径...>', '文件或文件夹')
    .option('--jobs <个数>', '同时读取的进程数', parseCount('--jobs', 1), availableParallelism())
    .option('--region <地区>', '这些文件都属于这个地区')
    .option('--year <年份>', '这些文件都是这个预算年度', parseYear)
    .option('--department <部门>', '这些文件都属于这个部门')
    .addHelpText('after', EXAMPLES);
  return command.action(runImport);
}

async function runImport(paths: string[], options: ImportCommandOptions): Promise<void> {
  const { requirePaths } = await import('../../pipeline/list-inputs.js');
  const { importFiles } = await import('../../pipeline/import-files.js');
  const { describeImport, describeStore } = await import('../describe-import.js');
  const { importProgress } = await import('../import-progress.js');
  await requirePaths(paths);
  const { db, jobs, region, year, department } = options;
  if (region !== undefined) await regionNamed(region, year);

  await withStore(options, 'write', async (store) => {
    const interrupt = stopOnInterrupt();
    const progress = importProgress(process.stderr);
    try {
      const summary = await importFiles(paths, {
        sink: store,
        jobs,
        except: [db, `${db}-wal`, `${db}-shm`, `${db}-journal`],
        hints: { region, year, department },
        signal: interrupt.signal,
        report: progress.report,
      });
      progress.end();
      say(describeImport(summary));
      say(describeStore(store.summary()));
      if (summary.failures.length > 0 || summary.left > 0) process.exitCode = EXIT.notAllRead;
    } finally {
      progress.end();
      interrupt.end();
    }
  });
}
