import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';

/** Milliseconds in which a form must have arrived. */
const LONGEST = 60_000;

/**
 * The texts of a form by name, of a repeated one the last; files are left out. A request of no type has no fields.
 * @throws HTTPException 400 for what is no form, or not the whole of one, 408 where it does not arrive; what stops a body
 * beyond the limit passes through
 */
export async function readForm(context: Context, longest = LONGEST): Promise<ReadonlyMap<string, string>> {
  if (context.req.header('content-type') === undefined) return new Map();
  const form = await Promise.race([received(context), lateAfter(longest)]);
  return new Map([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}

async function received(context: Context): Promise<FormData> {
  try {
    return await context.req.formData();
  } catch (error) {
    const isCutOff = (error as NodeJS.ErrnoException).code === 'ECONNRESET';
    if (!isCutOff && !(error instanceof TypeError)) throw error;
    throw new HTTPException(400, { message: '提交的不是表单，或内容不完整；请回到原页再提交', cause: error });
  }
}

const lateAfter = (milliseconds: number): Promise<never> =>
  new Promise((_, reject) => {
    setTimeout(() => {
      reject(new HTTPException(408, { message: '表单没有按时传完；请回到原页再提交' }));
    }, milliseconds).unref();
  });
