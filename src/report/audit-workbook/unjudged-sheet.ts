import type { AuditReport } from '../audit-report/audit-report.js';
import { listUnjudged, type Unjudged } from '../audit-report/list-unjudged.js';
import { type Sheet, type SheetColumn, sheet } from '../workbook/sheet.js';

const COLUMNS: SheetColumn<Unjudged>[] = [
  { title: '情形', width: 12, value: ({ what }) => what },
  { title: '疑点', width: 32, value: ({ rule }) => rule },
  { title: '原因', width: 36, value: ({ reason }) => reason },
  { title: '次数', width: 8, value: ({ count }) => count },
  { title: '所在', width: 80, value: ({ where }) => where },
];

/** 未执行及原因: what was not judged, so that nobody takes it for faultless. */
export const unjudgedSheet = (report: AuditReport): Sheet =>
  sheet('未执行及原因', COLUMNS, listUnjudged(report));
