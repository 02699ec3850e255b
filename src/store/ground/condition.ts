import type { SqlValue } from '../../model/sql-value.js';

/** A piece of SQL with its parameters. */
export interface Condition {
  sql: string;
  params: SqlValue[];
}

const join = (conditions: Condition[], word: string, none: string): Condition => ({
  sql: conditions.length > 0 ? `(${conditions.map((each) => each.sql).join(` ${word} `)})` : none,
  params: conditions.flatMap((each) => each.params),
});

export const anyOf = (conditions: Condition[]): Condition => join(conditions, 'OR', 'FALSE');

export const allOf = (conditions: Condition[]): Condition => join(conditions, 'AND', 'TRUE');

/** The column holds the text anywhere. */
export const contains = (column: string, text: string): Condition => ({
  sql: `${column} LIKE ? ESCAPE '\\'`,
  params: [`%${escapeLike(text)}%`],
});

/** SQL of the whole numbers of a JSON array, which is its parameter; a server has them as texts. */
export const LISTED_NUMBERS = '(SELECT CAST(value AS BIGINT) FROM json_each(?))';

/** The column has one of these whole numbers. */
export const isAmong = (column: string, numbers: readonly number[]): Condition => ({
  sql: `${column} IN ${LISTED_NUMBERS}`,
  params: [JSON.stringify(numbers)],
});

/** The text with the wildcards of LIKE taken literally; for `ESCAPE '\'`. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
