import { openSpool } from '../../pipeline/files/spool.js';
import { nameInDisposition } from '../addresses/file-names.js';
import { isPrivateAddress } from '../addresses/private-networks.js';
import { hostOf, webAddress } from '../addresses/web-address.js';
import type { WebAnswer } from './ask-once.js';
import { type Clock, systemClock } from './clock.js';
import { contentType } from './content-type.js';
import { type AgentOptions, guardedAgent } from './guarded-agent.js';
import { type HostAnswer, PoliteHost } from './polite-host.js';
import { POLITE, type Politeness } from './politeness.js';
import { ROBOT } from './robots.js';
import { type Conditions, type Fetched, MOST_REDIRECTS, type Web } from './web.js';

export interface LiveWebOptions {
  /** Folder in which what comes lies until it is taken; that of the machine for temporary files where not given. */
  folder?: string;
  /** Mail or address of the person who collects. */
  contact: string;
  /** Of the program. */
  version: string;
  /** IP addresses that are not connected to; private ones where not given. */
  isClosed?: AgentOptions['isClosed'];
  politeness?: Partial<Politeness>;
  askedToday?: (host: string, now: number) => number;
  signal?: AbortSignal;
  /** Bytes of one file. */
  mostBytes: number;
  /** Milliseconds for one file. */
  mostTime?: number;
  clock?: Clock;
  resolve?: AgentOptions['resolve'];
}

const MINUTE = 60_000;

/** The web as it is, asked politely and only where it is public. */
export async function liveWeb(options: LiveWebOptions): Promise<Web> {
  const { contact, version, signal, clock = systemClock, mostBytes, mostTime = 10 * MINUTE } = options;
  const spool = await openSpool(options.folder);
  const dispatcher = guardedAgent({
    isClosed: options.isClosed ?? isPrivateAddress,
    connectTimeout: MINUTE / 4,
    headersTimeout: MINUTE,
    idleTimeout: MINUTE,
    ...(options.resolve && { resolve: options.resolve }),
  });
  const hosts = new Map<string, PoliteHost>();
  let files = 0;
  const hostFor = (address: string): PoliteHost => {
    const host = hostOf(address);
    const known = hosts.get(host);
    if (known) return known;
    const made = new PoliteHost(host, {
      dispatcher,
      clock,
      ...(signal && { signal }),
      politeness: { ...POLITE, ...options.politeness },
      userAgent: `${ROBOT}/${version} (+${contact})`,
      folder: spool.folder,
      mostBytes,
      mostTime,
      nextFile: () => String(++files),
      askedToday: options.askedToday ?? (() => 0),
    });
    hosts.set(host, made);
    return made;
  };

  const get = async (address: string, conditions?: Conditions): Promise<Fetched> => {
    let at = address;
    for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
      const outcome = await hostFor(at).ask(at, conditions);
      if (outcome.kind === 'left') return outcome;
      if (outcome.kind === 'disallowed') return refused(null, '网站的 robots.txt 不允许取');
      if (outcome.kind === 'closed') return closed(outcome.reason);
      const { answer } = outcome;
      if (answer.kind !== 'redirect') return fetchedOf(outcome, at, new Date(clock.now()).toISOString());
      const next = webAddress(rawLocation(answer.location), at);
      if (next === null)
        return refused(answer.status, `转到了不是网页的地址：${answer.location.slice(0, 100)}`);
      at = next;
    }
    return failed(null, `转了 ${MOST_REDIRECTS} 次还没有到`);
  };

  return {
    get,
    close: async () => {
      await dispatcher.destroy();
      await spool.remove();
    },
  };
}

/** Headers have one character a byte; whatever bytes an address has, they go back as they came. */
const rawLocation = (location: string): string =>
  location.replace(/[\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`);

function fetchedOf(
  { answer, file, status }: Extract<HostAnswer, { kind: 'answer' }>,
  finalAddress: string,
  fetched: string,
): Fetched {
  switch (answer.kind) {
    case 'content':
      return { kind: 'received', finalAddress, file, fetched, ...contentOf(answer) };
    case 'too-large':
      return refused(status, '文件太大，超出导入的限额');
    case 'private':
      return closed(answer.reason);
    case 'fault':
      return failed(null, answer.reason);
    case 'redirect':
      return failed(answer.status, '转向没有写明去处');
    case 'status':
      return ofStatus(answer.status);
  }
}

function contentOf({ headers, sha256, bytes }: Extract<WebAnswer, { kind: 'content' }>) {
  return {
    sha256,
    bytes,
    ...contentType(headers.get('content-type')),
    name: nameInDisposition(headers.get('content-disposition')),
    etag: headers.get('etag'),
    lastModified: headers.get('last-modified'),
  };
}

function ofStatus(status: number): Fetched {
  if (status === 304) return { kind: 'unchanged' };
  if (status === 404 || status === 410) return { kind: 'missing', status };
  if (status >= 400 && status < 500 && status !== 408 && status !== 429) {
    return refused(status, `网站拒绝（${status}）`);
  }
  return failed(status, `网站出错（${status}）`);
}

const refused = (status: number | null, reason: string) => ({ kind: 'refused' as const, status, reason });
const closed = (reason: string): Fetched => ({ ...refused(null, reason), isPrivate: true });
const failed = (status: number | null, reason: string): Fetched => ({ kind: 'failed', status, reason });
