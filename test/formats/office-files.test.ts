import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/pipeline/reading/read-document.js';
import { someOf } from '../support/thorough.js';

const OFFICE = '../shared/office';
const here = existsSync(OFFICE);
const files = here
  ? readdirSync(OFFICE).flatMap((folder) =>
      readdirSync(join(OFFICE, folder)).map((name) => join(folder, name)),
    )
  : [];

describe.skipIf(!here)('office files that are no disclosures', () => {
  it.each(someOf(12, files))('%s holds no form', async (path) => {
    const { forms, disclosures } = await readDocument(readFileSync(join(OFFICE, path)), { path });
    expect({ forms: forms.length, disclosures: disclosures.length }).toEqual({ forms: 0, disclosures: 0 });
  });
});
