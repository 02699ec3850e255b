import { openPostgresStore } from '../../../src/store/open-postgres-store.js';
import { IN_PROCESS } from '../../support/postgres-schema.js';
import { IS_THOROUGH } from '../../support/thorough.js';
import { careContract } from './care-contract.js';
import { CONTRACTS, contractOf } from './contract-of.js';

contractOf(
  'PostgreSQL in this process',
  async (options) => openPostgresStore('postgres://localhost/', options, IN_PROCESS),
  IS_THOROUGH ? CONTRACTS : [careContract],
);
