import { UserError } from '../model/facts/user-error.js';

/** What is compared over places and years: a matter in words, an indicator in words, or the projects like one of the store. */
export type ComparedSubject =
  | { kind: 'topic'; text: string }
  | { kind: 'indicator'; text: string }
  | { kind: 'project'; id: number };

const SHORTEST = 2;

/** @throws UserError where the words say too little to be compared */
export function comparedText(text: string): string {
  if ([...text.replace(/[^\p{L}\p{N}]/gu, '')].length >= SHORTEST) return text;
  throw new UserError(`要比较的事项或指标至少两个字，不能是“${text}”`);
}
