import type { ViewFilter } from '../../src/model/filters.js';
import { hasFilter } from '../../src/model/filters.js';
import type { SearchHit } from '../../src/model/ports/questions.js';
import type { Store } from '../../src/model/ports/store.js';
import { VIEWS, type View } from '../../src/model/views.js';
import { collected } from './collected.js';

const FILTERS: readonly ViewFilter[] = [
  {},
  { year: 2023 },
  { region: '9902' },
  { region: '青禾省', stage: 'budget' },
  { department: '水利' },
  { project: '河道' },
  { text: '宣传' },
  { text: '清' },
  { level1: '产出' },
  { level2: '数量指标', kind: 'number' },
  { severity: 'warning' },
  { rule: 'goal-differs' },
  { rule: 'goal-differs', all: true },
  { unresolved: true },
];

const SEARCHES = [
  '宣传',
  '清',
  '河道清淤',
  '普法 OR 清淤',
  '宣传 NOT 普法',
  '(普法 OR 河道) AND 宣传',
  '满意',
];

const applies = (view: View, filter: ViewFilter): boolean =>
  Object.keys(filter).every((name) => hasFilter(view, name as keyof ViewFilter));

const byPlace = (hits: readonly SearchHit[]): string[] => hits.map((hit) => JSON.stringify(hit)).sort();

/** What a store answers to every question, by question. */
export async function everyAnswer(store: Store): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {};
  const ask = async (name: string, answer: Promise<unknown>): Promise<void> => {
    answers[name] = await answer;
  };
  for (const view of [
    ...VIEWS,
    ...VIEWS.map(({ name, ...rest }) => ({ ...rest, name: `current_${name}` })),
  ]) {
    const isThere = (await store.sql(`SELECT 1 FROM "${view.name}" LIMIT 1`).catch(() => null)) !== null;
    if (!isThere) continue;
    for (const filter of FILTERS.filter((each) => applies(view, each))) {
      const name = `${view.name} ${JSON.stringify(filter)}`;
      await ask(name, store.query(view.name, filter));
      await ask(`${name} page`, store.query(view.name, filter, { limit: 3, offset: 2 }));
      await ask(`${name} stream`, collected(store.rows(view.name, filter)));
      await ask(`${name} count`, store.count(view.name, filter));
      await ask(`${name} facets`, store.facets(view.name, filter));
    }
    for (const { name } of view.columns) {
      await ask(`${view.name} by ${name}`, store.query(view.name, {}, { sort: `-${name}`, limit: 5 }));
    }
    await ask(
      `${view.name} distinct`,
      store.distinct(
        view.name,
        view.columns.slice(0, 4).map(({ name }) => name),
      ),
    );
  }
  for (const text of SEARCHES) {
    for (const scope of [{}, { region: '9902' }, { year: 2023 }, { views: ['indicators'] }]) {
      const name = `search ${text} ${JSON.stringify(scope)}`;
      // Which of two hits fits better each engine weighs by its own counts of words.
      await ask(name, store.search(text, { ...scope, limit: 1_000 }).then(byPlace));
      await ask(`${name} counts`, store.searchCounts(text, scope));
    }
  }
  for (const by of ['province', 'year', 'stage', 'format', 'outcome'] as const)
    await ask(by, store.countBy(by));
  await ask('summary', store.summary());
  await ask('overview', store.overview());
  await ask('places', store.publishedPlaces({}));
  await ask('readings', store.listReadings({}));
  await ask('reviews', store.listReviews());
  await ask('count reviews', store.countReviews());
  await ask('count departments', store.countReviewsByDepartment());
  await ask('changed', store.changedReviews());
  await ask('latest', store.latestCounts());
  await ask('cycles', store.cycleDepartments({}));
  await ask('to link', store.departmentsToLink());
  await ask('outcomes', store.outcomeCounts({}));
  await ask('departments', store.printedDepartments({}, 50));
  await ask('projects', store.printedProjects({}, 50));
  await ask('department rows', store.departmentRows({ department: '水利局' }));
  await ask('forms', store.formRows({}));
  await ask('seen', store.departmentsSeen({}));
  await ask('statements', store.statementRows({}));
  for (const level of ['province', 'city', 'region'] as const) await ask(level, store.placeYears({}, level));
  const search = { names: [{ pairs: ['普法', '宣传'], least: 1 }], texts: ['宣传'] };
  await ask('found projects', store.findProjects(search, {}));
  await ask('nearest projects', store.nearestProjects(search, {}, 5));
  await ask('nearest indicators', store.nearestIndicators(search, {}, 5));
  await ask('check', store.check());
  await ask('dump', store.dump());
  return answers;
}
