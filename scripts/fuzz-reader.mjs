/**
 * Child process of the fuzz run: reads the bytes it is sent with the compiled readers and answers how that ended. What a
 * reader throws is a fault of the program and is answered as such.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const dist = process.argv[2];
const load = (path) => import(pathToFileURL(join(dist, 'extractors', path)).href);
const { readBytes } = await load('read-bytes.js');
const { isArchive } = await load('bytes/archive/is-archive.js');
const { openArchive } = await load('bytes/archive/open-archive.js');

async function read(bytes) {
  if (!isArchive(bytes)) return (await readBytes(bytes, { path: 'mutant' })).outcome;
  let members = 0;
  for await (const member of openArchive(bytes, 'mutant')) {
    members++;
    if (member.bytes) await readBytes(member.bytes, { path: member.path });
  }
  return `archive of ${Math.min(members, 4)}`;
}

process.on('message', async ({ bytes }) => {
  const answer = await read(bytes).then(
    (outcome) => ({ outcome }),
    (error) => ({ fault: error.stack ?? String(error) }),
  );
  globalThis.gc?.();
  process.send({ ...answer, residentBytes: process.memoryUsage.rss() });
});
process.send({ ready: true });
