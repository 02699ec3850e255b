import type { ReportImport } from '../../pipeline/import/import-event.js';

/** What shows an import at work. */
export interface Progress {
  report: ReportImport;
  /** Takes the bar away; may be called twice. */
  end: () => void;
}
