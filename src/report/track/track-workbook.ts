import type { Track } from '../../model/track.js';
import { rowsWorkbook } from '../rows-workbook.js';
import {
  TRACKED_DEPARTMENT_COLUMNS,
  TRACKED_INDICATOR_COLUMNS,
  TRACKED_PROJECT_COLUMNS,
  trackedDepartmentRows,
  trackedIndicatorRows,
  trackedProjectRows,
} from './track-columns.js';

/** Promise and result as an .xlsx: 项目 and 指标 of a department, 部门 of a region. */
export const trackWorkbook = (track: Track): Promise<Uint8Array> =>
  rowsWorkbook(
    track.kind === 'region'
      ? [{ name: '部门', rows: trackedDepartmentRows(track), columns: TRACKED_DEPARTMENT_COLUMNS }]
      : [
          { name: '项目', rows: trackedProjectRows(track), columns: TRACKED_PROJECT_COLUMNS },
          { name: '指标', rows: trackedIndicatorRows(track), columns: TRACKED_INDICATOR_COLUMNS },
        ],
  );
