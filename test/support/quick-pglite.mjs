import { setFlagsFromString } from 'node:v8';
import { PGlite } from '@electric-sql/pglite';

/**
 * A PostgreSQL within this process. Its code is compiled quickly, not well: to compile it well takes longer than all that the
 * tests ask of it.
 */
export async function quickPglite() {
  setFlagsFromString('--liftoff-only');
  try {
    return await PGlite.create();
  } finally {
    setFlagsFromString('--no-liftoff-only');
  }
}
