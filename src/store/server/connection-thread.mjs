import { workerData } from 'node:worker_threads';

/**
 * Speaks with a server for the thread that waits: takes a question from the port, puts the answer there and wakes it.
 * @type {{ port: import('node:worker_threads').MessagePort, signal: SharedArrayBuffer, driver: string, address: string }}
 */
const { port, signal, driver, address } = workerData;
const answered = new Int32Array(signal);

/** What is told of an error; never its connection, which knows a password. */
const told = (error) => ({
  message: String(error?.message ?? error),
  code: typeof error?.code === 'string' ? error.code : null,
  position: error?.position ? Number(error.position) : null,
});

const reply = (message) => {
  port.postMessage(message);
  Atomics.add(answered, 0, 1);
  Atomics.notify(answered, 0);
};

let connection;

const ask = async ({ kind, text, values, name, rows }) => {
  if (kind === 'connect') {
    const { connect } = await import(driver);
    connection = await connect(address);
    return null;
  }
  if (kind === 'close') {
    await connection?.close();
    return null;
  }
  if (kind === 'copy') return connection.copy(text, rows);
  return kind === 'exec' ? connection.exec(text) : connection.query(text, values, name);
};

process.on('uncaughtException', (error) => reply({ error: told(error) }));

port.on('message', async (message) => {
  try {
    reply({ answer: await ask(message) });
  } catch (error) {
    reply({ error: told(error) });
  }
  if (message.kind === 'close') port.close();
});
