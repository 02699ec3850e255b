const DAY = /(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})[日号]|(底|末)|(上旬)|(中旬))?/g;
const LAST_OF_MONTH = 31;

/** A day of a year, counted as month × 31 + day. */
export interface NamedDay {
  year: number | null;
  day: number;
  /** The text names one day, and no other. */
  isOnly: boolean;
}

/** The last day a text names; null where it names none. */
export function dayOf(text: string): NamedDay | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  if (/年底|年末|全年/.test(plain) && !/月/.test(plain))
    return { year: yearIn(plain), day: 12 * LAST_OF_MONTH + LAST_OF_MONTH, isOnly: true };
  const named = [...plain.matchAll(DAY)];
  const [match] = named.slice(-1);
  if (!match) return null;
  const [, year, month, day, , early, middle] = match;
  const ofMonth = day === undefined ? (early ? 10 : middle ? 20 : LAST_OF_MONTH) : Number(day);
  return {
    year: year === undefined ? null : Number(year),
    day: Number(month) * LAST_OF_MONTH + ofMonth,
    isOnly: named.length === 1 && !/每|前后|左右/.test(plain),
  };
}

const yearIn = (text: string): number | null => {
  const year = /(\d{4})年/.exec(text)?.[1];
  return year === undefined ? null : Number(year);
};
