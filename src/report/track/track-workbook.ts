import type { Track } from '../../model/track.js';
import type { Column, Row } from '../row.js';
import { type RowsSheet, rowsWorkbook } from '../rows-workbook.js';
import {
  TRACKED_DEPARTMENT_COLUMNS,
  TRACKED_INDICATOR_COLUMNS,
  TRACKED_PROJECT_COLUMNS,
  trackedDepartmentRows,
  trackedIndicatorRows,
  trackedProjectRows,
} from './track-columns.js';

/** Promise and result as an .xlsx: 项目 and 指标 of a department, 部门 of a region. */
export const trackWorkbook = (track: Track): AsyncGenerator<Uint8Array> =>
  rowsWorkbook(
    track.kind === 'region'
      ? [rowsSheet('部门', trackedDepartmentRows(track), TRACKED_DEPARTMENT_COLUMNS)]
      : [
          rowsSheet('项目', trackedProjectRows(track), TRACKED_PROJECT_COLUMNS),
          rowsSheet('指标', trackedIndicatorRows(track), TRACKED_INDICATOR_COLUMNS),
        ],
  );

const rowsSheet = (name: string, rows: readonly Row[], columns: readonly Column[]): RowsSheet => ({
  name,
  blocks: [rows],
  measured: rows,
  columns,
});
