import { DuckDBInstance } from '@duckdb/node-api';

/** Asks DuckDB, one statement after the other; numbers come as numbers. */
export async function duck(): Promise<{
  ask(sql: string): Promise<Record<string, unknown>[]>;
  close(): void;
}> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  return {
    ask: async (sql) => {
      const rows = (await connection.runAndReadAll(sql)).getRowObjects();
      return rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [
            name,
            typeof value === 'bigint' ? Number(value) : value,
          ]),
        ),
      );
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
