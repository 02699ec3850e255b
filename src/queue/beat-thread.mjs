import { parentPort, workerData } from 'node:worker_threads';
import pg from 'pg';

/**
 * Renews what a worker holds: a worker that waits for its store, or reads a file with the whole processor, is alive all the same.
 * @type {{ settings: object, everyMs: number }}
 */
const { settings, everyMs } = workerData;

/** Statements with their values, as last told. */
let told = [];
let client = null;

parentPort.on('message', (statements) => {
  told = statements;
});

/** A server that cannot be reached now may be at the next beat; until then the worker itself hears of it. */
async function beat() {
  try {
    client ??= await connected();
    for (const { text, values } of told) await client.query(text, values);
  } catch {
    const lost = client;
    client = null;
    await lost?.end().catch(() => undefined);
  }
  setTimeout(beat, everyMs);
}

async function connected() {
  const made = new pg.Client(settings);
  made.on('error', () => {
    if (client === made) client = null;
  });
  await made.connect();
  return made;
}

setTimeout(beat, everyMs);
