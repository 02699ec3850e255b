/** Writes docs/findings.schema.json, the JSON schema of `audit --format json`. A test fails when it is stale. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { auditJsonSchema } from '../src/report/audit-json-schema.js';

const file = new URL('../docs/findings.schema.json', import.meta.url);
mkdirSync(new URL('.', file), { recursive: true });
writeFileSync(file, `${JSON.stringify(z.toJSONSchema(auditJsonSchema()), null, 2)}\n`);
