import type { OcrMode } from '../model/facts/ocr-modes.js';
import { describeOutcome } from '../model/import-record.js';
import { storeTitle } from '../model/server-address.js';
import type { ImportOrder } from '../pipeline/import/read-order.js';
import type { EnqueueSummary } from '../pipeline/queued/enqueue-files.js';
import { EXIT } from './exit-codes.js';
import { describeSkipped } from './import-progress/describe-event.js';
import { say } from './say.js';
import { stopOnInterrupt } from './stop-on-interrupt.js';

interface EnqueueCommandOptions {
  db: string;
  ocr: OcrMode;
  /** Keep the bytes in the queue. */
  sources?: boolean;
}

/** Puts the files of an order on the queue at an address, with a summary at its end; sets the exit code. */
export async function enqueueImport(
  address: string,
  { db, ocr, sources = false }: EnqueueCommandOptions,
  order: Extract<ImportOrder, { kind: 'paths' }>,
  except: readonly string[],
): Promise<void> {
  const { openQueue } = await import('../app/open-queue.js');
  const { enqueueOrder } = await import('../app/enqueue.js');
  const interrupt = stopOnInterrupt('正在停下：放进队列的留在队列里');
  const queue = await openQueue(address);
  try {
    const summary = await enqueueOrder(queue, order, {
      db,
      ocr,
      except,
      keepBytes: sources,
      signal: interrupt.signal,
      tell: (done, files) => say(`已放 ${done}/${files}`),
    });
    say(describe(summary, address));
    if (summary.failures.length > 0 || summary.left > 0) process.exitCode = EXIT.notAllRead;
  } finally {
    interrupt.end();
    await queue.close();
  }
}

function describeByPath({ files, named }: EnqueueSummary['byPath']): string[] {
  if (files === 0) return [];
  const more = files - named.length;
  return [
    `超过 64 MB、内容没有存进队列的 ${files}：读的机器须在同一路径看得到`,
    ...named.map((path) => `  ${path}`),
    ...(more > 0 ? [`  另有 ${more} 个`] : []),
  ];
}

const describe = (
  { files, added, byPath, failures, skipped, left }: EnqueueSummary,
  address: string,
): string =>
  [
    `文件 ${files}，新放进队列 ${added}，已经在等的 ${files - added - failures.length - left}（${storeTitle(address)}）`,
    ...describeByPath(byPath),
    ...(left > 0 ? [`已停下，还有 ${left} 个文件没有放；再运行同一命令即继续`] : []),
    ...skipped.map(describeSkipped),
    ...failures.map((failure) => `${failure.path}：${describeOutcome(failure)}`),
    '接下来：mingzhang work，在任意多台机器上；mingzhang status --queue 看进度',
  ].join('\n');
