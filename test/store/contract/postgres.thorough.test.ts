import { openPostgresStore } from '../../../src/store/open-postgres-store.js';
import { IN_PROCESS } from '../../support/postgres-schema.js';
import { careContract } from './care-contract.js';
import { contractOf } from './contract-of.js';

// A real server keeps to every contract: test/hard/postgres.test.ts.
contractOf(
  'PostgreSQL in this process',
  async (options) => openPostgresStore('postgres://localhost/', options, IN_PROCESS),
  [careContract],
);
