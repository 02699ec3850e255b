import { type Command, Option } from 'commander';
import type { CollectList } from '../../app/collect-addresses.js';
import { USUAL_TITLES } from '../../collect/pages/selection.js';
import type { CollectSummary } from '../../collect/run/collect-summary.js';
import { USUAL_COLLECTION } from '../../collect/run/usual-collection.js';
import { newCommand } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { helpText } from '../help-text.js';
import { logOption } from '../import-options.js';
import { parseCount, parseNames, parseYear } from '../parse-options.js';
import { say } from '../say.js';
import { stopOnInterrupt } from '../stop-on-interrupt.js';
import { UsageError } from '../usage-error.js';

const EXAMPLES = `
清单：每行一个网址（列表页、文章页或文件），或 CSV，首行有 url（网址）一列，可另有 region,year,department,title,published
（地区、年度、部门、标题、发布日期）；- 为标准输入。也可以是 wget --warc-file、browsertrix 写的网页归档（.warc、.warc.gz、.wacz），
那就只看归档，不联网。

列表页顺着 下一页、页码、createPageHTML 翻，标题合乎 --title 和 --year 的文章进去取附件；没有附件而有表的文章，网页本身就是一份文件。
清单里直接写的文章和文件不看标题。每个主机同时只有一个请求，两次之间停一停，遵守 robots.txt，忙时退让；接连被拒绝就停下并说明。

文件夹里：files/ 是取到的文件（按内容命名），mingzhang-manifest.csv 是清单（网址、标题、发布日期、发布机构、取得时间、指纹……），
边取边写。中途停下后再运行同一命令即继续；全部取完之后再运行，只取变了的，旧版本留着，网站上没有了的标明。
import 这个文件夹时自动用这份清单。

例：
  mingzhang collect 网址.csv --to 株洲2024 --contact audit@example.org --year 2024
  mingzhang import 株洲2024
  mingzhang collect 网址.csv --to 株洲2024 --contact audit@example.org --dry-run
  mingzhang collect 站点.wacz --to 株洲2024 --year 2024`;

interface CollectCommandOptions {
  to: string;
  contact?: string;
  title: string[];
  year?: number;
  depth: number;
  pages: number;
  pause: number;
  quota: number;
  allowPrivate?: boolean;
  dryRun?: boolean;
  log: 'text' | 'json';
}

export function collectCommand(): Command {
  return newCommand('collect')
    .description('由一份网址清单取回一年的公开文件，连同出处')
    .argument('<清单>', '网址清单、一个网址、网页归档（WARC、WACZ），或 - 为标准输入')
    .requiredOption('--to <文件夹>', '取到哪里', parseFolder)
    .addOption(new Option('--contact <邮箱或网址>', '您的联系方式，写进 User-Agent').env('MINGZHANG_CONTACT'))
    .option('--title <词>', '列表中的标题须有其中一个词，以逗号分隔；all 为不限', parseTitles, [
      ...USUAL_TITLES,
    ])
    .option('--year <年份>', '标题写有年份的，须是这一年', parseYear)
    .option('--depth <层>', '从清单里的网址往下跟几层链接', parseCount('--depth'), USUAL_COLLECTION.depth)
    .option('--pages <页>', '一个列表最多翻几页', parseCount('--pages', 1), USUAL_COLLECTION.pages)
    .option('--pause <秒>', '对一个主机两次请求之间停几秒', parseCount('--pause', 1), USUAL_COLLECTION.pause)
    .option('--quota <次>', '对一个主机一天最多请求几次', parseCount('--quota', 1), USUAL_COLLECTION.quota)
    .option('--allow-private', '也访问本机和内网的地址（自己的测试站）')
    .option('--dry-run', '只看网页，列出会取的文件，什么也不存')
    .addOption(logOption())
    .addHelpText('after', helpText(EXAMPLES))
    .action(collectList);
}

function parseFolder(text: string): string {
  if (text.trim() === '') throw new UsageError('--to 应为文件夹，不能是空的');
  return text;
}

const parseTitles = (text: string): string[] => (text === 'all' ? [] : parseNames(text));

async function collectList(list: string, options: CollectCommandOptions): Promise<void> {
  const { collectAddresses } = await import('../../app/collect-addresses.js');
  const { describeAddress, describeCollected, foreseenLine, FORESEEN_HEADER } = await import(
    '../describe-collected.js'
  );
  const { to, title, year, depth, pages, pause, quota, dryRun = false, log } = options;
  const interrupt = stopOnInterrupt('正在停下：已取完的都在');
  const isJson = log === 'json';
  if (dryRun) process.stdout.write(FORESEEN_HEADER);
  try {
    const summary = await collectAddresses({
      list: listGiven(list),
      folder: to,
      ...(options.contact !== undefined && { contact: options.contact }),
      selection: { titles: title, ...(year !== undefined && { year }) },
      depth,
      pages,
      pause: pause * 1000,
      quota,
      allowPrivate: options.allowPrivate ?? false,
      dryRun,
      signal: interrupt.signal,
      warn: (message) => say(isJson ? JSON.stringify({ event: 'warning', message }) : message),
      resumed: () => say(isJson ? JSON.stringify({ event: 'resumed' }) : '接着上次没有完成的一轮'),
      report: (done) => say(isJson ? JSON.stringify({ event: 'address', ...done }) : describeAddress(done)),
      foresee: (lead) => process.stdout.write(foreseenLine(lead)),
    });
    say(isJson ? JSON.stringify({ event: 'summary', ...summary }) : describeCollected(summary, to, dryRun));
    if (!isWhole(summary)) process.exitCode = EXIT.notAllRead;
  } finally {
    interrupt.end();
  }
}

/** A single address may stand for a list. */
function listGiven(list: string): CollectList {
  if (list === '-') return { kind: 'stream', stream: process.stdin };
  return /^https?:\/\//i.test(list) ? { kind: 'text', text: list } : { kind: 'file', path: list };
}

/** Everything was asked, and all of it was had. */
const isWhole = ({ isDone, hosts, troubles }: CollectSummary): boolean =>
  isDone && troubles.length === 0 && hosts.every(({ left }) => left === 0);
