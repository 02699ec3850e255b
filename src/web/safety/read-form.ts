import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';

/**
 * The texts of a form by name, of a repeated one the last; files are left out. A request of no type has no fields.
 * @throws HTTPException 400 for what is no form, or not the whole of one; what stops a body beyond the limit passes through
 */
export async function readForm(context: Context): Promise<ReadonlyMap<string, string>> {
  if (context.req.header('content-type') === undefined) return new Map();
  const form = await context.req.formData().catch((error: unknown) => {
    if (!(error instanceof TypeError)) throw error;
    throw new HTTPException(400, { message: '提交的不是表单，或内容不完整；请回到原页再提交', cause: error });
  });
  return new Map([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}
