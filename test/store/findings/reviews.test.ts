import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/model/finding.js';
import type { NewReview } from '../../../src/model/ports/findings.js';
import type { Store } from '../../../src/model/ports/store.js';
import { openSqliteStore } from '../../../src/store/open-sqlite-store.js';
import { buildDocument } from '../../support/document-builder.js';
import { findingOn } from '../../support/sample-report.js';

const document = buildDocument({ path: '甲.txt', disclosures: [{ projects: [{ name: '清淤' }] }] });
const finding = (fingerprint: string, given: Partial<Finding> = {}): Finding =>
  findingOn(document, { fingerprint, ...given });

let store: Store;
let minute = 0;
beforeEach(async () => {
  minute = 0;
  store = openSqliteStore(':memory:', { now: () => new Date(Date.UTC(2024, 0, 1, 0, minute++)) });
  await store.save(document);
  await run(finding('aa'), finding('bb', { severity: 'note' }));
});
afterEach(() => store.close());

const run = (...findings: Finding[]) =>
  store.saveRun({ scope: {}, documents: 1, ruleset: '', rules: [], findings });

const answer = (fingerprint: string, given: Partial<NewReview> = {}): NewReview => ({
  fingerprint,
  state: 'confirmed',
  comment: null,
  who: '张三',
  ...given,
});

const save = async (...reviews: NewReview[]) => (await store.saveReviews(reviews)).map(({ kind }) => kind);

describe('reviews', () => {
  it('keeps an answer, and replaces it by a later one', async () => {
    expect(await save(answer('aa'))).toEqual(['saved']);
    expect(await save(answer('aa', { state: 'explained', comment: '跨年', who: '李四' }))).toEqual(['saved']);
    expect((await store.reviews()).get('aa')).toEqual({
      fingerprint: 'aa',
      state: 'explained',
      comment: '跨年',
      who: '李四',
      at: '2024-01-01T00:02:00.000Z',
    });
  });

  it('leaves who and when of an answer that is given again', async () => {
    await save(answer('aa'));
    expect(await save(answer('aa', { who: '李四' }))).toEqual(['unchanged']);
    expect((await store.reviews()).get('aa')?.who).toBe('张三');
  });

  it('does not store that a finding nobody answered is open', async () => {
    expect(await save(answer('aa', { state: 'open' }))).toEqual(['unchanged']);
    expect((await store.reviews()).size).toBe(0);
  });

  it('knows only findings that some run had', async () => {
    expect(await save(answer('zz'), answer('bb'))).toEqual(['unknown', 'saved']);
  });

  it('does not put an older answer over a newer one', async () => {
    await save(answer('aa'));
    const seen = (await store.reviews()).get('aa')?.at;
    await save(answer('aa', { state: 'dismissed' }));
    const late = answer('aa', { state: 'explained', basedOn: seen });
    expect(await store.saveReviews([late])).toMatchObject([
      { kind: 'outdated', stored: { state: 'dismissed' } },
    ]);
    expect(await save(answer('bb', { basedOn: null }))).toEqual(['saved']);
    expect(await save(answer('bb', { state: 'explained', basedOn: null }))).toEqual(['outdated']);
  });

  it('lists findings still reported or answered, gravest first', async () => {
    await save(answer('bb', { comment: '见附件' }));
    expect(await store.listReviews()).toMatchObject([
      { id: 1, fingerprint: 'aa', state: 'open', at: null, reported: 1, department: '云溪区水利局' },
      { id: 2, fingerprint: 'bb', state: 'confirmed', comment: '见附件', who: '张三' },
    ]);
    await run();
    expect(await store.listReviews()).toMatchObject([{ fingerprint: 'bb', reported: 0 }]);
    expect(await store.listReviews({ state: 'open' })).toEqual([]);
  });

  it('outlives a corrected figure', async () => {
    await save(answer('aa'));
    await run(finding('aa', { reported: '95万元', differenceFen: 15_000_000 }));
    expect(await store.listReviews({ state: 'confirmed' })).toMatchObject([
      { fingerprint: 'aa', reported: 1 },
    ]);
  });
});
