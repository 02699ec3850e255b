import type { PGlite } from '@electric-sql/pglite';
import PgBoss from 'pg-boss';
import type { Queue } from '../../src/model/ports/queue.js';
import type { BeatStatement, StartHeartbeat } from '../../src/queue/heartbeat.js';
import { openQueueOn, type QueueOptions } from '../../src/queue/open-queue.js';
import type { QueueDatabase } from '../../src/queue/queue-database.js';
import { quickPglite } from './quick-pglite.mjs';

/** A PostgreSQL within this process, which any number of queues share. */
export interface QueueServer {
  open(options?: QueueOptions): Promise<Queue>;
  /** So many seconds pass for every job that is held. */
  pass(seconds: number): Promise<void>;
  /** What a worker does now and then: jobs whose lease has ended are let go. */
  expire(): Promise<void>;
  sql<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Removes the queue. */
  close(): Promise<void>;
}

/** Shared by the tests of this process, one after the other: to start one takes seconds. */
let shared: Promise<PGlite> | undefined;

/** A server without a queue; one at a time. */
export async function queueServer(): Promise<QueueServer> {
  shared ??= quickPglite();
  const pglite = await shared;
  const ask: QueueDatabase['executeSql'] = async <Row>(text: string, values?: readonly unknown[]) => {
    if (values !== undefined) return { rows: (await pglite.query<Row>(text, [...values])).rows };
    const answers = await pglite.exec(text);
    return { rows: (answers.at(-1)?.rows ?? []) as Row[] };
  };
  const sql = async <Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> =>
    (await ask<Row>(text, values)).rows;
  const db: QueueDatabase = {
    executeSql: ask,
    alone: (_, doIt) => doIt(),
    close: async () => undefined,
  };
  return {
    open: (options) => openQueueOn(db, heartbeatBeside(db), options),
    pass: async (seconds) => {
      await sql(
        `UPDATE public_queue.job SET started_on = started_on - $1 * interval '1 second',
           start_after = start_after - $1 * interval '1 second', created_on = created_on - $1 * interval '1 second'`,
        [seconds],
      );
      await sql(`UPDATE public_queue.workers SET seen = seen - $1 * interval '1 second'`, [seconds]);
    },
    expire: async () => {
      const boss = new PgBoss({
        db,
        schema: 'public_queue',
        supervise: false,
        schedule: false,
      });
      await boss.expire();
    },
    sql,
    close: async () => void (await sql('DROP SCHEMA IF EXISTS public_queue CASCADE')),
  };
}

/** Beside the questions of the worker: there is no other way to the database. */
const heartbeatBeside =
  (db: QueueDatabase): StartHeartbeat =>
  (everyMs) => {
    let told: readonly BeatStatement[] = [];
    const beat = async (): Promise<void> => {
      for (const { text, values } of told) await db.executeSql(text, values);
    };
    const timer = setInterval(() => void beat(), everyMs);
    timer.unref();
    return {
      tell: (statements) => {
        told = statements;
      },
      stop: async () => clearInterval(timer),
    };
  };
