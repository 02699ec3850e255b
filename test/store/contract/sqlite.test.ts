import { join } from 'node:path';
import { openSqliteStore } from '../../../src/store/open-sqlite-store.js';
import { layEmptyStore } from '../../support/empty-store.js';
import { scratchFolder } from '../../support/scratch-folder.js';
import { IS_THOROUGH } from '../../support/thorough.js';
import { contractOf } from './contract-of.js';

contractOf('SQLite in memory', async (options) => openSqliteStore(':memory:', options));
if (IS_THOROUGH) {
  contractOf('SQLite in a file', async (options) => {
    const file = join(scratchFolder(), 'a.db');
    await layEmptyStore(file);
    return openSqliteStore(file, options);
  });
}
