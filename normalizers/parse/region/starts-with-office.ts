import { alternation } from '../alternation.js';
import { regionBook } from './region-book.js';

let pattern: RegExp | undefined;

/** Does the text behind a place's name begin with an office: 财政局审核, 人民政府办公室, 管委会? */
export function startsWithOffice(text: string): boolean {
  pattern ??= new RegExp(`^\\p{Script=Han}{0,16}?(?:${alternation(regionBook().words.organTails)})`, 'u');
  return pattern.test(text);
}
