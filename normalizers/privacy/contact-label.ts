import { alternation } from '../parse/alternation.js';
import { privacyWords } from './privacy-words.js';

/** What a cell that holds only a label announces for the cell after it. */
export interface ContactLabel {
  /** A name; `office-or-person`: only with a surname. */
  name: 'person' | 'office-or-person' | null;
  phone: boolean;
}

/** Reads a cell that holds nothing but a contact label (填表人：, 联系人及电话, 项目负责人); null for every other text. */
export function contactLabel(text: string): ContactLabel | null {
  const { person, leader, phone, whole, duty } = patterns();
  const plain = text.replace(/\s+/g, '');
  if (duty.test(plain)) return { name: 'office-or-person', phone: false };
  if (!whole.test(plain)) return null;
  const name = person.test(plain) ? 'person' : leader.test(plain) ? 'office-or-person' : null;
  return { name, phone: phone.test(plain) };
}

type Part = 'person' | 'leader' | 'phone' | 'whole' | 'duty';

let compiled: Record<Part, RegExp> | undefined;

function patterns(): Record<Part, RegExp> {
  if (!compiled) {
    const words = privacyWords();
    const label = alternation([...words.personLabels, ...words.leaderLabels, ...words.phoneLabels]);
    const owner = '\\p{Script=Han}{0,8}?';
    const notes = `(?:[（(][^（()）]{0,12}[）)]|${alternation(words.signNotes)})*`;
    compiled = {
      person: new RegExp(alternation(words.personLabels)),
      leader: new RegExp(alternation(words.leaderLabels)),
      phone: new RegExp(alternation(words.phoneLabels)),
      duty: new RegExp(
        `^(?:${alternation(words.owners)})?(?:${alternation(words.dutyLabels)})${notes}[:：]?$`,
      ),
      whole: new RegExp(`^${owner}(?:${label})${notes}(?:[及和、/](?:其)?(?:${label})${notes})?[:：]?$`, 'u'),
    };
  }
  return compiled;
}
