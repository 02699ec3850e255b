import PgBoss from 'pg-boss';
import { StoreError } from '../model/facts/store-error.js';
import type { QueueDatabase } from './queue-database.js';

/** What the queue stands on: pg-boss with its tables in a schema of their own, ours beside them. */
export interface QueueGround {
  boss: PgBoss;
  db: QueueDatabase;
  schema: string;
  /** Reader versions whose queues are known to be there. */
  created: Set<string>;
}

export interface GroundOptions {
  /** Nothing is created or kept in order: to look, or to change what waits. */
  mustExist: boolean;
  /** How often this worker looks for jobs whose lease has ended, in seconds; undefined: never. */
  lookAfterSeconds?: number;
}

/** What waits is kept for so long: pictures of a nation wait for weeks. */
const WAITING_DAYS = 365;
/** What was done is remembered for so long. */
const DONE_SECONDS = 30 * 24 * 3600;

/**
 * Opens the queue beside the store of the same schema.
 * @throws StoreError when the server cannot be used, or with `mustExist` has no queue
 */
export async function queueGround(
  db: QueueDatabase,
  { mustExist, lookAfterSeconds }: GroundOptions,
): Promise<QueueGround> {
  const schema = await schemaOf(db);
  const boss = new PgBoss({
    db,
    schema,
    schedule: false,
    supervise: lookAfterSeconds !== undefined,
    maintenanceIntervalSeconds: lookAfterSeconds ?? 1,
    migrate: !mustExist,
    retentionDays: WAITING_DAYS,
    archiveCompletedAfterSeconds: DONE_SECONDS,
    archiveFailedAfterSeconds: WAITING_DAYS * 24 * 3600,
  });
  // Of its looking after: the worker's next question meets the same fault, and tells of it.
  boss.on('error', () => undefined);
  if (mustExist && !(await boss.isInstalled())) {
    throw new StoreError(
      'missing',
      '这个 PostgreSQL 数据库里还没有队列；请先运行 mingzhang import … --queue',
    );
  }
  try {
    if (mustExist || ((await boss.isInstalled()) && (await hasOurTables(db, schema)))) await boss.start();
    else {
      await db.alone(schema, async () => {
        await boss.start();
        await db.executeSql(ourTables(schema));
      });
    }
  } catch (error) {
    await boss.stop({ graceful: false });
    throw error;
  }
  return { boss, db, schema, created: new Set() };
}

async function schemaOf(db: QueueDatabase): Promise<string> {
  const { rows } = await db.executeSql<{ schema: string | null }>('SELECT current_schema() AS schema');
  const [{ schema } = { schema: null }] = rows;
  if (schema !== null && /^[a-z_][a-z0-9_]{0,40}$/.test(schema)) return `${schema}_queue`;
  throw new StoreError(
    'failed',
    '队列所在的模式（search_path 的第一个）须已存在，名称只能有小写字母、数字、下划线',
  );
}

/**
 * `sources`: bytes kept, and the jobs that need them; `workers`: those that have ever taken jobs, by the server's clock. The indexes serve the
 * questions pg-boss asks again and again: which job is next, whose lease has ended.
 */
const ourTables = (schema: string): string => `
  CREATE TABLE IF NOT EXISTS ${schema}.sources (sha256 text PRIMARY KEY, bytes bytea NOT NULL);
  CREATE TABLE IF NOT EXISTS ${schema}.source_uses (
    sha256 text NOT NULL, job uuid NOT NULL, PRIMARY KEY (sha256, job));
  CREATE TABLE IF NOT EXISTS ${schema}.workers (
    id uuid PRIMARY KEY, host text NOT NULL, jobs int NOT NULL, version text NOT NULL, lease_seconds int NOT NULL,
    done int NOT NULL DEFAULT 0, since timestamptz NOT NULL DEFAULT now(), seen timestamptz NOT NULL DEFAULT now());
  CREATE INDEX IF NOT EXISTS job_in_order ON ${schema}.job (name, priority DESC, created_on, id) WHERE state < 'active';
  CREATE INDEX IF NOT EXISTS job_held ON ${schema}.job (started_on) WHERE state = 'active'`;

/** Who may not create anything can use what is there. */
async function hasOurTables(db: QueueDatabase, schema: string): Promise<boolean> {
  const { rows } = await db.executeSql<{ lacking: boolean }>(
    `SELECT bool_or(to_regclass($1 || '.' || name) IS NULL) AS lacking
     FROM unnest(ARRAY['sources', 'source_uses', 'workers', 'job_in_order', 'job_held']) AS ours (name)`,
    [schema],
  );
  return rows[0]?.lacking === false;
}
