import type { Rule } from './rule.js';
import { amountUnitDoubled } from './rules/amount-unit-doubled.js';
import { amountUnitSlip } from './rules/amount-unit-slip.js';
import { budgetDiffersFromFunding } from './rules/budget-differs-from-funding.js';
import { budgetTotalDiffersFromExpenditure } from './rules/budget-total-differs-from-expenditure.js';
import { budgetTotalDiffersFromRevenue } from './rules/budget-total-differs-from-revenue.js';
import { calculationDiffersFromAmount } from './rules/calculation-differs-from-amount.js';
import { calculationLacksFactor } from './rules/calculation-lacks-factor.js';
import { calculationResultDiffers } from './rules/calculation-result-differs.js';
import { calculationRoundingExcess } from './rules/calculation-rounding-excess.js';
import { costTargetExceedsBudget } from './rules/cost-target-exceeds-budget.js';
import { costTargetOpenEnded } from './rules/cost-target-open-ended.js';
import { executionRateDiffers } from './rules/execution-rate-differs.js';
import { lumpSumUnexplained } from './rules/lump-sum-unexplained.js';
import { projectAmountDiffersFromCosts } from './rules/project-amount-differs-from-costs.js';
import { projectAmountDiffersFromParent } from './rules/project-amount-differs-from-parent.js';
import { projectCodeChecksumSuspect } from './rules/project-code-checksum-suspect.js';
import { projectCodeDuplicate } from './rules/project-code-duplicate.js';
import { projectCodeRegionDiffers } from './rules/project-code-region-differs.js';
import { projectCodeYearDiffers } from './rules/project-code-year-differs.js';
import { projectSpendingDiffersFromSummary } from './rules/project-spending-differs-from-summary.js';
import { projectsDifferFromDepartment } from './rules/projects-differ-from-department.js';
import { quantityDiffersFromCalculation } from './rules/quantity-differs-from-calculation.js';
import { quantityDiffersFromProjects } from './rules/quantity-differs-from-projects.js';
import { scoreTotalDiffers } from './rules/score-total-differs.js';
import { spendingPlanIrregular } from './rules/spending-plan-irregular.js';
import { spendingPlanUniform } from './rules/spending-plan-uniform.js';
import { summaryRowDiffersFromForm } from './rules/summary-row-differs-from-form.js';
import { summaryRowWithoutForm } from './rules/summary-row-without-form.js';
import { summaryTotalDiffersFromRows } from './rules/summary-total-differs-from-rows.js';
import { summaryTotalMissing } from './rules/summary-total-missing.js';
import { titleYearDiffers } from './rules/title-year-differs.js';
import { weightsIrregular } from './rules/weights-irregular.js';

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
  projectAmountDiffersFromParent,
  projectAmountDiffersFromCosts,
  projectsDifferFromDepartment,
  calculationResultDiffers,
  calculationLacksFactor,
  calculationDiffersFromAmount,
  calculationRoundingExcess,
  lumpSumUnexplained,
  spendingPlanIrregular,
  spendingPlanUniform,
  costTargetExceedsBudget,
  costTargetOpenEnded,
  amountUnitDoubled,
  amountUnitSlip,
  titleYearDiffers,
  projectCodeRegionDiffers,
  projectCodeYearDiffers,
  projectCodeChecksumSuspect,
  projectCodeDuplicate,
  quantityDiffersFromCalculation,
  quantityDiffersFromProjects,
  weightsIrregular,
  executionRateDiffers,
  scoreTotalDiffers,
];
