import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { VIEWS } from '../../src/model/views.js';
import { renderSchema } from '../../src/report/render-schema.js';

describe('docs/schema.md', () => {
  it('is what the views say (npm run docs:update writes it)', () => {
    expect(readFileSync(new URL('../../docs/schema.md', import.meta.url), 'utf8')).toBe(renderSchema());
  });

  it('has every column of every view', () => {
    const lines = renderSchema().split('\n');
    for (const { name, columns } of VIEWS) {
      const start = lines.findIndex((line) => line.startsWith(`## ${name} `));
      const rows = lines.slice(start + 6, start + 6 + columns.length);
      expect(rows.map((row) => row.split('`')[1])).toEqual(columns.map((column) => column.name));
    }
  });
});
