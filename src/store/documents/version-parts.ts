import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';

/** Share of what two versions of one disclosure hold that must be common to both. */
const COMMON = 0.5;

/** What disclosures hold. */
export interface VersionParts {
  /** Names of projects, and whether they speak of the department as a whole. */
  matters: ReadonlySet<string>;
  /** Budget statements by kind, those of no known kind by title. */
  statements: ReadonlySet<string>;
}

/**
 * Whether another version holds so much of what the first one holds. Statements decide only where there is nothing else: packs of
 * all units of a department hold the same ones.
 */
export function holdsMostOf(before: VersionParts, after: VersionParts): boolean {
  const part = before.matters.size > 0 ? 'matters' : 'statements';
  const common = [...before[part]].filter((each) => after[part].has(each)).length;
  return common > 0 && common >= COMMON * before[part].size;
}

export type PartsOf = (disclosures: readonly number[]) => VersionParts;

export function partsReader(db: Database): PartsOf {
  const projects = prepared(db, 'SELECT project FROM project_rows WHERE disclosure = ?').pluck();
  const whole = prepared(
    db,
    `SELECT EXISTS (SELECT 1 FROM indicator_rows WHERE disclosure = :id AND project_id IS NULL)
       OR EXISTS (SELECT 1 FROM budget_rows WHERE disclosure = :id AND project_id IS NULL)`,
  ).pluck();
  const statements = prepared(
    db,
    "SELECT iif(kind = 'other', title, kind) FROM statement_rows WHERE disclosure = ?",
  ).pluck();
  return (disclosures) => ({
    matters: new Set(
      disclosures.flatMap((id) => [
        ...(projects.all(id) as string[]).map((name) => `项目 ${name}`),
        ...(whole.get({ id }) === 1 ? ['部门整体'] : []),
      ]),
    ),
    statements: new Set(disclosures.flatMap((id) => statements.all(id) as string[])),
  });
}
