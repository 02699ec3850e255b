import { hostname } from 'node:os';
import { type Command, Option } from 'commander';
import type { Lane, Queue } from '../../model/ports/queue.js';
import { storeTitle } from '../../model/server-address.js';
import { newCommand } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { helpText } from '../help-text.js';
import { jobsOption, keepSourcesOption, logOption } from '../import-options.js';
import { parseCount } from '../parse-options.js';
import { type QueueOption, queueAddress, queueOrEnvironmentOption, storeBeside } from '../queue-option.js';
import { say } from '../say.js';
import { stopOnInterrupt } from '../stop-on-interrupt.js';
import { UsageError } from '../usage-error.js';

const EXAMPLES = `
任意多台机器可以同时读同一个队列。Ctrl-C 停下时，正在读的还给队列；机器死了，它的文件到时由别的机器接着读。
文字与图像分开排队：有图像没有识别的文件先读文字，再到图像的队里等；文字读完之后才做各版本的对应和核查。

例：
  mingzhang work --queue postgres://db.example/mingzhang
  mingzhang work --only ocr --jobs 4          只识别图像
  mingzhang work --until-done                 都读完就结束`;

/** Which jobs a worker takes, the first first. */
const LANES_OF: Record<'all' | 'text' | 'ocr', readonly Lane[]> = {
  all: ['text', 'ocr', 'rest'],
  text: ['text', 'rest'],
  ocr: ['ocr'],
};

interface WorkCommandOptions extends QueueOption {
  db: string;
  jobs?: number;
  only?: 'text' | 'ocr';
  lease: number;
  untilDone?: true;
  keepSources?: boolean;
  log: 'text' | 'json';
}

export const workCommand = (): Command =>
  newCommand('work')
    .description('读队列里的文件，写入库；可以在几台机器上同时运行')
    .addOption(queueOrEnvironmentOption('队列的地址'))
    .addOption(jobsOption())
    .addOption(new Option('--only <哪些>', '只做文字（text）或只识别图像（ocr）').choices(['text', 'ocr']))
    .option(
      '--lease <秒>',
      '这台机器这样久没有消息，它手里的文件就由别的机器读',
      parseCount('--lease', 2),
      60,
    )
    .option('--until-done', '队列里（别的机器手里的也算）都做完了就结束')
    .addOption(keepSourcesOption())
    .addOption(logOption())
    .addHelpText('after', helpText(EXAMPLES))
    .action(work);

async function work(options: WorkCommandOptions, command: Command): Promise<void> {
  const { openQueue } = await import('../../app/open-queue.js');
  const { openStore } = await import('../../app/open-store.js');
  const { auditDocuments } = await import('../../app/audit-parts.js');
  const { doRest } = await import('../../app/work.js');
  const { defaultJobs } = await import('../../pipeline/reading/default-jobs.js');
  const { possibleOcr } = await import('../../pipeline/reading/possible-ocr.js');
  const { READER_VERSION } = await import('../../pipeline/reading/reader-version.js');
  const { workOnQueue } = await import('../../pipeline/queued/work-on-queue.js');
  const { workProgress } = await import('../work-progress.js');
  const address = queueAddress(options);
  const db = storeBeside(address, options.db, command);
  const lanes = lanesOf(options.only, possibleOcr('auto') !== 'off');
  const jobs = options.jobs ?? defaultJobs(lanes.includes('ocr') ? 'auto' : 'off');
  const host = hostname();
  const interrupt = stopOnInterrupt('正在停下：正在读的还给队列');
  const worker = { host, jobs, version: READER_VERSION, leaseSeconds: options.lease };
  const progress = workProgress(options.log);
  const queue = await openQueue(address, { worker });
  try {
    say(`${host} 读取队列 ${storeTitle(address)}，写入库 ${storeTitle(db)}，同时 ${jobs} 个`);
    const summary = await workOnQueue(queue, {
      lanes,
      jobs,
      host,
      keepSources: options.keepSources ?? false,
      untilDone: options.untilDone ?? false,
      signal: interrupt.signal,
      openStore: () => openStore(db),
      audit: auditDocuments,
      doRest,
      report: progress.report,
      tell: progress.tell,
    });
    progress.end(summary);
    if (summary.failed + summary.unread > 0) process.exitCode = EXIT.notAllRead;
    if (!interrupt.signal.aborted) await tellFailed(queue);
  } finally {
    interrupt.end();
    await queue.close();
  }
}

async function tellFailed(queue: Queue): Promise<void> {
  const { lanes } = await queue.standing();
  const failed = lanes.reduce((all, lane) => all + lane.failed, 0);
  if (failed > 0)
    say(`队列里没有做成的共 ${failed} 件：mingzhang status --queue 看原因，queue resume 再排上`);
}

function lanesOf(only: 'text' | 'ocr' | undefined, canRecognize: boolean): readonly Lane[] {
  const lanes = LANES_OF[only ?? 'all'];
  if (canRecognize) return lanes;
  if (only === 'ocr') throw new UsageError('本机没有安装识别图像的部件，不能 --only ocr');
  if (lanes.includes('ocr')) say('本机没有安装识别图像的部件：只读文字，图像留给别的机器');
  return lanes.filter((lane) => lane !== 'ocr');
}
