import { join } from 'node:path';
import { openSqliteStore } from '../../../src/store/open-sqlite-store.js';
import { scratchFolder } from '../../support/scratch-folder.js';
import { contractOf } from './contract-of.js';

contractOf('SQLite in memory', async (options) => openSqliteStore(':memory:', options));
contractOf('SQLite in a file', async (options) => openSqliteStore(join(scratchFolder(), 'a.db'), options));
