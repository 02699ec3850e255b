import { describeRegion } from '../../../normalizers/parse/region/find-region.js';
import { regionBook } from '../../../normalizers/parse/region/region-book.js';
import { regionWithCode } from './region-named.js';

interface Suggestion {
  code: string;
  name: string;
  title: string;
}

let all: readonly Suggestion[] | undefined;

/** Regions of today whose name, title or code holds the text, as titles that `regionNamed` takes; those that begin with it first. */
export function suggestRegions(text: string, most: number): string[] {
  const wanted = text.replaceAll(/\s/g, '');
  if (wanted === '') return [];
  all ??= regionsOfToday();
  const rank = ({ code, name, title }: Suggestion): number =>
    name === wanted
      ? 0
      : name.startsWith(wanted) || code.startsWith(wanted)
        ? 1
        : title.includes(wanted)
          ? 2
          : 3;
  return all
    .map((each) => ({ title: each.title, rank: rank(each) }))
    .filter((each) => each.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ title }) => title);
}

const regionsOfToday = (): Suggestion[] =>
  [...regionBook().byCode.values()]
    .flat()
    .filter(({ last }) => last === null)
    .map((row) => ({ code: row.code, name: row.name, title: regionWithCode(describeRegion(row, null)) }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
