import type { IndicatorTableRow } from '../../form/form.js';
import type { CellAt } from '../../form/ledger.js';
import { joinLines } from '../../words/label-text.js';

/**
 * The indicators of a row whose name cell holds several, numbered (1.清淤长度⏎2.水闸数量), where the target cell holds as many:
 * numbered in the same way, or one a line. Operators, units, figures and other columns are dealt out where they hold as many
 * lines; else a weight or score stays with the first, words stay with all. Any other row is returned as it is.
 */
export function splitNumbered(row: IndicatorTableRow): IndicatorTableRow[] {
  const [name] = [row.name];
  const [target, second] = row.target;
  if (!target || second || row.nameText !== joinLines(name.cell.text)) return [row];
  const names = numberedItems(name.cell.text);
  const targets = names && itemsOf(target.cell.text, names.length);
  if (!names || !targets) return [row];
  const dealt = Object.entries(row.others).map(([role, cells]) => [role, deal(cells, names.length)] as const);
  const operators = deal(row.operator, names.length);
  const units = deal(row.unit, names.length);
  return names.map((text, i) => ({
    ...row,
    name: partOf(name, text),
    nameText: text,
    target: [partOf(target, targets[i] ?? '')],
    operator: operators?.[i] ?? row.operator,
    unit: units?.[i] ?? row.unit,
    others: Object.fromEntries(
      dealt.flatMap(([role, cells]) => {
        const own = cells?.[i] ?? (i > 0 && FIGURES.has(role) ? undefined : row.others[role]);
        return own ? [[role, own]] : [];
      }),
    ),
  }));
}

const FIGURES = new Set(['weight', 'score']);

const partOf = (at: CellAt, part: string): CellAt => ({ ...at, part });

/** The lines of a lone cell, one for each of `count` indicators; null where it holds another number of them. */
function deal(cells: readonly CellAt[], count: number): CellAt[][] | null {
  const [only, second] = cells;
  const items = only && !second ? itemsOf(only.cell.text, count) : null;
  return only && items ? items.map((text) => [partOf(only, text)]) : null;
}

/** Numbered items, else lines; null unless there are `count`. */
function itemsOf(text: string, count: number): string[] | null {
  const lines = text.split('\n').flatMap((line) => line.trim() || []);
  const items = numberedItems(text) ?? lines;
  return items.length === count ? items : null;
}

const MARK =
  /(?:^|(?<=[\s；;。，,、)）]|\p{Script=Han}|%|％))(?:指标\s*)?(?:[（(](\d{1,2})[）)]|(\d{1,2})\s*(?:[、)）]|[.．:：](?!\d))|([①-⑳]))/gu;

/** The items of a text that are numbered 1, 2, 3 … from its beginning; null where fewer than two are. */
export function numberedItems(text: string): string[] | null {
  const starts: { from: number; to: number }[] = [];
  for (const mark of text.matchAll(MARK)) {
    const circled = mark[3] ? mark[3].charCodeAt(0) - 0x245f : 0;
    if (Number(mark[1] ?? mark[2] ?? circled) !== starts.length + 1) continue;
    if (starts.length === 0 && text.slice(0, mark.index).trim() !== '') return null;
    starts.push({ from: mark.index, to: mark.index + mark[0].length });
  }
  if (starts.length < 2) return null;
  const items = starts.map(({ to }, i) =>
    joinLines(text.slice(to, starts[i + 1]?.from ?? text.length))
      .replace(/[；;，,、。\s]+$/, '')
      .trim(),
  );
  return items.every((item) => item !== '') ? items : null;
}
