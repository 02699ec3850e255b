import { grouped } from './grouped.js';
import type { SeenRow } from './indicator-rows.js';

/** What the store says of one document. */
export interface StoredDocument {
  rows: SeenRow[];
  /** Texts of cells that the reading names as unread, with their pages. */
  unreadCells: { page: number; text: string }[];
  /** Rows named as unread that have no cell: lines of text. */
  unreadLines: number;
}

/** What became of each printed row; `lost` is never made up for by a surplus elsewhere. */
export interface Matching {
  stored: SeenRow[];
  unread: SeenRow[];
  lost: SeenRow[];
  /** Rows of the store that no printed row answers to. */
  unseen: SeenRow[];
}

type Key = SeenRow & { order: number };
type Test = (seen: Key, stored: Key) => boolean;

const SIMILAR = 0.6;

/** From the surest to the least sure way of knowing a printed row in the store; every stored row answers to one printed row. */
const TESTS: Test[] = [
  (seen, stored) => samePage(seen, stored) && sameName(seen, stored) && sameTarget(seen, stored),
  (seen, stored) => samePage(seen, stored) && sameName(seen, stored),
  (seen, stored) => nextPage(seen, stored) && sameName(seen, stored) && sameTarget(seen, stored),
  (seen, stored) => samePage(seen, stored) && likeName(seen, stored) && sameTarget(seen, stored),
  (seen, stored) => nextPage(seen, stored) && likeName(seen, stored) && sameTarget(seen, stored),
  (seen, stored) => samePage(seen, stored) && likeName(seen, stored),
];

/** Sets printed rows against stored ones row by row: by page, name and value, letters and figures alone. */
export function matchRows(seen: readonly SeenRow[], document: StoredDocument): Matching {
  const waiting = new Map(seen.map((row, order) => [order, { key: keyOf(row, order), row }]));
  const free = new Map(document.rows.map((row, order) => [order, { key: keyOf(row, order), row }]));
  const found: { stored: Key; seen: Key; row: SeenRow }[] = [];
  for (const test of TESTS) {
    const byPage = grouped(free.values(), ({ key }) => key.page);
    for (const { key, row } of [...waiting.values()]) {
      const near = [key.page, key.page - 1, key.page + 1].flatMap((page) => byPage.get(page) ?? []);
      const answer = near.find(({ key: stored }) => free.has(stored.order) && test(key, stored));
      if (!answer) continue;
      free.delete(answer.key.order);
      waiting.delete(key.order);
      found.push({ stored: answer.key, seen: key, row });
    }
  }
  const { unread, lost } = unreadOrLost([...waiting.values()], document);
  const unseen = [...free.values()].filter(({ key }) => !found.some(({ seen }) => isPart(key, seen)));
  return { stored: found.map(({ row }) => row), unread, lost, unseen: unseen.map(({ row }) => row) };
}

function unreadOrLost(
  rows: { key: Key; row: SeenRow }[],
  { unreadCells, unreadLines }: StoredDocument,
): Pick<Matching, 'unread' | 'lost'> {
  const texts = new Map<number, string>();
  for (const { page, text } of unreadCells) texts.set(page, `${texts.get(page) ?? ''}\n${plain(text)}`);
  const isTold = ({ page, name, target }: Key): boolean =>
    [page - 1, page].some((each) => texts.get(each)?.includes(name || target));
  const unread = rows.filter(({ key }) => isTold(key)).map(({ row }) => row);
  const rest = rows.filter(({ key }) => !isTold(key)).map(({ row }) => row);
  return { unread: [...unread, ...rest.slice(0, unreadLines)], lost: rest.slice(unreadLines) };
}

/** A row that the reading made of one line of a cell with several. */
const isPart = (stored: Key, seen: Key): boolean =>
  samePage(seen, stored) &&
  seen.name !== stored.name &&
  seen.name.includes(stored.name) &&
  sameTarget(seen, stored);

const samePage: Test = (seen, stored) => seen.page === stored.page;
const nextPage: Test = (seen, stored) => Math.abs(seen.page - stored.page) === 1;
const sameName: Test = (seen, stored) => seen.name === stored.name;
const sameTarget: Test = (seen, stored) =>
  seen.target.includes(stored.target) || stored.target.includes(seen.target);

function likeName({ name: a }: Key, { name: b }: Key): boolean {
  if (!a || !b) return true;
  return a.includes(b) || b.includes(a) || sharedPairs(a, b) >= SIMILAR;
}

/** Dice's coefficient of the pairs of letters. */
function sharedPairs(a: string, b: string): number {
  const pairs = (text: string): Set<string> =>
    new Set([...text].slice(1).map((letter, index) => [...text][index] + letter));
  const [first, second] = [pairs(a), pairs(b)];
  const shared = [...first].filter((pair) => second.has(pair)).length;
  return (2 * shared) / Math.max(1, first.size + second.size);
}

const keyOf = ({ page, name, target }: SeenRow, order: number): Key => ({
  order,
  page,
  name: plain(name).replace(/^指标\d+/, ''),
  target: plain(target),
});

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
