import { joinedText } from '../texts/joined-text.js';
import type { FormSubject } from './subject.js';

const DIGITS = '〇一二三四五六七八九';

/** The one year a form's title names (`2023年…`, `二〇二三年…`); null without a title, a year, or with several. */
export function titleYear({ form }: FormSubject): number | null {
  const text = joinedText(form.title?.text ?? '').replace(/[零○]/g, '〇');
  const spoken = text.replace(/二[〇一二三四五六七八九]{3}(?=年)/g, (year) =>
    [...year].map((sign) => DIGITS.indexOf(sign)).join(''),
  );
  const years = new Set([...spoken.matchAll(/20\d{2}(?=年)/g)].map(([year]) => Number(year)));
  const [year] = years;
  const spans = /20\d{2}年?[-—~至到]+20\d{2}年/.test(spoken);
  return years.size === 1 && !spans ? (year ?? null) : null;
}
