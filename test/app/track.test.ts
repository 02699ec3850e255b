import { describe, expect, it, onTestFinished } from 'vitest';
import { decideLink } from '../../src/app/decide-link.js';
import { track, trackWords } from '../../src/app/track.js';
import { QueryError } from '../../src/model/facts/query-error.js';
import { UserError } from '../../src/model/facts/user-error.js';
import type { Store } from '../../src/model/ports/store.js';
import type { DepartmentTrack, RegionTrack } from '../../src/model/track.js';
import { linkDepartments } from '../../src/pipeline/subjects/link-departments.js';
import { openSqliteStore } from '../../src/store/open-sqlite-store.js';
import { saveStory } from '../support/cycle-story.js';
import { buildDocument } from '../support/document-builder.js';

async function story(): Promise<Store> {
  const store = openSqliteStore(':memory:');
  onTestFinished(() => store.close());
  await saveStory(store);
  return store;
}

const ofDepartment = async (store: Store): Promise<DepartmentTrack> =>
  (await track(store, { region: '云溪区', department: '水利局' })) as DepartmentTrack;

describe('track', () => {
  it('follows a project under all its names from promise to result to promise', async () => {
    const { projects } = await ofDepartment(await story());
    const [dredging] = projects;
    expect(
      dredging?.years.map(({ year, name, promisedFen, adjustedFen, spentFen, rate }) => [
        year,
        name,
        promisedFen,
        adjustedFen,
        spentFen,
        rate,
      ]),
    ).toEqual([
      [2022, '河道清淤经费', 60_000_000, null, 54_200_000, 98.55],
      [2023, '2023年河道清淤经费', 62_000_000, 50_000_000, 49_500_000, 99],
      [2024, '河道清淤及岸线管护经费', 70_000_000, null, null, null],
    ]);
    expect(
      dredging?.years[0]?.indicators.map(
        ({ name, promised, repeated, actual, score, next, status, kept, marks }) => [
          name,
          promised,
          repeated,
          actual,
          score,
          next,
          status,
          kept,
          marks,
        ],
      ),
    ).toEqual([
      [
        '清淤河道长度',
        '≥20公里',
        '≥20公里',
        '31公里',
        25,
        '≥18公里',
        'exceeded',
        'exceeded',
        ['bar-lowered'],
      ],
      ['巡河次数', '≥200次', '≥150次', '168次', 15, '≥200次', 'changed', 'missed', ['full-score']],
      ['群众满意度', '≥95%', '≥95%', '91%', 5, '≥95%', 'missed', 'missed', ['full-score']],
      ['水质达标率', '≥90%', null, null, null, null, 'dropped', null, []],
    ]);
    expect(dredging?.years.map(({ marks }) => marks)).toEqual([['weight-moved'], [], []]);
  });

  it('tells what was split, what was never reported and whose budget differs', async () => {
    const { projects } = await ofDepartment(await story());
    expect(projects.map(({ name, years }) => [name, years.map(({ tie }) => tie?.relation ?? null)])).toEqual([
      ['河道清淤及岸线管护经费', [null, 'same', 'renamed']],
      ['水利工程维修养护经费', [null, 'split']],
      ['节水宣传经费', [null]],
      ['山洪预警经费', ['split', 'same']],
    ]);
    expect(projects[1]?.years.map(({ marks }) => marks)).toEqual([['budget-differs'], ['not-reported']]);
    expect(projects[2]?.years[0]?.marks).toEqual(['not-reported']);
    expect(projects[3]?.years.map(({ marks }) => marks)).toEqual([['not-reported'], []]);
  });

  it('counts with denominators, by year and by department, alike', async () => {
    const store = await story();
    const { summaries } = await ofDepartment(store);
    expect(summaries[0]).toEqual({
      year: 2022,
      promised: 7,
      evaluated: 6,
      reported: 5,
      comparable: 5,
      kept: 3,
      exceeded: 1,
      missed: 2,
      changed: 1,
      dropped: 1,
    });
    const { departments, total } = (await track(store, { region: '青禾省' })) as RegionTrack;
    expect(departments.map(({ year, promised, kept }) => [year, promised, kept])).toEqual(
      summaries.map(({ year, promised, kept }) => [year, promised, kept]),
    );
    expect(total.promised).toBe(15);
  });

  it('follows one project alone, by any of its rows', async () => {
    const store = await story();
    const whole = await ofDepartment(store);
    for (const id of [whole.projects[0]?.years[1]?.promisedId, whole.projects[0]?.years[0]?.reportedIds[0]]) {
      const one = (await track(store, { project: id ?? 0 })) as DepartmentTrack;
      expect(one.projects).toEqual([whole.projects[0]]);
      expect(one.project).not.toBeNull();
    }
  });

  it('shows what a self-evaluation says where no promise is to hand', async () => {
    const store = openSqliteStore(':memory:');
    onTestFinished(() => store.close());
    await store.save(
      buildDocument({
        disclosures: [
          {
            stage: 'self-evaluation',
            projects: [{ name: '护林', indicators: [{ name: '巡山', target: '天天巡', actual: '天天巡' }] }],
          },
        ],
      }),
    );
    await linkDepartments(store);
    const { projects, summaries } = await ofDepartment(store);
    expect(projects[0]?.years[0]?.indicators).toMatchObject([{ status: null, kept: 'met', marks: [] }]);
    expect(projects[0]?.years[0]?.marks).toEqual(['no-promise']);
    expect(summaries).toEqual([]);
  });

  it('takes words for a project, a region, a department, or both', async () => {
    const store = await story();
    const { projects } = await ofDepartment(store);
    const id = projects[0]?.years[0]?.promisedId ?? 0;
    expect(await trackWords(store, [`p${id}`])).toEqual({ project: id });
    expect(await trackWords(store, ['青禾省'])).toEqual({ region: '青禾省' });
    expect(await trackWords(store, ['水利局'])).toEqual({ department: '水利局' });
    expect(await trackWords(store, ['云溪区', '水利局'])).toEqual({ region: '云溪区', department: '水利局' });
    await expect(track(store, { region: '无此地' })).rejects.toThrow(QueryError);
    await expect(track(store, {})).rejects.toThrow(UserError);
    await expect(track(store, { project: 1 })).rejects.toThrow(QueryError);
  });
});

describe('decideLink', () => {
  it('puts apart and together what a person says, and refuses what cannot be', async () => {
    const store = await story();
    const { projects } = await ofDepartment(store);
    const [first, second] = [projects[0]?.years[0]?.promisedId ?? 0, projects[0]?.years[1]?.promisedId ?? 0];
    const other = projects[2]?.years[0]?.promisedId ?? 0;
    await decideLink(store, first, second, 'not-same');
    expect((await ofDepartment(store)).projects.map(({ years }) => years.length).sort()).not.toContain(3);
    await decideLink(store, second, other, 'same');
    const water = (await ofDepartment(store)).projects.find(({ years }) => years[0]?.name === '节水宣传经费');
    expect(water?.years[1]).toMatchObject({ name: '2023年河道清淤经费', tie: { by: 'hand' } });
    await decideLink(store, second, other, 'undo');
    await decideLink(store, second, first, 'undo');
    expect((await ofDepartment(store)).projects).toEqual(projects);
    await expect(decideLink(store, first, first, 'same')).rejects.toThrow('自己');
    await expect(decideLink(store, first, other, 'same')).rejects.toThrow('同一年度');
    await expect(decideLink(store, first, 1, 'same')).rejects.toThrow(QueryError);
  });
});
