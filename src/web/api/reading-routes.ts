import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';
import type { Disclosure } from '../../model/disclosure.js';
import type { ReadDocument } from '../../model/document.js';
import { QueryError } from '../../model/facts/query-error.js';
import type { Located } from '../../model/ports/questions.js';
import type { Store } from '../../model/ports/store.js';
import { readingAsJson } from '../../report/reading-as-json.js';
import { rowsOfKind } from '../../report/value-fields.js';
import { documentNumbered } from '../document-numbered.js';
import type { Site } from '../site.js';
import { answer } from './answer.js';

const documentRoute = createRoute({
  method: 'get',
  path: '/documents/{id}',
  summary: '一份文档读成什么',
  description:
    '与 mingzhang extract 的输出相同：文档、各部门的预算、项目、指标、支出明细，每个值带原文和位置。',
  request: {
    params: z.strictObject({
      id: z
        .string()
        .regex(/^\d{1,11}$/)
        .describe('文档编号'),
    }),
  },
  responses: answer(
    z.strictObject({
      document: z.looseObject({}).describe('文档：路径、格式、读取结果、单元格去向'),
      disclosures: z.array(z.looseObject({})).describe('每个部门、年度、阶段一份'),
    }),
  ),
});

const valueRoute = createRoute({
  method: 'get',
  path: '/values/{key}',
  summary: '一个值或一条疑点的来历',
  request: {
    params: z.strictObject({
      key: z
        .string()
        .regex(/^[bpicwf]\d{1,16}$/)
        .describe('i123 指标、p12 项目、b7 预算、c9 支出明细、w3 重点工作、f45 疑点'),
    }),
  },
  responses: answer(
    z.strictObject({
      kind: z.string().describe('种类'),
      document: z
        .strictObject({ sha256: z.string().describe('内容指纹'), path: z.string().describe('路径') })
        .describe('所在文档'),
      value: z.looseObject({}).describe('各字段及其出处：原文（quote）与位置（place）'),
    }),
  ),
});

/** /documents/{id} and /values/{key}: what was read, with the cell of every value. */
export const readingRoutes = (api: OpenAPIHono, { store }: Site): void => {
  api.openapi(documentRoute, async (context) => {
    const sha256 = await documentNumbered(store, String(context.req.valid('param').id));
    return context.json(readingAsJson(await load(store, sha256)), 200);
  });
  api.openapi(valueRoute, async (context) => {
    const { key } = context.req.valid('param');
    const located = await locate(store, key);
    const { path, disclosures } = await load(store, identify(located).sha256);
    const value = valueMeant(located, disclosures);
    if (!value) throw new HTTPException(404, { message: `库中没有编号 ${key}` });
    return context.json({ kind: located.kind, document: { ...identify(located), path }, value }, 200);
  });
};

/** @throws HTTPException 404 where the store has no such id */
async function locate(store: Store, key: string): Promise<Located> {
  try {
    return await store.locate(key);
  } catch (error) {
    if (error instanceof QueryError) throw new HTTPException(404, { message: error.message });
    throw error;
  }
}

const identify = (located: Located): { sha256: string } => ({
  sha256: located.kind === 'finding' ? located.finding.document : located.sha256,
});

function valueMeant(located: Located, disclosures: readonly Disclosure[]): object | null {
  if (located.kind === 'finding') return located.finding;
  if (located.kind === 'document') return null;
  const disclosure = disclosures[located.disclosure];
  return (disclosure && rowsOfKind(disclosure, located.kind)[located.index]?.value) ?? null;
}

async function load(store: Store, sha256: string): Promise<ReadDocument> {
  const document = await store.load(sha256);
  if (!document) throw new HTTPException(404, { message: `文档 ${sha256.slice(0, 12)} 已不在库中` });
  return document;
}
