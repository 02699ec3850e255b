import { describe, expect, it } from 'vitest';
import type { Disclosure } from '../../../src/model/disclosure.js';
import type { CellClaim, ReadDocument } from '../../../src/model/document.js';
import { emptyDisclosure } from '../../../src/model/facts/empty-disclosure.js';
import type { Outcome } from '../../../src/model/outcome.js';
import { addDocument, emptySummary } from '../../../src/pipeline/import/import-summary.js';
import { unreadDocument } from '../../../src/pipeline/reading/unread-document.js';
import { buildDocument } from '../../support/document-builder.js';

const document = (outcome: Outcome, change: Partial<ReadDocument> = {}): ReadDocument => ({
  ...unreadDocument({ sha256: 'a', bytes: 1, path: 'a.txt', format: 'text' }, outcome, null),
  ...change,
});

const disclosure = (change: Partial<Disclosure>): Disclosure => ({
  ...emptyDisclosure(),
  region: { code: '430204', name: '石峰区', province: '湖南省', city: '株洲市' },
  year: 2023,
  stage: 'budget',
  department: '信访局',
  departmentKey: '信访局',
  ...change,
});

const claims = (...statuses: CellClaim['status'][]): CellClaim[] =>
  statuses.map((status, cell) => ({ block: 0, cell, form: 0, status }));

const summaryOf = (...documents: ReadDocument[]) => {
  const summary = emptySummary();
  for (const each of documents) addDocument(summary, each);
  return summary;
};

describe('addDocument', () => {
  it('counts documents by outcome and lists those that were not read', () => {
    const summary = summaryOf(
      document('ok'),
      document('empty'),
      document('ignored'),
      document('encrypted', { path: 'b.pdf', reason: '需要密码' }),
    );
    expect(summary.outcomes).toEqual({ ok: 1, empty: 1, ignored: 1, encrypted: 1 });
    expect(summary.failures).toMatchObject([{ path: 'b.pdf', outcome: 'encrypted', reason: '需要密码' }]);
    expect(summary.withoutForms).toBe(1);
  });

  it('counts statements, and the documents that have them without forms', () => {
    const pack = buildDocument({
      disclosures: [{ hasForm: false, statements: [{ kind: 'income', columns: [], lines: [] }] }],
    });
    expect(summaryOf(pack, document('ok'))).toMatchObject({
      statements: 1,
      withoutForms: 2,
      onlyStatements: 1,
    });
  });

  it('counts documents that have no disclosure to hold what was given for them', () => {
    const hints = { department: '某局' };
    const held = document('ok', { hints, disclosures: [disclosure({})] });
    expect(summaryOf(document('ok', { hints }), document('ok', { hints: {} }), held).givenInVain).toBe(1);
  });

  it('counts cells, and those nobody claimed', () => {
    const summary = summaryOf(
      document('ok', { claims: claims('claimed', 'label', 'set-aside') }),
      document('partial', { claims: claims('claimed', 'unclaimed') }),
    );
    expect(summary).toMatchObject({ cells: 5, unclaimed: 1 });
  });

  it('counts a document once as unresolved, and once under each field it lacks', () => {
    const summary = summaryOf(
      document('ok', {
        disclosures: [disclosure({ region: null }), disclosure({ region: null, year: null })],
      }),
      document('ok', { disclosures: [disclosure({ department: null })] }),
      document('ok', { disclosures: [disclosure({})] }),
      document('ok'),
    );
    expect(summary).toMatchObject({
      unresolved: 2,
      unresolvedRegion: 1,
      unresolvedYear: 1,
      unresolvedDepartment: 1,
    });
  });
});
