import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { PGlite } from '@electric-sql/pglite';

const MANIFEST = new URL('../../node_modules/@electric-sql/pglite/package.json', import.meta.url);
const { version } = JSON.parse(readFileSync(MANIFEST, 'utf8'));
const NEW_CLUSTER = fileURLToPath(
  new URL(`../../node_modules/.cache/mingzhang/pglite-${version}.tar`, import.meta.url),
);

/**
 * A PostgreSQL within this process. Its code is compiled quickly, not well: to compile it well takes longer than all that the
 * tests ask of it. Its new cluster is kept for the next one: to make it takes most of the start.
 */
export async function quickPglite() {
  setFlagsFromString('--liftoff-only');
  try {
    if (existsSync(NEW_CLUSTER)) {
      return await PGlite.create({ loadDataDir: new Blob([readFileSync(NEW_CLUSTER)]) });
    }
    const made = await PGlite.create();
    await keep(await made.dumpDataDir('none'));
    return made;
  } finally {
    setFlagsFromString('--no-liftoff-only');
  }
}

/** Written beside and renamed, so that nobody reads half of it. */
async function keep(cluster) {
  mkdirSync(dirname(NEW_CLUSTER), { recursive: true });
  const beside = `${NEW_CLUSTER}.${process.pid}`;
  writeFileSync(beside, Buffer.from(await cluster.arrayBuffer()));
  renameSync(beside, NEW_CLUSTER);
}
