/** Writes docs/schema.md, the views and columns of a store. A test fails when it is stale. */
import { writeFileSync } from 'node:fs';
import { renderSchema } from '../src/report/render-schema.js';

writeFileSync(new URL('../docs/schema.md', import.meta.url), renderSchema());
