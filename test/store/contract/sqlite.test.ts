import { join } from 'node:path';
import { openStore } from '../../../src/store/open-store.js';
import { scratchFolder } from '../../support/scratch-folder.js';
import { contractOf } from './contract-of.js';

contractOf('SQLite in memory', async (options) => openStore(':memory:', options));
contractOf('SQLite in a file', async (options) => openStore(join(scratchFolder(), 'a.db'), options));
