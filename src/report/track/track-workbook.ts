import type { Track } from '../../model/track.js';
import { rowsWorkbook } from '../rows-workbook.js';
import {
  INDICATOR_COLUMNS,
  indicatorRows,
  PROJECT_COLUMNS,
  projectRows,
  SUMMARY_COLUMNS,
  summaryRows,
} from './track-columns.js';

/** Promise and result as an .xlsx: 项目 and 指标 of a department, 部门 of a region. */
export const trackWorkbook = (track: Track): Promise<Uint8Array> =>
  rowsWorkbook(
    track.kind === 'region'
      ? [{ name: '部门', rows: summaryRows(track), columns: SUMMARY_COLUMNS }]
      : [
          { name: '项目', rows: projectRows(track), columns: PROJECT_COLUMNS },
          { name: '指标', rows: indicatorRows(track), columns: INDICATOR_COLUMNS },
        ],
  );
