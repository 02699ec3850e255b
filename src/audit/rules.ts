import type { Rule } from './rule.js';
import { agencyIsProject } from './rules/agency-is-project.js';
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
import { dimensionMissing } from './rules/dimension-missing.js';
import { executionRateDiffers } from './rules/execution-rate-differs.js';
import { goalDiffers } from './rules/goal-differs.js';
import { indicatorDuplicated } from './rules/indicator-duplicated.js';
import { indicatorMisplaced } from './rules/indicator-misplaced.js';
import { lumpSumUnexplained } from './rules/lump-sum-unexplained.js';
import { projectAmountDiffersFromCosts } from './rules/project-amount-differs-from-costs.js';
import { projectAmountDiffersFromParent } from './rules/project-amount-differs-from-parent.js';
import { projectCodeChecksumSuspect } from './rules/project-code-checksum-suspect.js';
import { projectCodeDuplicate } from './rules/project-code-duplicate.js';
import { projectCodeRegionDiffers } from './rules/project-code-region-differs.js';
import { projectCodeYearDiffers } from './rules/project-code-year-differs.js';
import { projectNameDiffers } from './rules/project-name-differs.js';
import { projectSpendingDiffersFromSummary } from './rules/project-spending-differs-from-summary.js';
import { projectsDifferFromDepartment } from './rules/projects-differ-from-department.js';
import { quantityDiffersFromCalculation } from './rules/quantity-differs-from-calculation.js';
import { quantityDiffersFromProjects } from './rules/quantity-differs-from-projects.js';
import { scopeOverlaps } from './rules/scope-overlaps.js';
import { scoreTotalDiffers } from './rules/score-total-differs.js';
import { secrecyInconsistent } from './rules/secrecy-inconsistent.js';
import { spendingPlanIrregular } from './rules/spending-plan-irregular.js';
import { spendingPlanUniform } from './rules/spending-plan-uniform.js';
import { summaryRowDiffersFromForm } from './rules/summary-row-differs-from-form.js';
import { summaryRowWithoutForm } from './rules/summary-row-without-form.js';
import { summaryTotalDiffersFromRows } from './rules/summary-total-differs-from-rows.js';
import { summaryTotalMissing } from './rules/summary-total-missing.js';
import { targetDiffersBetweenForms } from './rules/target-differs-between-forms.js';
import { targetIsPlaceholder } from './rules/target-is-placeholder.js';
import { targetNotMeasurable } from './rules/target-not-measurable.js';
import { targetRateOver100 } from './rules/target-rate-over-100.js';
import { targetRepeatsName } from './rules/target-repeats-name.js';
import { targetUnitForeign } from './rules/target-unit-foreign.js';
import { targetUnitMissing } from './rules/target-unit-missing.js';
import { targetsContradict } from './rules/targets-contradict.js';
import { templateTextLeft } from './rules/template-text-left.js';
import { textCopiedAcrossRegions } from './rules/text-copied-across-regions.js';
import { textCopiedBetweenProjects } from './rules/text-copied-between-projects.js';
import { textCopiedFromLastYear } from './rules/text-copied-from-last-year.js';
import { textTruncated } from './rules/text-truncated.js';
import { titleYearDiffers } from './rules/title-year-differs.js';
import { unitCostOutlier } from './rules/unit-cost-outlier.js';
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
  targetDiffersBetweenForms,
  targetUnitMissing,
  targetUnitForeign,
  targetRateOver100,
  targetsContradict,
  targetIsPlaceholder,
  targetRepeatsName,
  targetNotMeasurable,
  indicatorMisplaced,
  indicatorDuplicated,
  dimensionMissing,
  projectNameDiffers,
  goalDiffers,
  scopeOverlaps,
  secrecyInconsistent,
  textTruncated,
  templateTextLeft,
  agencyIsProject,
  textCopiedBetweenProjects,
  textCopiedFromLastYear,
  textCopiedAcrossRegions,
  unitCostOutlier,
];
