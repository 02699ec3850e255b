import { quickPglite } from './quick-pglite.mjs';

const NUMBERS = [20, 21, 23, 26, 700, 701, 1700];

/** PostgreSQL in memory, answering as `src/store/server/pg-driver.mjs` does. */
export async function connect() {
  const db = await quickPglite();
  const parsers = {
    ...Object.fromEntries(NUMBERS.map((type) => [type, Number])),
    16: (text) => (text === 't' ? 1 : 0),
    17: (text) => new Uint8Array(Buffer.from(text.slice(2), 'hex')),
    114: (text) => text,
    3802: (text) => text,
  };
  return {
    query: async (text, values) => {
      const { fields, rows, affectedRows } = await db.query(text, [...values], { rowMode: 'array', parsers });
      return { columns: fields.map((field) => field.name), rows, changes: affectedRows ?? 0 };
    },
    exec: async (text) => void (await db.exec(text)),
    copy: async (text, rows) =>
      void (await db.query(text.replace('FROM STDIN', "FROM '/dev/blob'"), [], { blob: new Blob([rows]) })),
    close: () => db.close(),
  };
}
