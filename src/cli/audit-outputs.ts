import { writeOutput } from '../app/write-output.js';
import { countAll } from '../model/facts/severities.js';
import type { AuditReport, ReportMeans } from '../report/audit-report/audit-report.js';
import type { Pieces } from '../report/row.js';
import { say } from './say.js';

/** Formats that hold a whole run, with its evidence. */
const REPORT_FORMATS = ['json', 'xlsx', 'html'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export const isReportFormat = (format: string): format is ReportFormat =>
  REPORT_FORMATS.some((each) => each === format);

/** Writes a run to a file or to stdout. */
export async function writeAuditReport(
  report: AuditReport,
  means: ReportMeans,
  { format, output }: { format: ReportFormat; output?: string },
): Promise<void> {
  await writeOutput(await render(report, means, format), output);
  if (output !== undefined) say(`已写入 ${output}，共 ${countAll(report.listed)} 条`);
}

async function render(report: AuditReport, means: ReportMeans, format: ReportFormat): Promise<Pieces> {
  switch (format) {
    case 'json':
      return (await import('../report/audit-json.js')).auditJson(report);
    case 'html':
      return (await import('../report/audit-page/audit-page.js')).auditPage(report, means);
    case 'xlsx':
      return (await import('../report/audit-workbook/audit-workbook.js')).auditWorkbook(report, means);
  }
}
