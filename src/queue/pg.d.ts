/** What the queue uses of `pg`, which has no types of its own. */
declare module 'pg' {
  interface PoolOptions {
    connectionString: string;
    application_name: string;
    max: number;
    keepAlive: boolean;
    keepAliveInitialDelayMillis: number;
  }
  class Pool {
    constructor(options: PoolOptions);
    on(event: 'error', heard: (error: Error) => void): this;
    query(text: string, values?: readonly unknown[]): Promise<{ rows: unknown[] }>;
    end(): Promise<void>;
  }
  const pg: { Pool: typeof Pool };
  export default pg;
}
