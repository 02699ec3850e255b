import pg from 'pg';

/** SQLSTATE of a connection that was lost with a question under way, and of one that was gone before it was asked. */
const CONNECTION_LOST = '08006';
const NOT_SENT = '08003';
/** SQLSTATE of a connection that could not be made. */
const NOT_CONNECTED = '08001';
/** The server asks for a password and none was given: `pg` has no code for it. */
const NO_PASSWORD = 'NO_PASSWORD';

const BOOL = 16;
const BYTEA = 17;
/** int8, int2, int4, oid, float4, float8, numeric. */
const NUMBERS = new Set([20, 21, 23, 26, 700, 701, 1700]);

/** Values as SQLite has them: whole numbers and decimals are numbers, truth is 1 or 0. */
const parserOf = (type) => {
  if (type === BOOL) return (text) => (text === 't' ? 1 : 0);
  if (type === BYTEA) return (text) => new Uint8Array(Buffer.from(text.slice(2), 'hex'));
  return NUMBERS.has(type) ? Number : (text) => text;
};

/** A host that is gone is missed within two minutes, by server and client, unless the server was told otherwise. */
const KEEP_ALIVE = `SELECT set_config(name, value, false)
  FROM (VALUES ('tcp_keepalives_idle', '60'), ('tcp_keepalives_interval', '10'), ('tcp_keepalives_count', '6'))
    AS usual (name, value)
  JOIN pg_settings USING (name) WHERE source = 'default'`;
const FIRST_SIGN_MS = 60_000;

/** `COPY … FROM STDIN` with the rows it is to take. */
class Copy extends pg.Query {
  constructor(text, rows, callback) {
    super({ text, callback });
    this.rowsToTake = rows;
  }
  handleCopyInResponse(connection) {
    connection.sendCopyFromChunk(Buffer.from(this.rowsToTake));
    connection.endCopyFrom();
  }
}

const copied = (client, text, rows) =>
  new Promise((resolve, reject) => {
    client.query(new Copy(text, rows, (error) => (error ? reject(error) : resolve(null))));
  });

/** A connection by `pg`, which takes what an address leaves out from the environment (PGPASSWORD, PGSSLMODE …) and ~/.pgpass. */
export async function connect(address) {
  const client = new pg.Client({
    connectionString: address,
    application_name: 'mingzhang',
    keepAlive: true,
    keepAliveInitialDelayMillis: FIRST_SIGN_MS,
    types: { getTypeParser: parserOf },
  });
  // Without a listener a lost connection ends the program; the next question tells of it.
  let lost = null;
  client.on('error', (error) => {
    lost ??= error;
  });
  client.on('end', () => {
    lost ??= new Error('the connection has ended');
  });
  try {
    await client.connect();
    await client.query(KEEP_ALIVE);
  } catch (error) {
    const code = /^SASL\b.*client password must/.test(error.message) ? NO_PASSWORD : NOT_CONNECTED;
    throw error.code === undefined ? Object.assign(error, { code }) : error;
  }
  const asked = async (send, whenGone) => {
    if (lost) throw Object.assign(new Error(lost.message), { code: whenGone });
    try {
      return await send();
    } catch (error) {
      if (error.code === undefined && lost) {
        throw Object.assign(new Error(lost.message), { code: lost.code ?? CONNECTION_LOST });
      }
      throw error;
    }
  };
  const ask = (question) => asked(() => client.query(question), NOT_SENT);
  return {
    // The extended protocol takes one statement only, whatever the text says.
    query: async (text, values, name) => {
      const { fields, rows, rowCount } = await ask({
        text,
        values,
        name,
        rowMode: 'array',
        queryMode: 'extended',
      });
      return { columns: fields.map((field) => field.name), rows, changes: rowCount ?? 0 };
    },
    exec: async (text) => void (await ask(text)),
    // Nobody waits for it who could send it again.
    copy: (text, rows) => asked(() => copied(client, text, rows), CONNECTION_LOST),
    close: () => client.end(),
  };
}
