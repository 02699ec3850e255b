import type { Statement, StatementLine } from '../../../model/statement.js';

/** The lines of one half as a hierarchy; indexes of Statement.lines. */
export interface LineTree {
  half: number;
  /** From the top. */
  lines: number[];
  /** Lines that sum or are carried, and items, by index. */
  line(index: number): StatementLine;
  /** Items under no other. */
  roots: number[];
  /** Direct items under an item, by code (else by level). */
  children: Map<number, number[]>;
  /** Whether codes make the hierarchy. */
  byCode: boolean;
}

/** One tree for each half of the statement. 其中 rows are in none of them. */
export function lineTrees({ lines }: Statement): LineTree[] {
  const halves = [...new Set(lines.map(({ half }) => half))];
  return halves.map((half) => {
    const own = lines.flatMap((line, index) => (line.half === half ? [index] : []));
    const items = own.filter((index) => lines[index]?.role === 'item');
    const coded = items.filter((index) => isCoded(lines[index])).length;
    const byCode = coded * 2 > items.length;
    const children = new Map<number, number[]>();
    const roots: number[] = [];
    const stack: number[] = [];
    for (const index of items) {
      const line = lines[index];
      if (!line) continue;
      while (stack.length > 0 && !isUnder(line, lines[stack.at(-1) ?? -1], byCode)) stack.pop();
      const parent = stack.at(-1);
      if (parent === undefined) roots.push(index);
      else children.set(parent, [...(children.get(parent) ?? []), index]);
      stack.push(index);
    }
    const line = (index: number): StatementLine => lines[index] ?? NOTHING;
    return { half, lines: own, line, roots, children, byCode };
  });
}

const NOTHING: StatementLine = {
  half: 0,
  side: null,
  code: null,
  item: '',
  level: null,
  role: 'part',
  figures: [],
  evidence: { place: '', quote: '', block: 0, cell: null },
};

const isCoded = (line: StatementLine | undefined): boolean => /^\d{3,}$/.test(line?.code ?? '');

function isUnder(line: StatementLine, above: StatementLine | undefined, byCode: boolean): boolean {
  if (!above) return false;
  if (byCode) {
    const [own, upper] = [line.code ?? '', above.code ?? ''];
    return upper !== '' && own.length > upper.length && own.startsWith(upper);
  }
  return line.level !== null && above.level !== null && line.level > above.level;
}

/** All items under no further item, below the given ones. */
export function leavesUnder(children: LineTree['children'], lines: number[]): number[] {
  return lines.flatMap((index): number[] => {
    const own = children.get(index);
    return own ? leavesUnder(children, own) : [index];
  });
}
