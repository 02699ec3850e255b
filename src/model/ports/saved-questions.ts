import type { SavedQuestion } from '../saved-question.js';

/** Statements that people keep under names. Every method throws StoreError when the store cannot be used. */
export interface SavedQuestions {
  /** All, by name. */
  savedQuestions(): Promise<SavedQuestion[]>;
  /** The one of this name; null where there is none. */
  savedQuestion(name: string): Promise<SavedQuestion | null>;
  /**
   * Keeps a statement under its name.
   * @param replace in place of another statement of that name
   * @throws QueryError on a bad name, and on one that another statement has, unless it is to be replaced
   */
  saveQuestion(question: Omit<SavedQuestion, 'at'>, replace?: boolean): Promise<void>;
  /** Takes the one of this name out; nothing happens where there is none. */
  removeQuestion(name: string): Promise<void>;
}
