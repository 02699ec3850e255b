import { openPostgresStore } from '../../../src/store/open-postgres-store.js';
import { IN_PROCESS } from '../../support/postgres-schema.js';
import { someOf } from '../../support/thorough.js';
import { CONTRACTS, contractOf } from './contract-of.js';

contractOf(
  'PostgreSQL in this process',
  async (options) => openPostgresStore('postgres://localhost/', options, IN_PROCESS),
  someOf(1, CONTRACTS),
);
