import { countUnreadRows } from '../../model/count-unread-rows.js';
import { withDetail } from '../../model/explain-error.js';
import type { StoreCheck, StoreProblem } from '../../model/ports/care.js';
import { DOCUMENT_NUMBERS, homeNumber } from '../../model/row-id.js';
import { listOf } from '../../model/sections/section.js';
import { EVERY_SECTION } from '../../model/sections/sections.js';
import { loadReading } from '../documents/load-document.js';
import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';
import { wrongSummaries } from './check-summaries.js';

/** Rows whose reference names nothing; a row that refers to nothing lacks nothing. */
const lost = (shown: string, table: string, reference: string, home: string, key: string): string =>
  `SELECT ${shown} FROM ${table} r WHERE r.${reference} IS NOT NULL
   AND NOT EXISTS (SELECT 1 FROM ${home} h WHERE h.${key} = r.${reference})`;

/** Questions that must have no answer; each gives the text of a problem a row. */
const ORPHANS: readonly [text: string, sql: string][] = [
  ['没有存下表格', lost('path', 'document_rows', 'number', 'document_blobs', 'number')],
  ['没有路径', lost('path', 'document_rows', 'sha256', 'document_paths', 'sha256')],
  [
    '路径与最先的路径不一致',
    'SELECT path FROM document_rows o WHERE path <> (SELECT min(shown) FROM document_paths p WHERE p.sha256 = o.sha256)',
  ],
  ['较新版本不在库中', lost('path', 'document_rows', 'superseded_by', 'document_rows', 'sha256')],
  ...EVERY_SECTION.filter(({ project }) => project).map(({ table }): [string, string] => [
    `${table} 指向不存在的项目`,
    lost('project_id', table, 'project_id', 'project_rows', 'id'),
  ]),
];

/**
 * Checks the whole store: the file itself, references, summaries, and for every document that its rows are those of its
 * reading.
 * Nothing is changed.
 */
export function checkStore(db: Database): StoreCheck {
  const problems: StoreProblem[] = [
    ...db.dialect.damage(db),
    ...orphans(db),
    ...misplaced(db),
    ...summaries(db),
  ];
  const documents = prepared(db, 'SELECT sha256, path FROM document_rows ORDER BY number').all() as {
    sha256: string;
    path: string;
  }[];
  for (const document of documents) problems.push(...miscounted(db, document));
  return { documents: documents.length, problems };
}

const orphans = (db: Database): StoreProblem[] =>
  ORPHANS.flatMap(([text, sql]) =>
    prepared(db, sql)
      .pluck()
      .all()
      .map((found): StoreProblem => ({ kind: 'orphan', message: `${found}：${text}` })),
  );

const summaries = (db: Database): StoreProblem[] =>
  wrongSummaries(db).map((title) => ({ kind: 'count', message: `汇总“${title}”与逐条计数不符` }));

/** Every number between the one a content asks for and the one it has is taken, else a look-up would not find it. */
function misplaced(db: Database): StoreProblem[] {
  const rows = prepared(db, 'SELECT number, sha256, path FROM document_rows').all() as {
    number: number;
    sha256: string;
    path: string;
  }[];
  const taken = new Set(rows.map(({ number }) => number));
  const isReached = (sha256: string, number: number): boolean => {
    for (let at = homeNumber(sha256); at !== number; at = (at + 1) % DOCUMENT_NUMBERS) {
      if (!taken.has(at)) return false;
    }
    return true;
  };
  return rows
    .filter(({ sha256, number }) => !isReached(sha256, number))
    .map(({ path }) => ({ kind: 'count', message: `${path}：编号与内容不符` }));
}

const COUNTS = `SELECT o.forms, o.cells, o.unclaimed_cells AS unclaimed, o.unread_rows AS unreadRows,
  o.unread_cells AS unreadCells, (SELECT count(*) FROM unread_cell_rows u WHERE u.document = o.number) AS unreadCellRows,
  (SELECT count(*) FROM disclosure_rows d WHERE d.document = o.number) AS disclosures,
  ${[...EVERY_SECTION, { view: 'cells', table: 'cell_rows' }]
    .map(
      ({ view, table }) =>
        `(SELECT count(*) FROM ${table} r JOIN disclosure_rows d ON d.id = r.disclosure
          WHERE d.document = o.number) AS ${view}`,
    )
    .join(', ')}
  FROM document_rows o WHERE sha256 = ?`;

function miscounted(db: Database, { sha256, path }: { sha256: string; path: string }): StoreProblem[] {
  let reading: ReturnType<typeof loadReading>;
  try {
    reading = loadReading(db, sha256);
  } catch (error) {
    return [
      {
        kind: 'unreadable',
        message: withDetail(`${path}：存下的内容无法展开；请用 import --refresh 重读`, error),
      },
    ];
  }
  if (!reading) return [];
  const { disclosures, claims, unread } = reading;
  const unreadCells = unread.reduce((total, { cells }) => total + cells.length, 0);
  const expected: Record<string, number> = {
    forms: reading.forms.length,
    cells: claims.length,
    unclaimed: claims.filter(({ status }) => status === 'unclaimed').length,
    unreadRows: countUnreadRows(unread),
    unreadCells,
    unreadCellRows: unreadCells,
    disclosures: disclosures.length,
    ...Object.fromEntries(
      EVERY_SECTION.map(({ view, list }) => [
        view,
        disclosures.reduce((total, each) => total + listOf(list, each).length, 0),
      ]),
    ),
  };
  const stored = prepared(db, COUNTS).get(sha256) as Record<string, number>;
  return Object.entries(expected)
    .filter(([name, count]) => stored[name] !== count)
    .map(([name, count]) => ({
      kind: 'count',
      message: `${path}：${name} 应为 ${count}，库中为 ${stored[name]}`,
    }));
}
