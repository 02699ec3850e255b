import { openPostgresStore } from '../../../src/store/open-postgres-store.js';
import { connectPglite } from '../../support/postgres-schema.js';
import { contractOf } from './contract-of.js';

contractOf('PostgreSQL in this process', async (options) =>
  openPostgresStore('postgres://pglite/', options, { connect: connectPglite, isOnly: true }),
);
