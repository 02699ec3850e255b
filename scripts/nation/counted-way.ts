import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SOCKET = '.s.PGSQL.5432';

/** What went through. */
export interface Traffic {
  /** Times a client spoke after it had been answered. */
  trips: number;
  /** Bytes from clients, and to them. */
  sent: number;
  received: number;
}

export interface CountedWay {
  /** Of its socket: `?host=…`. */
  folder: string;
  traffic: Traffic;
  close(): void;
}

/** Another way to a server on a socket of this machine, which counts what goes through. */
export async function countedWay(address: string): Promise<CountedWay> {
  const target = join(new URL(address).searchParams.get('host') ?? '', SOCKET);
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-way-'));
  const traffic: Traffic = { trips: 0, sent: 0, received: 0 };
  const server = createServer((client) => {
    const behind = connect(target);
    let isAnswered = true;
    client.on('data', (piece) => {
      if (isAnswered) traffic.trips += 1;
      isAnswered = false;
      traffic.sent += piece.length;
      behind.write(piece);
    });
    behind.on('data', (piece) => {
      isAnswered = true;
      traffic.received += piece.length;
      client.write(piece);
    });
    for (const [one, other] of [
      [client, behind],
      [behind, client],
    ] as const) {
      one.on('close', () => other.destroy());
      one.on('error', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(join(folder, SOCKET), resolve));
  return {
    folder,
    traffic,
    close: () => {
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
