import * as z from 'zod';
import type { View, ViewColumn } from './views.js';

/** Schema of one row of the view as JSON. */
export const rowSchema = (view: View): z.ZodObject =>
  z
    .strictObject(Object.fromEntries(view.columns.map((column) => [column.name, columnSchema(column)])))
    .describe(view.meaning);

function columnSchema(column: ViewColumn): z.ZodType {
  const unit = column.unit ? `（${column.unit}）` : '';
  return valueSchema(column).nullable().describe(`${column.title}${unit}：${column.meaning}`);
}

function valueSchema({ type, values }: ViewColumn): z.ZodType {
  if (values) return z.literal([...values]);
  if (type === 'integer') return z.int();
  return type === 'real' ? z.number() : z.string();
}
