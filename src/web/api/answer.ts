import { z } from '@hono/zod-openapi';

const Problem = z.strictObject({ error: z.string().describe('哪里不对、怎样改') }).openapi('Problem');

const json = (description: string, schema: z.ZodType) => ({
  description,
  content: { 'application/json': { schema } },
});

/** What a route answers: the data, or what was wrong with the question. */
export const answer = <S extends z.ZodType>(schema: S) => ({
  200: { description: '数据', content: { 'application/json': { schema } } },
  400: json('参数不对', Problem),
  404: json('库中没有', Problem),
});
