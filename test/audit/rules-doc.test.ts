import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { renderRulesDoc } from '../../scripts/generate-rules-doc.js';

it('docs/rules.md is what the rules say (npx tsx scripts/generate-rules-doc.ts writes it)', () => {
  expect(readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8')).toBe(renderRulesDoc());
});
