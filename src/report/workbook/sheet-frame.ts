import type { CellStyle, WriteSheet } from 'hucre/xlsx';
import { columnLetters } from '../../model/place.js';
import type { Sheet, SheetColumn } from './sheet.js';

const BODY: CellStyle = {
  alignment: { vertical: 'top', horizontal: 'left', wrapText: true },
  border: { bottom: { style: 'thin', color: { rgb: 'D0D0D0' } } },
};
const ANSWER: CellStyle = {
  ...BODY,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF8DC' } },
};
const LINK: CellStyle = { ...BODY, font: { color: { rgb: '0B5394' }, underline: true } };
const figureStyle = (format: string): CellStyle => ({
  ...BODY,
  alignment: { vertical: 'top', horizontal: 'right' },
  numFmt: format,
});
const HEADER: CellStyle = {
  font: { bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '44546A' } },
  alignment: { vertical: 'center', wrapText: true },
};

/** Rows of a frame that show how the rows of items look: every cell as it is, and those that lead somewhere. */
const PLAIN_ROW = 1;
const LINK_ROW = 2;

/**
 * All of a worksheet but its items: header, widths, filter, choices, print settings, and two blank rows in whose place the
 * items stand.
 * @param count of the items
 */
export function sheetFrame(
  { name, columns, frozen, printed, isFiltered }: Omit<Sheet, 'blocks'>,
  count: number,
): WriteSheet {
  return {
    name,
    columns: columns.map(({ width }) => ({ width })),
    rows: [columns.map(({ title }) => title)],
    cells: new Map(columns.flatMap(frameCells)),
    freezePane: { rows: 1, columns: frozen },
    autoFilter: isFiltered ? { range: `A1:${columnLetters(columns.length)}${count + 1}` } : undefined,
    dataValidations: columns.flatMap(({ answer }, c) =>
      answer?.choices && count > 0 ? [validation(answer.choices, columnLetters(c + 1), count + 1)] : [],
    ),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printArea: `$A$1:$${columnLetters(printed)}$${count + 1}`,
      printTitlesRow: '$1:$1',
    },
    headerFooter: { oddFooter: `&L${name}&R&P / &N` },
  };
}

type FrameCell = [place: string, cell: { value: string | null; style: CellStyle }];

function frameCells(column: SheetColumn<unknown>, c: number): FrameCell[] {
  const { title, format, answer, link, formula } = column;
  const plain = format ? figureStyle(format) : answer ? ANSWER : BODY;
  return [
    [`0,${c}`, { value: title, style: HEADER }],
    [`${PLAIN_ROW},${c}`, { value: null, style: plain }],
    [`${LINK_ROW},${c}`, { value: null, style: link || formula ? LINK : plain }],
  ];
}

const validation = (choices: readonly string[], column: string, lastRow: number) => ({
  type: 'list' as const,
  values: [...choices],
  range: `${column}2:${column}${lastRow}`,
  allowBlank: true,
  showErrorMessage: true,
  errorTitle: '不在可选范围',
  errorMessage: `请选 ${choices.join('、')}`,
});

/** Numbers of the styles of a column's cells, as the workbook counts them. */
export interface CellStyles {
  plain: string;
  link: string;
}

/** A written frame, cut where its items stand. */
export interface FrameXml {
  /** Up to the row of the header. */
  before: string;
  /** From the end of the rows, up to where links stand. */
  after: string;
  /** From behind them. */
  end: string;
  styles: CellStyles[];
}

/** @param xml of the worksheet that was written of a `sheetFrame` */
export function cutFrame(xml: string, columns: number): FrameXml {
  const items = xml.indexOf(`<row r="${PLAIN_ROW + 1}"`);
  const after = xml.indexOf('</sheetData>');
  const links = xml.search(/<(?:printOptions|pageMargins)\b/);
  if (items < 0 || after < items || links < after) throw new Error('工作表的框架不是预想的样子');
  const styleAt = (row: number, c: number): string => {
    const place = `${columnLetters(c + 1)}${row + 1}`;
    const style = new RegExp(`<c r="${place}" s="(\\d+)"/>`).exec(xml)?.[1];
    if (style === undefined) throw new Error(`工作表的框架里没有 ${place} 的样式`);
    return style;
  };
  return {
    // Says how large the frame is, not the sheet.
    before: xml.slice(0, items).replace(/<dimension [^>]*\/>/, ''),
    after: xml.slice(after, links),
    end: xml.slice(links),
    styles: Array.from({ length: columns }, (_, c) => ({
      plain: styleAt(PLAIN_ROW, c),
      link: styleAt(LINK_ROW, c),
    })),
  };
}
