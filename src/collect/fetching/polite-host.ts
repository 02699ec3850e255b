import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import PQueue from 'p-queue';
import { decodeText } from '../../../extractors/bytes/charset.js';
import { readWholeFile } from '../../pipeline/files/read-whole-file.js';
import { type Asker, askOnce, type WebAnswer } from './ask-once.js';
import { CookieJar } from './cookie-jar.js';
import { type Politeness, retryAfter } from './politeness.js';
import { ALLOWS_ALL, type Robots, readRobots } from './robots.js';
import type { Conditions } from './web.js';

/** What all hosts of a run share. */
export interface HostOptions extends Asker {
  politeness: Politeness;
  /** `mingzhang/1.0 (+contact)` */
  userAgent: string;
  /** Folder for what comes. */
  folder: string;
  mostBytes: number;
  mostTime: number;
  /** Names of files in the folder, each once. */
  nextFile: () => string;
  /** Requests made to a host on the day of this time, by the runs before. */
  askedToday: (host: string, now: number) => number;
}

/** An answer, with the file its content is in; or why nothing was asked. */
export type HostAnswer =
  | { kind: 'answer'; answer: WebAnswer; file: string; status: number | null }
  | { kind: 'disallowed' }
  /** It leads into a private network. */
  | { kind: 'closed'; reason: string }
  | ({ kind: 'left' } & Stop);

/** Why a host is asked no more in this run. */
export interface Stop {
  reason: string;
  /** It may be asked for the rest later: the quota of the day is used up, or it told us when to come back. */
  isPutOff: boolean;
}

const MOST_ROBOTS = 512 * 1024;
const MOST_ROBOTS_REDIRECTS = 5;
const BUSY = [429, 500, 502, 503, 504, 520, 521, 522, 523, 524];
const REFUSALS = [401, 403, 405, 412, 451];
const DAY = 24 * 60 * 60_000;

/**
 * One host: asked by one request at a time, with a pause after each, never what its robots.txt forbids, never more often a day
 * than agreed; waited for when it is busy; and left alone once it refuses us or is down.
 */
export class PoliteHost {
  private stopped: Stop | null = null;
  private closed: string | null = null;
  private readonly queue = new PQueue({ concurrency: 1 });
  private readonly cookies = new CookieJar();
  private readonly robots = new Map<string, Robots>();
  private free = 0;
  private asked: number;
  private day: number;
  private slowness = 1;
  private refusals = 0;
  private faults = 0;

  constructor(
    readonly host: string,
    private readonly options: HostOptions,
  ) {
    const now = options.clock.now();
    this.day = dayOf(now);
    this.asked = options.askedToday(host, now);
  }

  /** Asks for one address of the host when it is its turn. */
  async ask(address: string, conditions?: Conditions): Promise<HostAnswer> {
    return this.queue.add(() => this.inTurn(address, conditions));
  }

  private async inTurn(address: string, conditions?: Conditions): Promise<HostAnswer> {
    const robots = this.stopped === null && this.closed === null ? await this.robotsOf(address) : ALLOWS_ALL;
    if (this.stopped !== null) return { kind: 'left', ...this.stopped };
    if (this.closed !== null) return { kind: 'closed', reason: this.closed };
    if (!robots.allows(address)) return { kind: 'disallowed' };
    const outcome = await this.patiently(address, this.options.mostBytes, conditions);
    if (outcome.kind === 'answer') this.judge(outcome);
    return outcome;
  }

  /** Asks until there is an answer, as often as is polite. */
  private async patiently(address: string, mostBytes: number, conditions?: Conditions): Promise<HostAnswer> {
    const { politeness, clock } = this.options;
    for (let tries = 1; ; tries++) {
      const stop = this.countRequest();
      if (stop) return { kind: 'left', ...stop };
      const { answer, file } = await this.paced(address, mostBytes, conditions);
      const status = statusOf(answer);
      const isBusy = status !== null && BUSY.includes(status);
      const isFault = answer.kind === 'fault' && !answer.final;
      const done: HostAnswer = { kind: 'answer', answer, file, status };
      if (!isBusy && !isFault) return done;
      if (status === 429 || status === 503) this.slowness = Math.min(this.slowness * 2, 8);
      const wanted =
        answer.kind === 'status' ? retryAfter(answer.headers.get('retry-after'), clock.now()) : null;
      if (wanted !== null && wanted > politeness.longestWait) {
        const stop = { reason: `网站要求 ${Math.ceil(wanted / 60_000)} 分钟后再来`, isPutOff: true };
        this.stopped = stop;
        return { kind: 'left', ...stop };
      }
      if (tries >= politeness.tries) return done;
      await clock.sleep(wanted ?? politeness.firstWait * 2 ** (tries - 1), this.options.signal);
    }
  }

  /** One request, after the pause. */
  private async paced(
    address: string,
    mostBytes: number,
    conditions?: Conditions,
  ): Promise<{ answer: WebAnswer; file: string }> {
    const { clock, folder, nextFile, mostTime, signal } = this.options;
    const wait = this.free - clock.now();
    if (wait > 0) await clock.sleep(wait, signal);
    const file = join(folder, nextFile());
    const headers = this.headersFor(address, conditions);
    try {
      const answer = await askOnce({ address, headers, file, mostBytes, mostTime }, this.options);
      if ('headers' in answer) this.cookies.keep(answer.headers, clock.now());
      return { answer, file };
    } finally {
      this.free = clock.now() + this.pauseFor(address);
    }
  }

  private headersFor(address: string, conditions?: Conditions): Record<string, string> {
    const cookie = this.cookies.headerFor(address, this.options.clock.now());
    return {
      'user-agent': this.options.userAgent,
      accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
      'accept-language': 'zh-CN,zh;q=0.9',
      ...(cookie !== null && { cookie }),
      ...(conditions?.etag && { 'if-none-match': conditions.etag }),
      ...(conditions?.lastModified && { 'if-modified-since': conditions.lastModified }),
    };
  }

  private pauseFor(address: string): number {
    const { pause, longestPause } = this.options.politeness;
    const asked = this.robots.get(new URL(address).origin)?.delay ?? 0;
    return Math.max(pause * this.slowness, Math.min(asked, longestPause));
  }

  private async robotsOf(address: string): Promise<Robots> {
    const { origin } = new URL(address);
    const known = this.robots.get(origin);
    if (known) return known;
    const robots = await this.fetchRobots(origin);
    this.robots.set(origin, robots);
    return robots;
  }

  /** A site without the file allows everything; one that cannot say what it allows is not asked (RFC 9309, 2.3.1). */
  private async fetchRobots(origin: string): Promise<Robots> {
    const home = `${origin}/robots.txt`;
    let address = home;
    for (let hops = 0; hops <= MOST_ROBOTS_REDIRECTS; hops++) {
      const outcome = await this.patiently(address, MOST_ROBOTS);
      if (outcome.kind !== 'answer') return ALLOWS_ALL;
      const { answer, file } = outcome;
      switch (answer.kind) {
        case 'content':
          return readRobots(home, await this.textOf(file));
        case 'redirect': {
          const next = URL.canParse(answer.location, address) ? new URL(answer.location, address) : null;
          // Rules of another host are its own: this one has none.
          if (!next || next.host !== this.host || !/^https?:$/.test(next.protocol)) return ALLOWS_ALL;
          address = next.href;
          break;
        }
        case 'too-large':
          return ALLOWS_ALL;
        case 'private':
          this.closed = answer.reason;
          return ALLOWS_ALL;
        case 'fault':
          this.giveUp(`连不上：${answer.reason}`);
          return ALLOWS_ALL;
        case 'status':
          if (answer.status >= 500 || answer.status === 429) {
            this.giveUp(`取不到 robots.txt（${answer.status}），不知道允许什么，没有取`);
          }
          return ALLOWS_ALL;
      }
    }
    return ALLOWS_ALL;
  }

  private async textOf(file: string): Promise<string> {
    const bytes = (await readWholeFile(file)) ?? new Uint8Array();
    await rm(file, { force: true });
    return decodeText(bytes).text;
  }

  private giveUp(reason: string): void {
    this.stopped = { reason, isPutOff: false };
  }

  /** Why there may be no further request today; null where there may. */
  private countRequest(): Stop | null {
    const { clock, politeness } = this.options;
    const today = dayOf(clock.now());
    if (today !== this.day) [this.day, this.asked] = [today, 0];
    if (this.asked < politeness.quota) {
      this.asked++;
      return null;
    }
    const reason = `今天已请求 ${this.asked} 次，到了每日限额；改天再运行即继续`;
    this.stopped = { reason, isPutOff: true };
    return this.stopped;
  }

  /** Whether the answers add up to a wall, or to a host that is down. */
  private judge({ answer, status }: Extract<HostAnswer, { kind: 'answer' }>): void {
    const { wall, faults } = this.options.politeness;
    const isRefusal = status !== null && REFUSALS.includes(status);
    this.refusals = isRefusal ? this.refusals + 1 : 0;
    this.faults = answer.kind === 'fault' ? this.faults + 1 : 0;
    if (this.refusals >= wall) this.giveUp(`网站接连 ${wall} 次拒绝（${status}），已停下，没有再试`);
    if (this.faults >= faults && answer.kind === 'fault') {
      this.giveUp(`接连 ${faults} 个网址取不到（${answer.reason}），已停下`);
    }
  }
}

const statusOf = (answer: WebAnswer): number | null => {
  if (answer.kind === 'content') return 200;
  return 'status' in answer ? answer.status : null;
};

const dayOf = (now: number): number => Math.floor(now / DAY);
