import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

export const MARKS = ['useful', 'noise', 'wrong'] as const;
export type Mark = (typeof MARKS)[number];

/** What a reader said of a finding. */
const markSchema = z.object({
  /** The same in every version of a document, so that a reading outlives a file downloaded again. */
  matter: z.string(),
  /** The figures it rests on: a finding with others is another one. */
  formula: z.string(),
  rule: z.string(),
  severity: z.string(),
  mark: z.enum(MARKS, { error: `应为 ${MARKS.join('、')} 之一` }),
  why: z.string(),
});

export type MarkedFinding = z.infer<typeof markSchema>;

export const MARK_COLUMNS = ['matter', 'formula', 'rule', 'severity', 'mark', 'why'] as const;

/** One finding under one reading: what it says and the figures it says it with. */
export const keyOf = ({ matter, formula }: { matter: string; formula: string | null }): string =>
  `${matter} ${formula ?? ''}`;

/**
 * A reading of findings by its file; findings without a mark are left out.
 * @throws Error with file and line where a mark is none
 */
export function readMarks(file: string): Map<string, MarkedFinding> {
  if (!existsSync(file)) throw new Error(`没有 ${file}`);
  const rows = parse(readFileSync(file), { columns: true, bom: true, skip_empty_lines: true }) as unknown[];
  const marks = rows.flatMap((row, index) => {
    if ((row as { mark?: string }).mark === '') return [];
    const { data, error } = markSchema.safeParse(row);
    if (!data)
      throw new Error(`${file} 第 ${index + 2} 行：${error.issues.map((each) => each.message).join('；')}`);
    return [data];
  });
  return new Map(marks.map((each) => [keyOf(each), each]));
}
