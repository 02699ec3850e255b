import { Readable } from 'node:stream';
import { type Context, Hono } from 'hono';
import { tabulateStore, tabulationAsked } from '../../../app/tabulate.js';
import { SUBJECT_FILTERS, subjectAsked } from '../../../model/filters.js';
import {
  MEASURES,
  type Measure,
  PLACE_LEVELS,
  type PlaceLevel,
  type Tabulation,
} from '../../../model/tabulation.js';
import { renderList } from '../../../report/render-list.js';
import { tabulationColumns, tabulationRows } from '../../../report/tabulation/tabulation-rows.js';
import { inChunks } from '../../in-chunks.js';
import { readListQuery } from '../../list-query.js';
import { oneOf } from '../../one-of.js';
import { renderPage } from '../../render-page.js';
import type { Site } from '../../site.js';
import { TabulateView } from './tabulate-view.js';

const MEASURED = Object.keys(MEASURES) as Measure[];
const LEVELS = Object.keys(PLACE_LEVELS) as PlaceLevel[];

/** 地区 × 年度: one measure of every place and year, as a table and as CSV. */
export const tabulatePage = (site: Site): Hono =>
  new Hono().get('/tabulate', async (context) => {
    const query = readListQuery(context.req.url, ['measure', 'by', 'format'], SUBJECT_FILTERS);
    const { measure = 'projects', by, format } = query.given;
    const asked = tabulationAsked(
      oneOf('measure', MEASURED, measure),
      subjectAsked(query.filter),
      oneOf('by', LEVELS, by),
    );
    const table = await tabulateStore(site.store, asked);
    if (oneOf('format', ['csv'], format)) return csv(context, table);
    return renderPage(context, <TabulateView site={site} query={query} asked={asked} table={table} />);
  });

async function csv(context: Context, table: Tabulation): Promise<Response> {
  const pieces = await renderList(tabulationRows(table), tabulationColumns(table), 'csv');
  context.header('Content-Type', 'text/csv; charset=utf-8');
  context.header('Content-Disposition', `attachment; filename="mingzhang-${table.measure}.csv"`);
  context.header('Cache-Control', 'no-store');
  return context.body(Readable.toWeb(Readable.from(inChunks(pieces))) as ReadableStream);
}
