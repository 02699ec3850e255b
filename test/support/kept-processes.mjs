/**
 * Lets the processes that serve jobs be used again. Starting one costs a second of processor time, and most tests do a job or
 * two; so one that is ended while it has nothing to do is put aside for the next that asks for the like. One that is ended
 * at its work, or was asked to stop, does end: what tests show of that is the real thing.
 */
import childProcess from 'node:child_process';
import { EventEmitter } from 'node:events';
import { syncBuiltinESMExports } from 'node:module';
import { fileURLToPath } from 'node:url';

const FOLLOW = fileURLToPath(new URL('follow-folder.mjs', import.meta.url));
const SERVES_JOBS = /[\\/]dist[\\/].*-entry\.js$|[\\/]misbehaving-worker\.mjs$/;
const startProcess = childProcess.fork;

/** Processes without work, by how they were started. */
const idle = new Map();

/** A process for as long as one owner has it. */
class LentProcess extends EventEmitter {
  #process;
  #like;
  #isBusy = false;
  #isSpoilt = false;
  #isReturned = false;
  #forward = [
    ['message', (message) => this.#hear(message)],
    ['error', (error) => this.emit('error', error)],
    ['close', (code, signal) => this.emit('close', code, signal)],
  ];

  constructor(entry, args, options) {
    super();
    this.#like = JSON.stringify([entry, args, options, process.env.NODE_OPTIONS]);
    const kept = idle.get(this.#like)?.find(({ connected }) => connected);
    if (kept) {
      idle.set(
        this.#like,
        idle.get(this.#like).filter((each) => each !== kept),
      );
      process.nextTick(() => this.emit('message', { kind: 'ready' }));
    }
    const execArgv = ['--import', FOLLOW, ...options.execArgv];
    this.#process = kept ?? startProcess(entry, args, { ...options, execArgv });
    for (const [event, listener] of this.#forward) this.#process.on(event, listener);
    this.ref();
  }

  get pid() {
    return this.#process.pid;
  }
  get stderr() {
    return this.#process.stderr;
  }
  get channel() {
    return this.#process.channel;
  }
  get exitCode() {
    return this.#process.exitCode;
  }
  get signalCode() {
    return this.#isReturned ? 'SIGKILL' : this.#process.signalCode;
  }

  send(message, told) {
    if (message.kind === 'job') this.#isBusy = true;
    if (message.kind === 'stop') this.#isSpoilt = true;
    return this.#process.send({ ...message, folder: process.cwd() }, told);
  }

  kill(signal) {
    if (this.#isReturned) return false;
    if (this.#isBusy || this.#isSpoilt || !this.#process.connected) return this.#process.kill(signal);
    this.#giveBack();
    return true;
  }

  ref() {
    this.#process.ref();
  }

  unref() {
    this.#process.unref();
  }

  #hear(message) {
    if (message.kind === 'done' || message.kind === 'failed') this.#isBusy = false;
    this.emit('message', message);
  }

  #giveBack() {
    this.#isReturned = true;
    for (const [event, listener] of this.#forward) this.#process.off(event, listener);
    this.#process.stderr?.removeAllListeners('data');
    this.#process.stderr?.unref();
    this.#process.unref();
    this.#process.channel?.unref();
    idle.set(this.#like, [...(idle.get(this.#like) ?? []), this.#process]);
    process.nextTick(() => this.emit('close', null, 'SIGKILL'));
  }
}

function lendProcess(entry, args, options) {
  return SERVES_JOBS.test(entry) ? new LentProcess(entry, args, options) : startProcess(entry, args, options);
}

// The tests of one process share it, also where the runner evaluates this module for each of them.
if (startProcess.name !== lendProcess.name) {
  childProcess.fork = lendProcess;
  syncBuiltinESMExports();
}
