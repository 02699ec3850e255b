import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Where Debian has what belongs to a server. */
const INSTALLED = '/usr/lib/postgresql';
/** The server refuses to run as root. */
const NOBODY = 65_534;

/** The machine goes on where the server ends: what was written is in its files, if not on the disk. */
const NO_WAITING = '-c fsync=off -c full_page_writes=off';

/** Seconds within which a server starts or ends, on a busy machine too. */
const PATIENCE = '900';

export interface PostgresServer {
  /** Of its database `postgres`. */
  address: string;
  /** Ends it at once, in the midst of what it does, and starts it again. */
  crash(): void;
  /** Starts it again where it has ended by itself. */
  revive(): void;
  stop(): void;
}

const programs = (): string | undefined =>
  (existsSync(INSTALLED) ? readdirSync(INSTALLED) : [])
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(INSTALLED, version, 'bin'))
    .find((folder) => existsSync(join(folder, 'initdb')));

export const isPostgresInstalled = (): boolean => programs() !== undefined;

/** Starts a server of Debian's packages on a socket, in a folder of its own. @param within where that folder is made */
export function startPostgres(within = '/tmp'): PostgresServer {
  const bin = programs();
  if (bin === undefined) throw new Error('没有安装 PostgreSQL（apt-get install postgresql）');
  const folder = mkdtempSync(join(within, 'mingzhang-pg-'));
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chownSync(folder, NOBODY, NOBODY);
  const run = (program: string, args: readonly string[]): void =>
    void execFileSync(join(bin, program), args, {
      cwd: folder,
      stdio: 'ignore',
      ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
    });
  const data = join(folder, 'data');
  const settings = `-k ${folder} -c listen_addresses= -c max_connections=40 ${NO_WAITING}`;
  const start = (): void =>
    run('pg_ctl', ['-D', data, '-w', '-t', PATIENCE, '-l', join(folder, 'log'), '-o', settings, 'start']);
  const isRunning = (): boolean => {
    try {
      run('pg_ctl', ['-D', data, 'status']);
      return true;
    } catch {
      return false;
    }
  };
  const stop = (mode: 'fast' | 'immediate'): void =>
    run('pg_ctl', ['-D', data, '-m', mode, '-w', '-t', PATIENCE, 'stop']);
  run('initdb', ['-D', data, '-U', 'mingzhang', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8']);
  start();
  return {
    address: `postgres://mingzhang@localhost/postgres?host=${encodeURIComponent(folder)}`,
    crash: () => {
      stop('immediate');
      start();
    },
    revive: () => {
      if (!isRunning()) start();
    },
    stop: () => {
      stop('fast');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
