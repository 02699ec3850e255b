import { QueryError } from '../model/facts/query-error.js';
import { UserError } from '../model/facts/user-error.js';
import type { NameDecision, NameWord, PrintedDepartment } from '../model/names.js';
import { placeKey } from '../model/place-key.js';
import type { NamesDecided } from '../model/ports/names.js';
import type { Store } from '../model/ports/store.js';
import { regionWithCode } from '../pipeline/subjects/region-named.js';
import { linkAnew } from './link-anew.js';
import { MOST_NAMES } from './name-candidates.js';

/** Two names a person gives, and whether they are one: the first goes by the second. */
export interface GivenNames {
  name: string;
  other: string;
  same: boolean;
  who: string | null;
}

/**
 * Keeps a person's word on two departments of one place, named as printed or by their keys.
 * @param region code or name of the place; may be left out where only one place has both
 * @throws UserError where the store has no such department, or several places have; QueryError where they are one already
 */
export async function decideDepartmentNames(
  store: Store,
  { name, other, ...word }: GivenNames,
  region?: string,
): Promise<NamesDecided> {
  const [names, others] = [await printedAs(store, name, region), await printedAs(store, other, region)];
  const pairs = new Map(
    names.flatMap((a) => {
      const b = others.find((each) => placeKey(each.place) === placeKey(a.place));
      return b ? [[placeKey(a.place), { a, b }] as const] : [];
    }),
  );
  const [pair, ...more] = pairs.values();
  if (!pair)
    throw new UserError(`没有一个地区既有“${name}”又有“${other}”；名称按所印的写，可用 --region 指明地区`);
  if (more.length > 0) {
    const places = [pair, ...more]
      .slice(0, 5)
      .map(({ a: { place } }) => regionWithCode({ ...place, name: place.region, code: place.regionCode }));
    throw new UserError(`${pairs.size} 个地区都有这两个名称（${places.join('、')}）；请用 --region 指明`);
  }
  const { a, b } = pair;
  return decide(store, {
    ...word,
    kind: 'department',
    place: b.place,
    owner: null,
    name: { name: a.name, key: a.key },
    other: { name: b.name, key: b.key },
  });
}

/** @throws UserError where the store has no department of this name or key there */
async function printedAs(store: Store, name: string, region?: string): Promise<PrintedDepartment[]> {
  const found = await store.printedDepartments({ region, department: name }, MOST_NAMES);
  const meant = [
    found.filter((each) => each.name === name),
    found.filter((each) => each.key === name),
  ].flat();
  if (meant.length > 0) return meant;
  throw new UserError(
    `${region ?? '库中'}没有部门“${name}”；名称要写全，见 mingzhang names 或 mingzhang query documents 的部门一栏`,
  );
}

/**
 * Keeps a person's word on two projects of one department, year and stage, by the ids of their rows.
 * @throws UserError where they are of two departments, years or stages: these are told by `decideLink`
 */
export async function decideProjectNames(
  store: Store,
  [id, otherId]: readonly [number, number],
  word: Pick<GivenNames, 'same' | 'who'>,
): Promise<NamesDecided> {
  const [a, b] = [await store.projectRow(id), await store.projectRow(otherId)];
  const department = (row: typeof a): string | null => row.departmentKey ?? row.department;
  const key = department(b);
  if (b.region === null || key === null) {
    throw new UserError('项目的地区或部门未定；请先用 mingzhang assign 补上');
  }
  if (placeKey(a) !== placeKey(b) || department(a) !== key) {
    throw new UserError('两个项目不属同一地区的同一部门；部门名称不同的先合并部门');
  }
  if (a.year !== b.year || a.stage !== b.stage) {
    throw new UserError(
      '两个项目不是同一年度同一阶段的；不同年度、阶段的用 mingzhang assign p12 --same-as p45（或 --not-same）指定',
    );
  }
  if (a.project === null || b.project === null || a.project === '' || b.project === '') {
    throw new UserError('没有印名称的项目不能合并');
  }
  return decide(store, {
    ...word,
    kind: 'project',
    place: { province: b.province, city: b.city, region: b.region, regionCode: b.regionCode },
    owner: { department: key, year: b.year, stage: b.stage },
    name: { name: a.project, key: a.project },
    other: { name: b.project, key: b.project },
  });
}

/** Takes a word on two names back. @throws QueryError where there is none of this number */
export async function undoNames(store: Store, id: number): Promise<NamesDecided> {
  const undone = await store.undoName(id);
  if (undone.documents > 0) await linkAnew(store);
  return undone;
}

async function decide(store: Store, word: NameWord): Promise<NamesDecided> {
  const before = word.same ? undefined : (await store.nameDecisions()).find((each) => isThis(each, word));
  if (before)
    throw new QueryError(`“${word.name.name}”与“${word.other.name}”已记为两个（第 ${before.id} 条）`);
  const decided = await store.decideName(word);
  if (decided.documents > 0) await linkAnew(store);
  return decided;
}

const isThis = (decision: NameDecision, word: NameWord): boolean =>
  !decision.same &&
  decision.kind === word.kind &&
  placeKey(decision.place) === placeKey(word.place) &&
  JSON.stringify(decision.owner) === JSON.stringify(word.owner) &&
  [decision.name.key, decision.other.key].sort().join('\n') ===
    [word.name.key, word.other.key].sort().join('\n');
