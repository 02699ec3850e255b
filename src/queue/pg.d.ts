/** What the queue uses of `pg`, which has no types of its own. */
declare module 'pg' {
  interface PoolOptions {
    connectionString: string;
    application_name: string;
    max: number;
    keepAlive: boolean;
    keepAliveInitialDelayMillis: number;
  }
  interface PoolClient {
    on(event: 'error', heard: (error: Error) => void): this;
    query(text: string, values?: readonly unknown[]): Promise<{ rows: unknown[] }>;
    /** @param isLost the connection is closed, not used again */
    release(isLost: boolean): void;
  }
  class Pool {
    constructor(options: PoolOptions);
    on(event: 'error', heard: (error: Error) => void): this;
    on(event: 'connect', heard: (client: PoolClient) => void): this;
    connect(): Promise<PoolClient>;
    end(): Promise<void>;
  }
  namespace pg {
    export { Pool, type PoolClient };
  }
  export default pg;
}
