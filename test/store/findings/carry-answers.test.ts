import { expect, it } from 'vitest';
import type { AuditRun, Finding } from '../../../src/model/finding.js';
import { openDatabase } from '../../../src/store/file/open-database.js';
import { changedGround } from '../../../src/store/findings/changed-ground.js';
import { saveReviews } from '../../../src/store/findings/save-reviews.js';
import { saveRun } from '../../../src/store/findings/save-run.js';
import { buildDocument } from '../../support/document-builder.js';
import { findingOn } from '../../support/sample-report.js';

const documents = ['甲.txt', '乙.txt'].map((path) => buildDocument({ path, disclosures: [{ year: 2024 }] }));
const [first, second] = documents.map((document) => document.sha256);

const runOf = (findings: Finding[]): AuditRun => ({
  scope: {},
  documents: 2,
  findings,
  ruleset: 'v1',
  rules: [],
});

/** A finding as it was kept before fingerprints named the document. */
const onFile = (document: string | undefined, fingerprint: string, matter = 'm'): Finding =>
  findingOn(buildDocument({ path: '甲.txt' }), { document: document ?? '', fingerprint, matter });

it('moves answers of before to the finding they were given on, and knows the fingerprints of before', () => {
  const db = openDatabase(':memory:');
  // The fingerprint of before went by the order of the documents: 'old' was the first one's, then the second one's.
  saveRun(db, runOf([onFile(first, 'old')]), [], '2024-01-01T00:00:00.000Z');
  saveReviews(
    db,
    [{ fingerprint: 'old', state: 'dismissed', comment: null, who: '审核员' }],
    '2024-01-02T00:00:00.000Z',
  );
  saveRun(db, runOf([onFile(second, 'old'), onFile(first, 'old 1')]), [], '2024-01-03T00:00:00.000Z');
  db.exec(`UPDATE finding_rows SET matter = NULL, data = json_remove(data, '$.matter')`);

  saveRun(db, runOf([onFile(first, 'aa'), onFile(second, 'bb')]), [], '2024-01-04T00:00:00.000Z');
  const listed = db
    .prepare('SELECT fingerprint, answer FROM finding_list_rows WHERE reported = 1 ORDER BY fingerprint')
    .raw();
  expect(listed.all()).toEqual([
    ['aa', 'dismissed'],
    ['bb', null],
  ]);
  const late = { fingerprint: 'old', state: 'confirmed', comment: null, who: '审核员' } as const;
  expect(saveReviews(db, [late], '2024-01-05T00:00:00.000Z')).toMatchObject([
    { kind: 'saved', review: { fingerprint: 'aa' } },
  ]);
  db.close();
});

it('leaves what has not changed as it was', () => {
  const db = openDatabase(':memory:');
  saveRun(db, runOf([onFile(first, 'old')]), [], '2024-01-01T00:00:00.000Z');
  saveReviews(
    db,
    [{ fingerprint: 'old', state: 'explained', comment: null, who: '审核员' }],
    '2024-01-02T00:00:00.000Z',
  );
  db.exec(`UPDATE finding_rows SET matter = NULL, data = json_remove(data, '$.matter')`);
  const saved = saveRun(db, runOf([onFile(first, 'aa')]), [], '2024-01-03T00:00:00.000Z');
  expect(saved).toMatchObject({ fresh: 0, unchanged: 1, resolved: 0 });
  expect(changedGround(db)).toEqual([]);
  expect(db.prepare('SELECT count(*) FROM finding_rows').pluck().get()).toBe(1);
  db.close();
});
