import type { Command } from 'commander';
import { requirePlace } from '../../app/write-output.js';
import { newCommand } from '../command.js';
import { helpText } from '../help-text.js';
import { addReadingOptions, type ReadingOptions } from '../import-options.js';
import { parseYear } from '../parse-options.js';
import { type QueueOption, queueAddress, queueOption } from '../queue-option.js';
import { runImport } from '../run-import.js';
import { say } from '../say.js';
import { withStore } from '../store-option.js';
import { UsageError } from '../usage-error.js';

const EXAMPLES = `
路径：文件、文件夹、通配符（请加引号）、zip 与 rar 压缩包（其中的文件记作 a.zip!/附件/1.docx）、网页归档（WARC、WACZ）；
- 为从标准输入读路径，每行一个。

清单（--manifest）：CSV，首行为列名 path,region,year,department,url,published,title,publisher，也可用 路径、地区、年度、部门、网址、
发布日期、标题、发布机构；除路径外都可空。mingzhang collect 收集来的文件夹自带清单，不必写。路径可以是文件、文件夹、压缩包或其成员；清单所写胜过从文件中推断的；网址和发布日期作为来源保存，
同一公开内容的前后版本按发布日期（或文中印出的日期）相连。

读取结果：
  ok 读取完整　partial 部分读取　empty 没有内容　needs-ocr 需要文字识别　encrypted 有密码　unsupported 不支持的格式
  corrupt 文件损坏　limit 超出限额　timeout 超时　oom 内存不足　crash 读取进程崩溃　ignored 系统文件、临时文件、没有文字的图片

内容没有变的文件不会重读；中途停下（Ctrl-C）后再运行同一命令即继续。

例：
  mingzhang import 2024年部门预算/
  mingzhang import 预算.pdf 附件.zip --db 株洲.db
  mingzhang import '2024/**/*.docx' --jobs 2 --report 没读成.csv
  mingzhang import 某局/ --region 430204 --year 2024
  find 下载 -newer 上次.txt | mingzhang import - --manifest 清单.csv
  mingzhang import 全国/ --queue postgres://db.example/mingzhang
  mingzhang import --refresh              程序升级后，把旧版本读的文件重读一遍`;

interface ImportCommandOptions extends ReadingOptions, QueueOption {
  sources?: boolean;
  region?: string;
  year?: number;
  department?: string;
  manifest?: string;
  refresh?: boolean;
}

export function importCommand(): Command {
  const command = newCommand('import')
    .description('把文件、文件夹、压缩包读入库')
    .argument('[路径...]', '文件、文件夹、通配符或压缩包；- 为标准输入里的路径')
    .option('--manifest <文件>', '清单：每个文件的地区、年度、部门、网址、发布日期')
    .option('--region <地区>', '这些文件都属于这个地区')
    .option('--year <年份>', '这些文件都是这个预算年度', parseYear)
    .option('--department <部门>', '这些文件都属于这个部门')
    .addOption(queueOption('不在这里读，放进队列，由各台机器的 mingzhang work 读'))
    .option('--sources', '与 --queue 同用：64 MB 以内的文件连内容放进队列，读的机器不必看得到这些文件')
    .option(
      '--refresh',
      '重读库中由旧版本读取的、有图像还没有识别的文档，遮盖库中还可读的姓名和号码；编号、人工指定和复核结论都保留',
    );
  return addReadingOptions(command).addHelpText('after', helpText(EXAMPLES)).action(importPaths);
}

async function importPaths(paths: string[], options: ImportCommandOptions): Promise<void> {
  const { region, year, department, manifest: manifestFile, refresh, queue } = options;
  const address = queue === undefined ? undefined : queueAddress(options);
  if (address !== undefined && refresh)
    throw new UsageError('--refresh 在本机重读库中的文档，不放进队列；请去掉 --queue');
  if (paths.length === 0 && manifestFile === undefined) {
    if (!refresh)
      throw new UsageError('缺少参数 <路径>；也可以用 --manifest 给出清单，或用 --refresh 重读库中的文档');
    return refreshStore(options);
  }
  if (address === undefined && options.sources)
    throw new UsageError('--sources 与 --queue 同用；在本机读时用 --keep-sources');
  if (options.report !== undefined) requirePlace(options.report);
  const { importOrder } = await import('../../app/import-order.js');
  const order = await importOrder({
    paths: paths.filter((path) => path !== '-'),
    list: paths.includes('-') ? process.stdin : undefined,
    manifest: manifestFile,
    hints: { region, year, department },
  });
  const except = manifestFile === undefined ? [] : [manifestFile];
  if (address !== undefined) {
    requireNone(options);
    const { enqueueImport } = await import('../enqueue-import.js');
    return enqueueImport(address, options, order, except);
  }
  await withStore(options, 'write', (store) => runImport(store, options, order, except));
}

/** What says how files are read here, where they are only put on a queue. */
function requireNone({ jobs, report, keepSources }: ImportCommandOptions): void {
  if (jobs !== undefined || report !== undefined || keepSources)
    throw new UsageError(
      '放进队列时不能有 --jobs、--report、--keep-sources：怎样读，是 mingzhang work 的选项',
    );
}

async function refreshStore(options: ImportCommandOptions): Promise<void> {
  const { outdated } = await import('../../pipeline/import/needs-reading.js');
  await withStore(options, 'change', async (store) => {
    const readings = await store.listReadings(outdated(options.ocr));
    if (readings.length > 0) return runImport(store, options, { kind: 'refresh' });
    const { maskStore } = await import('../../pipeline/reading/private-in-store.js');
    const masked = await maskStore(store);
    if (masked > 0) say(`遮盖了库中 ${masked} 处姓名或号码`);
    say('库中的文档都是当前版本读取的，没有需要重读的');
  });
}
