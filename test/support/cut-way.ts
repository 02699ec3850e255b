import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { newFolder, removeFolder } from './scratch-folder.js';

/** A way to a PostgreSQL server that can be cut, as a network is; not for who asks from this thread, which is the way. */
export interface CutWay {
  address: string;
  /** Breaks every connection, once. */
  cut(): void;
  close(): void;
}

const SOCKET = '.s.PGSQL.5432';

/** @param address of a server on a socket */
export async function cutWay(address: string): Promise<CutWay> {
  const folder = newFolder();
  const url = new URL(address);
  const server = join(url.searchParams.get('host') ?? '', SOCKET);
  const open = new Set<Socket>();
  const listener = createServer((near) => {
    const far = connect(server);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        open.delete(from);
        to.destroy();
      });
    }
  });
  listener.listen(join(folder, SOCKET));
  await once(listener, 'listening');
  url.searchParams.set('host', folder);
  const cut = (): void => {
    for (const socket of open) socket.destroy();
  };
  return {
    address: url.href,
    cut,
    close: () => {
      cut();
      listener.close();
      removeFolder(folder);
    },
  };
}
