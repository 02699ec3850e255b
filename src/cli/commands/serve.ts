import { once } from 'node:events';
import type { Command } from 'commander';
import { storeTitle } from '../../model/server-address.js';
import { stackInSources } from '../../model/stack-in-sources.js';
import { newCommand } from '../command.js';
import { helpText } from '../help-text.js';
import { parsePort } from '../parse-options.js';
import { type QueueOption, queueAddress, queueOrEnvironmentOption } from '../queue-option.js';
import { say } from '../say.js';
import { stopOnInterrupt } from '../stop-on-interrupt.js';
import { type StoreOption, withStore } from '../store-option.js';
import { UsageError } from '../usage-error.js';

const EXAMPLES = `
只有本机能访问；用 --host 让别的机器访问时，须用所打印的网址打开；输出不到终端（写进日志）时，所打印的网址只能用一次。

例：
  mingzhang serve
  mingzhang serve --db 2024.db --port 9000
  mingzhang serve --host 0.0.0.0 --read-only`;

interface ServeOptions extends StoreOption, QueueOption {
  host: string;
  port: number;
  readOnly?: boolean;
}

export const serveCommand = (): Command =>
  newCommand('serve')
    .description('打开本地网站：检索、比较、疑点清单与原文证据、导入')
    .option('--host <地址>', '监听的地址', '127.0.0.1')
    .option('--port <端口>', '监听的端口，0 为任意空闲端口', parsePort, 8421)
    .option('--read-only', '只看：不能导入、复核、指定')
    .addOption(queueOrEnvironmentOption('网站上也显示这个队列'))
    .addHelpText('after', helpText(EXAMPLES))
    .action(serve);

async function serve({ db, host, port, readOnly = false, ...asked }: ServeOptions): Promise<void> {
  const address = asked.queue === undefined ? undefined : queueAddress({ ...asked, db });
  const { randomBytes } = await import('node:crypto');
  const { startServer } = await import('../../web/start-server.js');
  const { auditRunner } = await import('../../web/audits/audit-runner.js');
  const { collectRunner } = await import('../../web/collects/collect-runner.js');
  const { openPageDrawer } = await import('../../pipeline/drawing/page-drawer.js');
  const { ImportQueue } = await import('../../web/imports/import-queue.js');
  const { watchQueue } = await import('../../app/watch-queue.js');
  const { sqlAsker } = await import('../../web/sql-asker.js');
  const { isLoopback } = await import('../../web/safety/is-loopback.js');
  const reportError = (error: Error, path: string): void => say(`${path} 出错：${stackInSources(error)}`);
  const token = isLoopback(host) ? undefined : randomBytes(24).toString('base64url');
  const code =
    token !== undefined && !process.stderr.isTTY ? randomBytes(24).toString('base64url') : undefined;
  await withStore({ db }, readOnly ? 'read' : 'write', async (store) => {
    const interrupt = stopOnInterrupt('正在停下');
    const drawer = openPageDrawer(store);
    const audits = auditRunner(store.path);
    const imports = readOnly
      ? undefined
      : new ImportQueue(store.path, { reportError: (error) => reportError(error, '导入') });
    await imports?.resume();
    const collects = readOnly || !isLoopback(host) ? undefined : collectRunner();
    const queue = address === undefined ? undefined : watchQueue(address);
    const server = await startServer(
      { store, drawer, audits, sql: sqlAsker(store.path), imports, collects, queue, readOnly },
      { host, port, token, code, reportError },
    ).catch((error: NodeJS.ErrnoException) => {
      interrupt.end();
      if (error.code === 'EADDRINUSE') throw new UsageError(`端口 ${port} 已被占用，请用 --port 换一个`);
      if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
        throw new UsageError(`本机没有地址 ${host}`);
      throw error;
    });
    say(`明账已打开：${server.url}\n库 ${storeTitle(db)}；按 Ctrl-C 停止`);
    if (!interrupt.signal.aborted) await once(interrupt.signal, 'abort');
    audits.stop();
    await Promise.all([server.close(), drawer.close(), imports?.close(), collects?.close(), queue?.close()]);
    interrupt.end();
  });
}
