import { describe, expect, it } from 'vitest';
import { countReasons } from './samples/compact-document.js';
import { HAS_SEEDS, readSeed, seedNames } from './seeds/read-seed.js';

interface Counted {
  /** Region code, year, department key. */
  subject: string;
  counts: Record<'projects' | 'indicators' | 'costs' | 'budgets' | 'plans' | 'workPlan', number>;
  setAside: Record<string, number>;
}

/** What was counted by hand in the five files, by the number their names begin with. */
const COUNTED: Record<string, Counted> = {
  '000': {
    subject: '430204 2023 政法委',
    counts: { projects: 4, indicators: 40, costs: 5, budgets: 9, plans: 0, workPlan: 3 },
    setAside: { title: 10, caption: 10, signature: 6, 'row-number': 4 },
  },
  '001': {
    subject: '130303 2022 政法委',
    counts: { projects: 11, indicators: 55, costs: 0, budgets: 33, plans: 44, workPlan: 0 },
    setAside: { caption: 11 },
  },
  '002': {
    subject: '430204 2023 信访局',
    counts: { projects: 2, indicators: 28, costs: 2, budgets: 8, plans: 0, workPlan: 3 },
    setAside: { title: 7, caption: 8, signature: 5, 'row-number': 2 },
  },
  '003': {
    subject: '640121 2024 政法委',
    counts: { projects: 8, indicators: 67, costs: 0, budgets: 48, plans: 0, workPlan: 0 },
    setAside: { 'template-text': 49 },
  },
  '004': {
    subject: '430204 2023 政府办',
    counts: { projects: 3, indicators: 49, costs: 14, budgets: 9, plans: 0, workPlan: 3 },
    setAside: { title: 10, caption: 10, signature: 6, 'row-number': 3 },
  },
};

describe.skipIf(!HAS_SEEDS)('the five seeds', () => {
  it('are five', () => {
    expect(seedNames.map((name) => name.slice(0, 3))).toEqual(Object.keys(COUNTED));
  });

  it.each(Object.entries(COUNTED))(
    '%s belongs to its place and year and holds what was counted',
    async (key, seed) => {
      const { disclosure: d } = await readSeed(key);
      expect([d.region?.code, d.year, d.departmentKey].join(' ')).toBe(seed.subject);
      expect(d.stage).toBe('budget');
      const { projects, indicators, costs, budgets, plans, workPlan } = d;
      expect({
        projects: projects.length,
        indicators: indicators.length,
        costs: costs.length,
        budgets: budgets.length,
        plans: plans.length,
        workPlan: workPlan.length,
      }).toEqual(seed.counts);
    },
  );

  it.each(Object.entries(COUNTED))(
    '%s accounts for every cell, the set-aside ones by reason',
    async (key, seed) => {
      const { outcome, claims } = (await readSeed(key)).document;
      expect(outcome).toBe('ok');
      expect(claims.filter((claim) => claim.status === 'unclaimed')).toEqual([]);
      expect(countReasons(claims)).toEqual(seed.setAside);
    },
  );

  it.each(['000 a.txt', '001 b.txt', '002 c.txt', '003 d.txt', '004 e.txt'])(
    '%s: reads the same under a name that says nothing',
    async (pair) => {
      const [key = '', path = ''] = pair.split(' ');
      const { document } = await readSeed(key);
      const renamed = await readSeed(key, `空文件夹/${path}`);
      expect({ ...renamed.document, path: document.path }).toEqual(document);
    },
  );
});
