import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';

/** A way over the network to a PostgreSQL server that can be cut; not for who asks from this thread, which is the way. */
export interface CutWay {
  address: string;
  /** Breaks every connection and takes no new ones. */
  cut(): void;
  mend(): void;
  close(): void;
}

/** @param address of a server on a socket */
export async function cutWay(address: string): Promise<CutWay> {
  const url = new URL(address);
  const server = join(url.searchParams.get('host') ?? '', '.s.PGSQL.5432');
  const open = new Set<Socket>();
  let isCut = false;
  const listener = createServer((near) => {
    if (isCut) return void near.destroy();
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
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  url.searchParams.delete('host');
  url.hostname = '127.0.0.1';
  url.port = String((listener.address() as AddressInfo).port);
  const cut = (): void => {
    isCut = true;
    for (const socket of open) socket.destroy();
  };
  return {
    address: url.href,
    cut,
    mend: () => {
      isCut = false;
    },
    close: () => {
      cut();
      listener.close();
    },
  };
}
