import {
  type AddressDone,
  COUNTED_ENDINGS,
  type CollectSummary,
  ENDING_TITLES,
  type HostFigures,
} from '../collect/run/collect-summary.js';
import type { WebLead } from '../collect/run/web-lead.js';
import { csvLine } from '../report/csv-line.js';

/** What became of an address, in one line, with how far its host is. */
export function describeAddress({ url, ending, name, reason, bytes, host, waiting }: AddressDone): string {
  const size = bytes > 0 && ending !== 'page' ? `（${showBytes(bytes)}）` : '';
  const what = [ENDING_TITLES[ending], name === '' ? url : `${name}${size}`, reason].filter(
    (part) => part !== '',
  );
  return `[${host.host} 网址 ${host.asked} 取 ${host.added + host.changed}，还有 ${waiting}] ${what.join('  ')}`;
}

const showBytes = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

const MOST_LISTED = 20;

/** How a collection ended: host by host, what was not had and why, and what to do next. */
export function describeCollected(summary: CollectSummary, folder: string, dryRun: boolean): string {
  const { hosts, pages, foreseen, passedOver, troubles, barren, duplicates, isDone, files } = summary;
  const total = (figure: (host: HostFigures) => number): number =>
    hosts.reduce((sum, host) => sum + figure(host), 0);
  const fetched = dryRun
    ? `会取 ${foreseen} 个文件`
    : `取到 ${total(({ added }) => added)} 个文件，有新版本的 ${total(({ changed }) => changed)}，没有变化的 ${total(({ unchanged }) => unchanged)}`;
  return [
    `看了 ${pages} 个网页，${fetched}${duplicates > 0 ? `，内容相同的 ${duplicates}` : ''}`,
    ...hosts.map(describeHost),
    ...(passedOver > 0 ? [`列表里标题不合而没有进去的 ${passedOver}（--title、--year 可改）`] : []),
    ...listed('没有取到的', troubles, ({ url, reason }) => `${url}：${reason}`),
    ...listed('没有找到附件也没有表的网址', barren, (url) => url),
    ...(troubles.some(({ isPrivate }) => isPrivate) ? [PRIVATE] : []),
    ...ending({ isDone, files }, folder, dryRun),
  ].join('\n');
}

function describeHost(figures: HostFigures): string {
  const { host, asked, left, stopped } = figures;
  const parts = COUNTED_ENDINGS.flatMap((name) =>
    name !== 'left' && figures[name] > 0 ? [`${ENDING_TITLES[name]} ${figures[name]}`] : [],
  );
  const rest = left > 0 ? `；${ENDING_TITLES.left} ${left}：${stopped ?? ''}` : '';
  return `  ${host}：${[`网址 ${asked}`, ...parts].join('，')}${rest}`;
}

function listed<T>(title: string, things: readonly T[], describe: (thing: T) => string): string[] {
  if (things.length === 0) return [];
  const rest = things.length - MOST_LISTED;
  return [
    `${title} ${things.length}：`,
    ...things.slice(0, MOST_LISTED).map((thing) => `  ${describe(thing)}`),
    ...(rest > 0 ? [`  ……还有 ${rest} 个，见文件夹里的 mingzhang-manifest.csv`] : []),
  ];
}

const PRIVATE = '本机和内网的地址没有访问；确实要访问自己的测试站时用 --allow-private';

function ending(
  { isDone, files }: Pick<CollectSummary, 'isDone' | 'files'>,
  folder: string,
  dryRun: boolean,
): string[] {
  if (dryRun) return ['什么也没有存'];
  if (isDone) return files > 0 ? [`接下来：mingzhang import ${folder}`] : [`${folder} 里还没有文件`];
  return ['还没有取完；再运行同一命令即继续，取过的不会重取'];
}

/** Head and rows of the files a dry run foresees, as CSV for programs. */
export const FORESEEN_HEADER = csvLine(['url', 'name', 'title', 'published', 'publisher', 'referrer']);

export const foreseenLine = ({ address, text, title, published, publisher, referrer }: WebLead): string =>
  csvLine([address, text, title, published, publisher, referrer]);
