import type { Database } from 'better-sqlite3';
import { prepared } from '../ground/rows.js';

/** Share of what two versions of one disclosure hold that must be common to both. */
const COMMON = 0.5;

/** Whether another version holds so much of what the first one holds. */
export function holdsMostOf(before: ReadonlySet<string>, after: ReadonlySet<string>): boolean {
  const common = [...before].filter((part) => after.has(part)).length;
  return common > 0 && common >= COMMON * before.size;
}

/** What disclosures hold: names of projects, and whether they speak of the department as a whole. */
export function partsReader(db: Database): (disclosures: readonly number[]) => Set<string> {
  const projects = prepared(db, 'SELECT project FROM project_rows WHERE disclosure = ?').pluck();
  const whole = prepared(
    db,
    `SELECT EXISTS (SELECT 1 FROM indicator_rows WHERE disclosure = :id AND project_id IS NULL)
       OR EXISTS (SELECT 1 FROM budget_rows WHERE disclosure = :id AND project_id IS NULL)`,
  ).pluck();
  return (disclosures) =>
    new Set(
      disclosures.flatMap((id) => [
        ...(projects.all(id) as string[]).map((name) => `项目 ${name}`),
        ...(whole.get({ id }) === 1 ? ['部门整体'] : []),
      ]),
    );
}
