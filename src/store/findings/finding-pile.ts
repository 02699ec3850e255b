import Database from 'better-sqlite3';
import { gravity } from '../../model/facts/severities.js';
import type { Finding } from '../../model/finding.js';
import type { FindingPile } from '../../model/ports/findings.js';

/** Findings kept in a temporary file of SQLite that has no name and is gone when it is closed. */
export function findingPile(): FindingPile {
  const db = new Database('');
  db.pragma('journal_mode = OFF');
  db.exec('CREATE TABLE pile (gravity INTEGER, stake INTEGER, rule TEXT, fingerprint TEXT, data TEXT)');
  const insert = db.prepare('INSERT INTO pile VALUES (?, ?, ?, ?, ?)');
  const insertAll = db.transaction((findings: readonly Finding[]) => {
    for (const finding of findings) {
      const { severity, differenceFen, rule, fingerprint } = finding;
      const stake = Math.abs(differenceFen ?? 0);
      insert.run(gravity(severity), stake, rule, fingerprint, JSON.stringify(finding));
    }
  });
  return {
    add: (findings) => insertAll(findings),
    *[Symbol.iterator]() {
      const sorted = db
        .prepare('SELECT data FROM pile ORDER BY gravity, stake DESC, rule, fingerprint, rowid')
        .pluck();
      for (const data of sorted.iterate()) yield JSON.parse(String(data)) as Finding;
    },
    close: () => void db.close(),
  };
}
