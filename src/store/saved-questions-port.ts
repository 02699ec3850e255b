import type { SavedQuestions } from '../model/ports/saved-questions.js';
import type { Database } from './ground/database.js';
import type { Face } from './ground/face.js';
import { findQuestion, forgetQuestion, keepQuestion, listQuestions } from './sql/saved-questions.js';

/** @param now when something is written down, ISO 8601 */
export const savedQuestionsPort = (db: Database, { ask }: Face, now: () => string): SavedQuestions => ({
  savedQuestions: () => ask(() => listQuestions(db)),
  savedQuestion: (name) => ask(() => findQuestion(db, name)),
  saveQuestion: (question, replace = false) => ask(() => keepQuestion(db, question, replace, now())),
  removeQuestion: (name) => ask(() => forgetQuestion(db, name)),
});
