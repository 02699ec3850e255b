import { HTTPException } from 'hono/http-exception';
import * as z from 'zod';

const text = z.string().min(1).max(300);
const id = z.int().min(1);

/** What a button of the page says of two names. */
const buttonSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('department'), same: z.boolean(), region: text, name: text, other: text }),
  z.strictObject({ kind: z.literal('project'), same: z.boolean(), name: id, other: id }),
]);
export type NameButton = z.infer<typeof buttonSchema>;

/** @throws HTTPException 400 for what no button says */
export function readNameButton(given: string | undefined): NameButton {
  try {
    return buttonSchema.parse(JSON.parse(given ?? ''));
  } catch (cause) {
    throw new HTTPException(400, { message: '表单里没有要合并或分开的名称；请回到“名称”页再按一次', cause });
  }
}
