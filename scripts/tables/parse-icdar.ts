import { load } from 'cheerio';
import type { TableCells } from './table-cells.js';

/**
 * The tables of an ICDAR 2013 ground truth of structure (`NAME-str.xml`): `table` › `region` › `cell` with start-row and
 * start-col from 0 and `content`. Regions of one table stand under each other where they do not say (row-increment).
 * @throws Error where the XML holds no table
 */
export function parseIcdar(xml: string): TableCells[] {
  const $ = load(xml, { xmlMode: true });
  const number = (element: Parameters<typeof $>[0], name: string): number =>
    Number($(element).attr(name) ?? 0);
  const tables = $('table')
    .toArray()
    .map((table): TableCells => {
      let below = 0;
      return $(table)
        .children('region')
        .toArray()
        .flatMap((region) => {
          const down =
            $(region).attr('row-increment') === undefined ? below : number(region, 'row-increment');
          const right = number(region, 'col-increment');
          const cells = $(region)
            .children('cell')
            .toArray()
            .map((cell) => ({
              row: down + number(cell, 'start-row'),
              column: right + number(cell, 'start-col'),
              text: $(cell).children('content').text(),
            }));
          below = 1 + cells.reduce((last, { row }) => Math.max(last, row), below - 1);
          return cells;
        });
    });
  if (tables.length === 0) throw new Error('no <table> in it');
  return tables;
}
