import { QueryError } from '../../model/facts/query-error.js';
import { requireSavable, type SavedQuestion } from '../../model/saved-question.js';
import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';

export const listQuestions = (db: Database): SavedQuestion[] =>
  prepared(db, 'SELECT name, sql, about, at FROM saved_question_rows ORDER BY name').all() as SavedQuestion[];

export const findQuestion = (db: Database, name: string): SavedQuestion | null =>
  (prepared(db, 'SELECT name, sql, about, at FROM saved_question_rows WHERE name = ?').get(name) as
    | SavedQuestion
    | undefined) ?? null;

/**
 * @param at when, ISO 8601
 * @throws QueryError on what cannot be kept, and on a name another statement has, unless it is to be replaced
 */
export function keepQuestion(
  db: Database,
  question: Omit<SavedQuestion, 'at'>,
  replace: boolean,
  at: string,
): void {
  requireSavable(question);
  const { name, sql, about } = question;
  db.transaction(() => {
    const stored = findQuestion(db, name);
    if (stored && stored.sql !== sql && !replace) {
      throw new QueryError(`已有另一条查询叫“${name}”；请换一个名称，或选“替换同名的”`);
    }
    prepared(
      db,
      `INSERT INTO saved_question_rows (name, sql, about, at) VALUES (?, ?, ?, ?)
       ON CONFLICT (name) DO UPDATE SET sql = excluded.sql, about = excluded.about, at = excluded.at`,
    ).run(name, sql, about, at);
  }).immediate();
}

export function forgetQuestion(db: Database, name: string): void {
  prepared(db, 'DELETE FROM saved_question_rows WHERE name = ?').run(name);
}
