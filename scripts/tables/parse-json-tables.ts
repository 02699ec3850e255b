import { z } from 'zod';
import { cellsOfRows, type TableCells } from './table-cells.js';

const ROWS = z.array(z.array(z.string()));
const GRID = z.object({
  cells: z.array(z.object({ row: z.number(), column: z.number(), text: z.string() })),
});
const TABULA = z.object({ data: z.array(z.array(z.object({ text: z.string() }))) });
const TABLE = z.union([
  ROWS.transform(cellsOfRows),
  GRID.transform(({ cells }): TableCells => cells),
  z.object({ rows: ROWS }).transform(({ rows }) => cellsOfRows(rows)),
  TABULA.transform(({ data }) => cellsOfRows(data.map((row) => row.map(({ text }) => text)))),
]);
const FILE = z.union([
  z.array(TABLE),
  z.object({ tables: z.array(TABLE) }).transform(({ tables }) => tables),
  z.object({ grids: z.array(TABLE) }).transform(({ grids }) => grids),
  TABLE.transform((table) => [table]),
]);

/**
 * The tables of a JSON file: one table, a list of them, or such a list as `tables` or `grids`. A table is rows of texts, `rows` of
 * texts, a grid (`cells` with row, column, text, as `extract --grids json` writes them) or tabula's `data`.
 * @throws Error where it is none of these
 */
export function parseJsonTables(json: string): TableCells[] {
  return FILE.parse(JSON.parse(json));
}
