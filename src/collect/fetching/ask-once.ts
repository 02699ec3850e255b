import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { type Dispatcher, fetch, type Headers, type Response } from 'undici';
import type { Clock } from './clock.js';
import { PrivateNetworkError } from './guarded-agent.js';
import { networkFault } from './network-fault.js';

/** What one request is made with. */
export interface WebRequest {
  address: string;
  headers: Record<string, string>;
  /** Where the bytes go. */
  file: string;
  /** Bytes after they are inflated. */
  mostBytes: number;
  /** Milliseconds for all of it. */
  mostTime: number;
}

export interface Asker {
  dispatcher: Dispatcher;
  clock: Clock;
  signal?: AbortSignal;
}

/** What one request brought. */
export type WebAnswer =
  | { kind: 'content'; headers: Headers; sha256: string; bytes: number }
  | { kind: 'redirect'; headers: Headers; status: number; location: string }
  /** Any other status, without its body. */
  | { kind: 'status'; headers: Headers; status: number }
  | { kind: 'too-large' }
  /** Nothing, or not the whole of it. `final`: trying again soon changes nothing. */
  | { kind: 'fault'; reason: string; final: boolean }
  | { kind: 'private'; reason: string };

const REDIRECTS = [301, 302, 303, 307, 308];

/**
 * Asks for an address once, follows nothing, and writes what comes into the file, which is gone unless the answer is `content`.
 * @throws the reason of the signal; what the file system throws
 */
export async function askOnce(
  question: WebRequest,
  { dispatcher, clock, signal }: Asker,
): Promise<WebAnswer> {
  const stop = new AbortController();
  const isLate = (): void => stop.abort(LATE);
  const isStopped = (): void => stop.abort(signal?.reason);
  if (signal?.aborted) throw signal.reason;
  const putOff = clock.alarm(question.mostTime, isLate);
  signal?.addEventListener('abort', isStopped, { once: true });
  try {
    const response = await fetch(question.address, {
      dispatcher,
      headers: question.headers,
      redirect: 'manual',
      signal: stop.signal,
    });
    return await answerOf(response, question);
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    if (stop.signal.aborted) {
      return {
        kind: 'fault',
        reason: `超过 ${Math.round(question.mostTime / 60_000)} 分钟还没有传完`,
        final: true,
      };
    }
    return faultOf(error);
  } finally {
    putOff();
    signal?.removeEventListener('abort', isStopped);
  }
}

const LATE = new Error('late');

async function answerOf(response: Response, question: WebRequest): Promise<WebAnswer> {
  const { status, headers } = response;
  const location = headers.get('location');
  if (REDIRECTS.includes(status) && location !== null) {
    await response.body?.cancel();
    return { kind: 'redirect', headers, status, location };
  }
  if (status !== 200) {
    await response.body?.cancel();
    return { kind: 'status', headers, status };
  }
  if (Number(headers.get('content-length') ?? 0) > question.mostBytes) {
    await response.body?.cancel();
    return { kind: 'too-large' };
  }
  return keep(response, question);
}

async function keep(response: Response, { file, mostBytes }: WebRequest): Promise<WebAnswer> {
  const handle = await open(file, 'wx', 0o600);
  const hash = createHash('sha256');
  let bytes = 0;
  let isWhole = false;
  try {
    for await (const piece of response.body ?? []) {
      bytes += piece.length;
      if (bytes > mostBytes) return { kind: 'too-large' };
      hash.update(piece);
      await handle.write(piece);
    }
    isWhole = true;
    return { kind: 'content', headers: response.headers, sha256: hash.digest('hex'), bytes };
  } finally {
    await handle.close();
    if (!isWhole) await rm(file, { force: true });
  }
}

/** Errors of the network are answers; any other is thrown on. */
function faultOf(error: unknown): WebAnswer {
  const cause = causeOf(error);
  if (cause instanceof PrivateNetworkError) return { kind: 'private', reason: cause.message };
  const fault = networkFault(cause);
  if (fault === null) throw error;
  return { kind: 'fault', ...fault };
}

/** What `fetch` wraps; of several addresses tried in turn the first error. */
function causeOf(error: unknown): unknown {
  let cause = error;
  while (cause instanceof Error) {
    if (cause instanceof AggregateError && cause.errors.length > 0) cause = cause.errors[0];
    else if (cause.cause !== undefined && !('code' in cause && cause.code !== undefined)) cause = cause.cause;
    else return cause;
  }
  return cause;
}
