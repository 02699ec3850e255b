import { describe, expect, it } from 'vitest';
import { audit, auditChanged } from '../../src/app/audit.js';
import { auditAcross, auditDocuments, auditProvince } from '../../src/app/audit-parts.js';
import { LONE_RULES } from '../../src/app/rules.js';
import type { ReadDocument } from '../../src/model/document.js';
import type { Store } from '../../src/model/ports/store.js';
import { buildDocument } from '../support/disclosure-builder.js';
import { freshStore } from '../support/fresh-store.js';

const GOAL =
  '全年组织开展河道巡查与清淤疏浚工作，确保辖区内河道水质稳定达标，群众满意度持续提升，形成长效管护机制。';

/** A document whose total is not what its rows add up to. */
function wrong(path: string, code: string, province: string | null, year = 2023): ReadDocument {
  const document = buildDocument(
    {
      region: { code, name: `区${code}` },
      year,
      summary: {
        total: '174',
        rows: [
          { name: '河道巡查', amount: '100' },
          { name: '节水宣传', amount: '73' },
        ],
      },
      projects: [{ name: '河道巡查', amount: '20', annualGoal: GOAL }],
    },
    path,
  );
  for (const { region } of document.disclosures) if (region) region.province = province;
  return document;
}

const PILE = [
  wrong('a', '110101', '甲省'),
  wrong('b', '110101', '甲省', 2024),
  wrong('c', '120101', '乙省'),
  wrong('d', '130101', null),
];

async function filled(documents: readonly ReadDocument[] = PILE): Promise<Store> {
  const store = freshStore();
  for (const document of documents) await store.save(document);
  return store;
}

/** What stands, but for numbers and runs; and what each rule answered last. */
async function standingOf(store: Store): Promise<unknown[]> {
  const { rows } = await store.sql('SELECT * FROM findings ORDER BY fingerprint');
  const counts = (await store.latestCounts()).map(({ at, scope, ...count }) => count);
  return [rows.map(({ id, run_id, ...finding }) => finding), counts];
}

const looksOf = (documents: readonly ReadDocument[]): string[] => documents.map(({ sha256 }) => sha256);

async function auditInParts(store: Store): Promise<void> {
  for (const province of await store.auditedProvinces()) await auditProvince(store, province, false);
  await auditAcross(store, false);
}

/** What one audit of the same documents finds. */
async function atOnce(documents: readonly ReadDocument[] = PILE): Promise<unknown[]> {
  const store = await filled(documents);
  await audit(store);
  return standingOf(store);
}

const leftOf = async (store: Store): Promise<number> => (await store.beginAudit({}, LONE_RULES)).marked.size;

describe('an audit in parts', () => {
  it('finds what one audit finds, whatever was looked at before', async () => {
    const whole = await atOnce();
    expect(whole[0]).not.toEqual([]);
    for (const before of [[], looksOf(PILE.slice(0, 2)), looksOf(PILE)]) {
      const store = await filled();
      await auditDocuments(store, before);
      await auditInParts(store);
      expect(await standingOf(store)).toEqual(whole);
      expect(await auditChanged(store, {})).toBeNull();
      expect((await store.check()).problems).toEqual([]);
    }
  });

  it('ends with whichever part is made last', async () => {
    const store = await filled();
    await auditAcross(store, false);
    for (const province of [null, '乙省']) await auditProvince(store, province, false);
    expect(await auditChanged(store, {})).not.toBeNull();
    const another = await filled();
    await auditAcross(another, false);
    for (const province of [null, '乙省', '甲省']) await auditProvince(another, province, false);
    expect(await auditChanged(another, {})).toBeNull();
    expect(await standingOf(another)).toEqual(await atOnce());
  });

  it('lists what was found in a document at once, as found for the first time', async () => {
    const store = await filled();
    await auditDocuments(store, looksOf(PILE.slice(0, 1)));
    await auditDocuments(store, looksOf(PILE.slice(0, 1)));
    const listed = await store.listReviews();
    expect(listed.length).toBeGreaterThan(0);
    expect(new Set(listed.map(({ change }) => change))).toEqual(new Set(['new']));
    expect((await store.check()).problems).toEqual([]);
  });

  it('does not look again at documents that have not changed, and does at those that have', async () => {
    const store = await filled();
    await auditInParts(store);
    expect(await leftOf(store)).toBe(0);
    await store.assign(PILE[0]?.sha256 ?? '', { year: 2020 });
    expect(await leftOf(store)).toBe(1);
    await auditInParts(store);
    expect(await leftOf(store)).toBe(0);
    const at = await filled();
    await at.assign(PILE[0]?.sha256 ?? '', { year: 2020 });
    await audit(at);
    const [found] = await standingOf(at);
    const unstated = (rows: unknown) => (rows as { state: string }[]).map(({ state, ...row }) => row);
    expect(unstated((await standingOf(store))[0])).toEqual(unstated(found));
  });

  it('forgets what was found in a document that was taken out, or that a later one took the place of', async () => {
    const store = await filled();
    await auditDocuments(store, looksOf(PILE));
    await store.remove([PILE[0]?.sha256 ?? '']);
    await auditInParts(store);
    expect(await standingOf(store)).toEqual(await atOnce(PILE.slice(1)));
  });

  it('keeps nothing of a look at a document that has changed meanwhile', async () => {
    const store = await filled();
    const [first = wrong('a', '110101', null)] = PILE;
    const begun = await store.beginAudit({ documents: [first.sha256] }, LONE_RULES);
    await store.assign(first.sha256, { year: 2020 });
    const answers = [{ document: first.sha256, counts: [] }];
    await store.saveLooks({ ...LONE_RULES, begun, answers, findings: [] }, []);
    expect(await leftOf(store)).toBe(PILE.length);
  });

  it('says anew what somebody has answered, and keeps what it said then', async () => {
    const store = await filled();
    const [first = wrong('a', '110101', null)] = PILE;
    await auditDocuments(store, [first.sha256]);
    const [finding] = await store.listReviews();
    await store.saveReviews([
      { fingerprint: finding?.fingerprint ?? '', state: 'confirmed', comment: null, who: '甲' },
    ]);
    await store.assign(first.sha256, { year: 2020 });
    await auditDocuments(store, [first.sha256]);
    expect((await store.listReviews({ all: true })).map(({ fingerprint }) => fingerprint)).toContain(
      finding?.fingerprint,
    );
    expect((await store.check()).problems).toEqual([]);
  });
});
