import type { Rule } from './rule.js';
import { budgetDiffersFromFunding } from './rules/budget-differs-from-funding.js';
import { budgetTotalDiffersFromExpenditure } from './rules/budget-total-differs-from-expenditure.js';
import { budgetTotalDiffersFromRevenue } from './rules/budget-total-differs-from-revenue.js';
import { costTargetExceedsBudget } from './rules/cost-target-exceeds-budget.js';
import { projectAmountDiffersFromCosts } from './rules/project-amount-differs-from-costs.js';
import { projectCodeRegionDiffers } from './rules/project-code-region-differs.js';
import { projectCodeYearDiffers } from './rules/project-code-year-differs.js';
import { projectSpendingDiffersFromSummary } from './rules/project-spending-differs-from-summary.js';
import { spendingPlanIrregular } from './rules/spending-plan-irregular.js';
import { summaryRowDiffersFromForm } from './rules/summary-row-differs-from-form.js';
import { summaryRowWithoutForm } from './rules/summary-row-without-form.js';
import { summaryTotalDiffersFromRows } from './rules/summary-total-differs-from-rows.js';
import { summaryTotalMissing } from './rules/summary-total-missing.js';

/** Every rule, in the order of the list a reader sees. */
export const RULES: readonly Rule[] = [
  budgetTotalDiffersFromRevenue,
  budgetTotalDiffersFromExpenditure,
  budgetDiffersFromFunding,
  summaryTotalDiffersFromRows,
  summaryTotalMissing,
  projectSpendingDiffersFromSummary,
  summaryRowDiffersFromForm,
  summaryRowWithoutForm,
  projectAmountDiffersFromCosts,
  spendingPlanIrregular,
  costTargetExceedsBudget,
  projectCodeRegionDiffers,
  projectCodeYearDiffers,
];
