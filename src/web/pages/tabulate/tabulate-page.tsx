import { Hono } from 'hono';
import { tabulateStore, tabulationAsked } from '../../../app/tabulate.js';
import { SUBJECT_FILTERS, subjectAsked } from '../../../model/filters.js';
import { MEASURES, type Measure, PLACE_LEVELS, type PlaceLevel } from '../../../model/tabulation.js';
import { tabulationColumns, tabulationRows } from '../../../report/tabulation/tabulation-rows.js';
import { listFile } from '../../list-file.js';
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
    if (oneOf('format', ['csv'], format)) {
      const list = { rows: tabulationRows(table), columns: tabulationColumns(table) };
      return listFile(context, table.measure, 'csv', list);
    }
    return renderPage(context, <TabulateView site={site} query={query} asked={asked} table={table} />);
  });
