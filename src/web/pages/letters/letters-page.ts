import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { slipOf } from '../../../app/evidence-slip.js';
import { addresseesOf, letterTo } from '../../../app/letters.js';
import { QueryError } from '../../../model/facts/query-error.js';
import { ownTemplate } from '../../../report/letters/fill-template.js';
import type { Site } from '../../site.js';

/** 核实函 of a department: /letters?region=…&key=…, and 取证单 of a finding: /letters/f45; Word files. */
export const lettersPage = (site: Site): Hono =>
  new Hono()
    .get('/letters', async (context) => {
      const { region, key } = context.req.query();
      if (!region || !key)
        throw new QueryError('核实函的网址要有 region（地区代码或名称）和 key（部门统一名称）');
      const asked = {
        scope: { region, department: key },
        wanted: {},
        template: ownTemplate('核实函'),
        date: new Date(),
      };
      const { addressees } = await addresseesOf(site.store, asked);
      const addressee = addressees.find(({ rows }) =>
        rows.some((row) => (row.department_key ?? row.department) === key),
      );
      if (!addressee) throw new HTTPException(404, { message: '这个部门没有待核实的疑点，没有可写的核实函' });
      const name = `核实函-${addressee.region}-${addressee.department}.docx`;
      return answerWord(context, name, await letterTo(site.store, addressee, asked));
    })
    .get('/letters/:id{f[0-9]{1,15}}', async (context) => {
      const { store, drawer } = site;
      const id = Number(context.req.param('id').slice(1));
      if (!(await store.reviewedFinding(id)))
        throw new HTTPException(404, { message: `库中没有疑点 f${id}` });
      const { bytes } = await slipOf(store, id, {
        drawer,
        template: ownTemplate('取证单'),
        date: new Date(),
      });
      return answerWord(context, `取证单-f${id}.docx`, bytes);
    });

function answerWord(context: Context, name: string, bytes: Uint8Array): Response {
  context.header('Content-Type', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document');
  context.header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
  context.header('Cache-Control', 'no-store');
  return context.body(new Uint8Array(bytes));
}
