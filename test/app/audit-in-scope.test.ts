import { describe, expect, it } from 'vitest';
import { audit, auditChanged } from '../../src/app/audit.js';
import { findingsInScope } from '../../src/app/findings-in-scope.js';
import type { DisclosureSpec, ProjectSpec, TargetSpec } from '../../src/audit/rules/example.js';
import type { AuditScope } from '../../src/model/finding.js';
import type { Store } from '../../src/model/ports/store.js';
import { collected } from '../support/collected.js';
import { buildDocument } from '../support/disclosure-builder.js';
import { freshStore } from '../support/fresh-store.js';

const PROJECTS = ['河道巡查', '节水宣传', '水质监测'];

const figures = (times: string): TargetSpec => ['number', '>=', times, '次', times, '次'];

const project = (name: string, times: string, given: Partial<ProjectSpec> = {}, actual?: string) => ({
  name,
  amount: '20',
  indicators: [
    {
      level1: '产出指标',
      level2: '数量指标',
      name: `${name}次数`,
      target: `≥${times}次`,
      parsed: figures(times),
      ...(actual && { actual: `${actual}次`, actualParsed: figures(actual) }),
    },
    { level1: '效益指标', level2: '生态效益指标', name: `${name}成效`, target: '明显改善' },
  ],
  ...given,
});

const promise = (given: DisclosureSpec = {}, times = '20') =>
  buildDocument(
    { projects: PROJECTS.map((name) => project(name, times)), ...given },
    `目标${JSON.stringify(given)}`,
  );

const report = (names: readonly string[], given: DisclosureSpec = {}, times = '20') =>
  buildDocument(
    {
      stage: 'self-evaluation',
      projects: names.map((name) => project(name, times, { kind: 'project-self-evaluation' }, '20')),
      ...given,
    },
    `自评${names.join('')}${JSON.stringify(given)}`,
  );

const NEIGHBOUR = { region: { code: '990199', name: '乙区' } };
const BEFORE = [promise(), report(['河道巡查', '节水宣传']), promise(NEIGHBOUR)];
const LATER = [report(['水质监测']), report(PROJECTS.slice(1), NEIGHBOUR, '5'), promise({ year: 2024 }, '8')];

const standing = async (store: Store, scope: AuditScope) =>
  (await collected(findingsInScope(store, scope))).map(({ rule, message, region, year }) =>
    [rule, message, region, year].join(' '),
  );

async function filled(): Promise<Store> {
  const store = freshStore();
  for (const document of BEFORE) await store.save(document);
  await audit(store);
  for (const document of LATER) await store.save(document);
  return store;
}

describe('an audit of a part', () => {
  it('withdraws what a document that came later has answered', async () => {
    const store = await filled();
    const scope = { region: '甲区', year: 2023 };
    const isUnreported = (line: string) => line.startsWith('never-reported');
    expect((await standing(store, scope)).filter(isUnreported)).toHaveLength(1);
    const made = await auditChanged(store, scope);
    expect(made?.saved.resolved).toBe(1);
    expect((await standing(store, scope)).filter(isUnreported)).toEqual([]);
  });

  it.each<[string, AuditScope]>([
    ['a region', { region: '甲区' }],
    ['its neighbour', { region: '乙区' }],
    ['a year, with what the year before promised', { year: 2024 }],
    ['a region and a year', { region: '乙区', year: 2023 }],
    ['a department', { department: '某某局' }],
    ['one rule over many documents', { region: '乙区', rules: ['target-changed-in-report'] }],
  ])('of %s says what one of everything says there', async (_, scope) => {
    const [part, whole] = [await filled(), await filled()];
    await auditChanged(part, scope);
    await auditChanged(whole, {});
    const said = await standing(part, scope);
    expect(said).toEqual(await standing(whole, scope));
    expect(said.length).toBeGreaterThan(0);
  });

  it('leaves the findings outside as they stand, and counts its own documents', async () => {
    const store = await filled();
    const before = await standing(store, { region: '甲区' });
    const about = new Set<string>();
    const made = await auditChanged(
      store,
      { region: '乙区' },
      { found: (findings) => findings.forEach(({ document }) => void about.add(document)) },
    );
    expect(made?.run.documents).toBe(2);
    expect(about.size).toBeGreaterThan(0);
    expect(about).not.toContain(BEFORE[0]?.sha256);
    expect(await standing(store, { region: '甲区' })).toEqual(before);
  });
});
