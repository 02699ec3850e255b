import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { auditJson } from '../../src/report/audit-json.js';
import { auditJsonSchema } from '../../src/report/audit-json-schema.js';
import { collected } from '../support/collected.js';
import { sampleReport } from '../support/sample-report.js';

describe('auditJson', () => {
  it('answers what its schema says, in the order of the report', async () => {
    const rows: unknown = JSON.parse((await collected(auditJson(sampleReport().report))).join(''));
    const [first, second] = auditJsonSchema().parse(rows);
    expect(first).toMatchObject({
      id: 12,
      difference_fen: 10_000_000,
      review_state: 'open',
      path: '云溪/水利局.docx',
    });
    expect(first).toMatchObject({
      evidence: [{ label: '合计', quote: '90' }, { quote: '60' }, { quote: '20' }],
    });
    expect(second).toMatchObject({ id: 5, difference_fen: null });
  });

  it('is an empty array without findings', async () => {
    const { report } = sampleReport();
    expect(JSON.parse((await collected(auditJson({ ...report, findings: [] }))).join(''))).toEqual([]);
  });

  it('is described by docs/findings.schema.json (else: npx tsx scripts/generate-findings-schema.ts)', () => {
    const stored: unknown = JSON.parse(
      readFileSync(new URL('../../docs/findings.schema.json', import.meta.url), 'utf8'),
    );
    expect(stored).toEqual(z.toJSONSchema(auditJsonSchema()));
  });
});
