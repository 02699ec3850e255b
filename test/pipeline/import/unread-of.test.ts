import { describe, expect, it } from 'vitest';
import { describeImport } from '../../../src/cli/describe-import.js';
import { failureRows } from '../../../src/cli/failure-rows.js';
import { addUnread, emptySummary } from '../../../src/pipeline/import/import-summary.js';
import { unreadOf } from '../../../src/pipeline/import/unread-of.js';
import { openSqliteStore } from '../../../src/store/open-sqlite-store.js';
import { buildDocument } from '../../support/document-builder.js';

const document = {
  ...buildDocument({ path: '甲.pdf', disclosures: [] }),
  unread: [{ block: 0, rows: 7, cells: [] }],
  diagnostics: [
    { code: 'form-not-recognized' as const, message: '没有认出的绩效表行', place: 'p3 t1 r1 c1' },
  ],
};

describe('rows that were not recognized', () => {
  it('are told again by the store, with their places, when the file has not changed', async () => {
    const store = openSqliteStore(':memory:');
    await store.save(document);
    expect(await store.known(document.sha256)).toMatchObject(unreadOf(document));
    expect(unreadOf(document)).toEqual({ unreadRows: 7, unreadPlaces: ['p3 t1 r1 c1'] });
    await store.close();
  });

  it('stand in the summary and the report of an import that read nothing anew', () => {
    const summary = { ...emptySummary(), files: 1, unchanged: 1 };
    addUnread(summary, '甲.pdf', document.sha256, unreadOf(document));
    expect(describeImport(summary)).toContain('像绩效表而没有认出的行 7，在 1 份文档里');
    expect(failureRows([], summary.unread, [])[0]?.reason).toContain('起于 p3 t1 r1 c1');
  });
});
