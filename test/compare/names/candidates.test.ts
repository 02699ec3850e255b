import { expect, it } from 'vitest';
import { departmentCandidates } from '../../../src/compare/names/department-candidates.js';
import { projectCandidates } from '../../../src/compare/names/project-candidates.js';
import type { NameDecision, PrintedDepartment, PrintedProject } from '../../../src/model/names.js';

const place = { province: '青禾省', city: '临川市', region: '云溪区', regionCode: '990104' };
const elsewhere = { ...place, region: '北川县', regionCode: '990105' };

const office = (name: string, key: string, given: Partial<PrintedDepartment> = {}): PrintedDepartment => ({
  place,
  name,
  key,
  document: 1,
  documents: 1,
  since: 2023,
  until: 2023,
  ...given,
});

const decision = (given: Partial<NameDecision>): NameDecision => ({
  id: 1,
  kind: 'department',
  place,
  owner: null,
  name: { name: '', key: '' },
  other: { name: '', key: '' },
  same: false,
  who: null,
  at: '2025-01-01T00:00:00.000Z',
  ...given,
});

it('puts departments of one place side by side, with how often and when they are printed', () => {
  const printed = [
    office('云溪区信访办', '信访办', { documents: 1, since: 2022, until: 2022 }),
    office('云溪区信访局', '信访局', { documents: 2 }),
    office('信访局', '信访局', { documents: 5, since: 2024, until: 2025, document: 7 }),
    office('北川县信访办公室', '信访办公室', { place: elsewhere }),
  ];
  const candidates = departmentCandidates(printed, []);
  expect(candidates).toMatchObject([
    {
      kind: 'department',
      why: 'body',
      a: { name: '云溪区信访办', documents: 1, since: 2022 },
      b: {
        name: '信访局',
        printed: ['信访局', '云溪区信访局'],
        documents: 7,
        since: 2023,
        until: 2025,
        document: 7,
      },
    },
  ]);
  const apart = decision({
    name: { name: '信访局', key: '信访局' },
    other: { name: '云溪区信访办', key: '信访办' },
  });
  expect(departmentCandidates(printed, [apart])).toEqual([]);
  expect(departmentCandidates(printed, [{ ...apart, place: elsewhere }])).toHaveLength(1);
});

const owner = { department: '水利局', year: 2023, stage: 'budget' as const };
let ids = 0;
const project = (name: string, given: Partial<PrintedProject> = {}): PrintedProject => ({
  id: ++ids,
  place,
  owner,
  name,
  document: 1,
  code: null,
  agency: null,
  amountFen: null,
  at: null,
  ...given,
});

it('compares projects within a department, year and stage', () => {
  const printed = [
    project('河道清淤经费'),
    project('河道清淤', { amountFen: 500 }),
    project('校舍维修', { owner: { ...owner, department: '教育局' } }),
    project('校舍维修经费'),
  ];
  expect(projectCandidates(printed, []).map(({ a, b, why }) => [a.name, b.name, why])).toEqual([
    ['河道清淤经费', '河道清淤', 'frame'],
  ]);
  const apart = decision({
    kind: 'project',
    owner,
    name: { name: '河道清淤', key: '河道清淤' },
    other: { name: '河道清淤经费', key: '河道清淤经费' },
  });
  expect(projectCandidates(printed, [apart])).toEqual([]);
});

it.each<[string, Partial<PrintedProject>, Partial<PrintedProject>]>([
  ['another amount in one document', { amountFen: 100 }, { amountFen: 200 }],
  ['another code', { code: 'A1' }, { code: 'A2' }],
  ['another agency', { agency: '水文站' }, { agency: '河道所' }],
  ['another year in the name', { name: '2022年河道清淤' }, { name: '2023年河道清淤' }],
  ['another place in brackets', { name: '河道清淤（城东）' }, { name: '河道清淤（城西）' }],
])('%s tells two projects apart', (_, one, other) => {
  expect(projectCandidates([project('河道清淤', one), project('河道清淤经费', other)], [])).toEqual([]);
});

it('another amount in another document is what a later version may print', () => {
  const printed = [
    project('河道清淤', { amountFen: 100 }),
    project('河道清淤经费', { amountFen: 200, document: 2 }),
  ];
  expect(projectCandidates(printed, [])).toHaveLength(1);
});
