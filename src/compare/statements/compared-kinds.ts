import * as z from 'zod';
import { loadData } from '../../model/load-data.js';
import { COLUMN_KINDS, type ColumnKind, STATEMENT_KINDS, type StatementKind } from '../../model/statement.js';
import { plainName } from './plain-name.js';

const words = z.array(z.string().min(1)).min(1);

const lineSchema = z.strictObject({
  name: z.string().regex(/^[a-z-]+$/),
  title: z.string().min(1),
  /** Only in this half of the table. */
  side: z.enum(['income', 'expenditure']).optional(),
  /** It stands in the row that sums the others … */
  isTotal: z.literal(true).optional(),
  /** … in the first of these kinds of column that there is; any sole column without them. */
  columns: z.array(z.enum(Object.keys(COLUMN_KINDS) as [ColumnKind, ...ColumnKind[]])).optional(),
  /** Of its class, where the row prints one. */
  code: z.string().regex(/^\d+$/).optional(),
  /** Names of its row or column, plain; the first that there is. */
  whole: words.optional(),
  /** What the name of its row or column holds; of several lines the longest word decides. */
  holds: words.optional(),
});

const schema = z.strictObject({
  /** Rows that sum the others. */
  totals: words,
  kinds: z.record(z.string(), z.strictObject({ short: words, lines: z.array(lineSchema).min(1) })),
});

/** A line that statements of a kind have in common, and how it is found. */
export type LineSought = z.infer<typeof lineSchema>;

const { totals, kinds } = loadData('statements/compared-lines.json', schema);

export const TOTALS: ReadonlySet<string> = new Set(totals);

/** The kinds of statement that are compared, with what people call them. `other` has no lines in common. */
export const COMPARED_KINDS: readonly StatementKind[] = (
  Object.keys(STATEMENT_KINDS) as StatementKind[]
).filter((kind) => kinds[kind] !== undefined);

/** The lines compared of statements of a kind, the main one first; none of `other`. */
export const comparedLines = (kind: StatementKind): readonly LineSought[] => kinds[kind]?.lines ?? [];

/** The kind people mean by its id, its title or a short word (三公, 支出总表); null for none that is compared. */
export function statementKindNamed(text: string): StatementKind | null {
  const wanted = plainName(text);
  return (
    COMPARED_KINDS.find(
      (kind) =>
        kind === text.trim() ||
        [STATEMENT_KINDS[kind], ...(kinds[kind]?.short ?? [])].map(plainName).includes(wanted),
    ) ?? null
  );
}
