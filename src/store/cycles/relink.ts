import type { CycleDepartment, CycleRows, DepartmentLinks } from '../../model/cycle.js';
import { placeKey } from '../../model/place-key.js';
import { LISTED_NUMBERS } from '../ground/condition.js';
import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';
import { disclosuresOf } from './cycle-department.js';
import { cycleRows } from './cycle-rows.js';

/** Departments that are to be linked, under each name they print; by that. */
export const departmentsToLink = (db: Database): CycleDepartment[] =>
  (prepared(db, 'SELECT subject FROM unlinked_rows ORDER BY subject').pluck().all() as string[]).map(
    departmentIn,
  );

function departmentIn(subject: string): CycleDepartment {
  const [province, city, region, regionCode, department] = JSON.parse(subject) as [
    string | null,
    string | null,
    string | null,
    string | null,
    string,
  ];
  return { province, city, region, regionCode, department };
}

const keyOf = ({ department, ...place }: CycleDepartment): string => `${placeKey(place)} ${department}`;

const LINK_TABLES = ['project_link_rows', 'indicator_link_rows'] as const;

/** Links a department by what it holds now, and puts that in the place of the links and outcomes it had. */
export function relink(
  db: Database,
  department: CycleDepartment,
  link: (rows: CycleRows) => DepartmentLinks,
): void {
  db.transaction(() => {
    const links = link(cycleRows(db, department));
    const disclosures = JSON.stringify(disclosuresOf(db, department));
    for (const table of LINK_TABLES) {
      for (const side of ['before', 'after']) {
        prepared(db, `DELETE FROM ${table} WHERE ${side}_disclosure IN ${LISTED_NUMBERS}`).run(disclosures);
      }
    }
    for (const table of ['outcome_rows', 'outcome_group_rows']) {
      prepared(db, `DELETE FROM ${table} WHERE disclosure IN ${LISTED_NUMBERS}`).run(disclosures);
    }
    writeLinks(db, links);
    prepared(
      db,
      `INSERT INTO outcome_group_rows
       SELECT disclosure, self_evaluation, status, ifnull(kept, ''), count(*) FROM outcome_rows
       WHERE disclosure IN ${LISTED_NUMBERS} GROUP BY 1, 2, 3, 4`,
    ).run(disclosures);
    const key = keyOf(department);
    for (const each of departmentsToLinkNamed(db, department)) {
      if (keyOf(each.department) === key)
        prepared(db, 'DELETE FROM unlinked_rows WHERE subject = ?').run(each.subject);
    }
  }).immediate();
}

/** Subjects that may be this department: those of its name. */
const departmentsToLinkNamed = (
  db: Database,
  { department }: CycleDepartment,
): { subject: string; department: CycleDepartment }[] =>
  (
    prepared(db, 'SELECT subject FROM unlinked_rows WHERE subject ->> 4 = ?')
      .pluck()
      .all(department) as string[]
  ).map((subject) => ({ subject, department: departmentIn(subject) }));

/** Of two links between the same rows the later one is kept. */
function linkInsert(table: (typeof LINK_TABLES)[number], columns: readonly string[]): string {
  const keys = ['before_disclosure', 'after_disclosure', 'before_id', 'after_id'];
  const all = [...keys, ...columns];
  return `INSERT INTO ${table} (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')})
    ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${columns.map((each) => `${each} = excluded.${each}`).join(', ')}`;
}

function writeLinks(db: Database, { projects, indicators, outcomes }: DepartmentLinks): void {
  const project = prepared(
    db,
    linkInsert('project_link_rows', ['step', 'relation', 'ground', 'likeness', 'doubtful']),
  );
  for (const link of projects) {
    project.run(
      link.beforeDisclosure,
      link.afterDisclosure,
      link.before,
      link.after,
      link.step,
      link.relation,
      link.by,
      link.likeness,
      link.doubtful ? 1 : 0,
    );
  }
  const indicator = prepared(
    db,
    linkInsert('indicator_link_rows', ['step', 'relation', 'likeness', 'doubtful']),
  );
  for (const link of indicators) {
    indicator.run(
      link.beforeDisclosure,
      link.afterDisclosure,
      link.before ?? 0,
      link.after ?? 0,
      link.step,
      link.relation,
      link.likeness,
      link.doubtful ? 1 : 0,
    );
  }
  const outcome = prepared(
    db,
    `INSERT INTO outcome_rows
       (disclosure, promised_id, adjusted_id, reported_id, next_id, reported_project_id, self_evaluation, status, kept, doubtful, halfway_id)
     SELECT disclosure, id, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM indicator_rows WHERE id = ?`,
  );
  for (const each of outcomes) {
    outcome.run(
      each.adjusted,
      each.reported,
      each.next,
      each.reportedProject,
      each.selfEvaluation,
      each.status,
      each.kept,
      each.doubtful ? 1 : 0,
      each.halfway,
      each.promised,
    );
  }
}
