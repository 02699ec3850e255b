import type { IndicatorRow, ProjectRow } from '../../model/comparison.js';
import type { Stage } from '../../model/facts/stages.js';
import type { TextRow, TotalRow } from '../../model/trend.js';

/** One year's rows. */
export interface YearRows {
  year: number;
  stage: Stage;
  projects: ProjectRow[];
  indicators: IndicatorRow[];
  totals: TotalRow[];
  texts: TextRow[];
}
