import { UserError } from '../model/facts/user-error.js';
import { placeKey } from '../model/place-key.js';
import type { Store } from '../model/ports/store.js';
import { linkDepartments } from '../pipeline/subjects/link-departments.js';

/** What a person says of two projects; `undo` takes back what was said before. */
export type LinkWord = 'same' | 'not-same' | 'undo';

/**
 * Keeps a person's word on whether two projects (ids of the store) are the same; it wins over codes and names, and survives later
 * imports of the same contents.
 * @throws UserError where they are one row, of two departments, or of one year and stage; QueryError where the store lacks one
 */
export async function decideLink(
  store: Store,
  project: number,
  other: number,
  word: LinkWord,
): Promise<void> {
  const [a, b] = [await store.projectRow(project), await store.projectRow(other)];
  const department = (row: typeof a): string => `${placeKey(row)} ${row.departmentKey ?? row.department}`;
  if (project === other) throw new UserError(`p${project} 与它自己不必指定`);
  if (department(a) !== department(b)) {
    throw new UserError(`p${project} 与 p${other} 不属同一地区的同一部门；只对应一个部门自己的项目`);
  }
  if (a.year === b.year && a.stage === b.stage) {
    throw new UserError(`p${project} 与 p${other} 是同一年度同一阶段的两个项目；只对应不同年度或阶段的`);
  }
  await store.decideLink(project, other, word === 'undo' ? null : word === 'same');
  await linkDepartments(store);
}
