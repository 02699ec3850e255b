import { calculationDiffersFromAmount } from '../rules/calculations/calculation-differs-from-amount.js';
import { calculationLacksFactor } from '../rules/calculations/calculation-lacks-factor.js';
import { calculationResultDiffers } from '../rules/calculations/calculation-result-differs.js';
import { calculationRoundingExcess } from '../rules/calculations/calculation-rounding-excess.js';
import { lumpSumUnexplained } from '../rules/calculations/lump-sum-unexplained.js';
import { priceTimesQuantityDiffers } from '../rules/calculations/price-times-quantity-differs.js';
import { quantityDiffersFromCalculation } from '../rules/calculations/quantity-differs-from-calculation.js';
import { unitCostOutlier } from '../rules/calculations/unit-cost-outlier.js';
import { barLowered } from '../rules/outcomes/bar-lowered.js';
import { budgetDiffersInReport } from '../rules/outcomes/budget-differs-in-report.js';
import { indicatorDroppedInReport } from '../rules/outcomes/indicator-dropped-in-report.js';
import { neverReported } from '../rules/outcomes/never-reported.js';
import { targetChangedInReport } from '../rules/outcomes/target-changed-in-report.js';
import { agencyIsProject } from '../rules/projects/agency-is-project.js';
import { goalDiffers } from '../rules/projects/goal-differs.js';
import { nameDepartmentSwapped } from '../rules/projects/name-department-swapped.js';
import { projectCodeChecksumSuspect } from '../rules/projects/project-code-checksum-suspect.js';
import { projectCodeDuplicate } from '../rules/projects/project-code-duplicate.js';
import { projectCodeRegionDiffers } from '../rules/projects/project-code-region-differs.js';
import { projectCodeYearDiffers } from '../rules/projects/project-code-year-differs.js';
import { projectNameDiffers } from '../rules/projects/project-name-differs.js';
import { scopeOverlaps } from '../rules/projects/scope-overlaps.js';
import { secrecyInconsistent } from '../rules/projects/secrecy-inconsistent.js';
import type { Rule } from '../rules/rule.js';
import { actualMissesButScoredFull } from '../rules/scores/actual-misses-but-scored-full.js';
import { evaluationSummaryDiffers } from '../rules/scores/evaluation-summary-differs.js';
import { executionRateDiffers } from '../rules/scores/execution-rate-differs.js';
import { ratingDiffersFromScore } from '../rules/scores/rating-differs-from-score.js';
import { scoreNotByFormula } from '../rules/scores/score-not-by-formula.js';
import { scoreTotalDiffers } from '../rules/scores/score-total-differs.js';
import { scoringScaleIrregular } from '../rules/scores/scoring-scale-irregular.js';
import { weightsIrregular } from '../rules/scores/weights-irregular.js';
import { classificationChainDiffers } from '../rules/statements/classification-chain-differs.js';
import { classificationNameOutdated } from '../rules/statements/classification-name-outdated.js';
import { contentsOrderDiffers } from '../rules/statements/contents-order-differs.js';
import { emptyPageAfterContents } from '../rules/statements/empty-page-after-contents.js';
import { formDiffersFromStatement } from '../rules/statements/form-differs-from-statement.js';
import { formsSumDiffersFromStatement } from '../rules/statements/forms-sum-differs-from-statement.js';
import { narrativeAmountDiffers } from '../rules/statements/narrative-amount-differs.js';
import { narrativeChangeDiffers } from '../rules/statements/narrative-change-differs.js';
import { narrativeCodeDiffers } from '../rules/statements/narrative-code-differs.js';
import { narrativeCountDiffers } from '../rules/statements/narrative-count-differs.js';
import { narrativeFundDiffers } from '../rules/statements/narrative-fund-differs.js';
import { narrativePartsDiffer } from '../rules/statements/narrative-parts-differ.js';
import { narrativePercentDiffers } from '../rules/statements/narrative-percent-differs.js';
import { narrativeReasonOpposes } from '../rules/statements/narrative-reason-opposes.js';
import { narrativeShareDiffers } from '../rules/statements/narrative-share-differs.js';
import { narrativeStageDiffers } from '../rules/statements/narrative-stage-differs.js';
import { narrativeYearDiffers } from '../rules/statements/narrative-year-differs.js';
import { projectAmountDiffersFromStatement } from '../rules/statements/project-amount-differs-from-statement.js';
import { runningCostsExceedTable } from '../rules/statements/running-costs-exceed-table.js';
import { statementHierarchyDiffers } from '../rules/statements/statement-hierarchy-differs.js';
import { statementTotalDiffers } from '../rules/statements/statement-total-differs.js';
import { statementsDiffer } from '../rules/statements/statements-differ.js';
import { templateWordsLeft } from '../rules/statements/template-words-left.js';
import { vehiclePurchaseUnfunded } from '../rules/statements/vehicle-purchase-unfunded.js';
import { annualExceedsPeriod } from '../rules/targets/annual-exceeds-period.js';
import { costTargetExceedsBudget } from '../rules/targets/cost-target-exceeds-budget.js';
import { costTargetOpenEnded } from '../rules/targets/cost-target-open-ended.js';
import { costTargetsDifferFromAmount } from '../rules/targets/cost-targets-differ-from-amount.js';
import { dimensionMissing } from '../rules/targets/dimension-missing.js';
import { fieldBlank } from '../rules/targets/field-blank.js';
import { goalFigureDiffersFromIndicator } from '../rules/targets/goal-figure-differs-from-indicator.js';
import { goalWithoutIndicator } from '../rules/targets/goal-without-indicator.js';
import { indicatorDuplicated } from '../rules/targets/indicator-duplicated.js';
import { indicatorMisplaced } from '../rules/targets/indicator-misplaced.js';
import { indicatorNameMissing } from '../rules/targets/indicator-name-missing.js';
import { outputPromisedTwice } from '../rules/targets/output-promised-twice.js';
import { quantityDiffersFromProjects } from '../rules/targets/quantity-differs-from-projects.js';
import { targetBoundReversed } from '../rules/targets/target-bound-reversed.js';
import { targetDiffersBetweenForms } from '../rules/targets/target-differs-between-forms.js';
import { targetDiffersBetweenProjects } from '../rules/targets/target-differs-between-projects.js';
import { targetDiffersFromName } from '../rules/targets/target-differs-from-name.js';
import { targetDiffersWithinForm } from '../rules/targets/target-differs-within-form.js';
import { targetIsPlaceholder } from '../rules/targets/target-is-placeholder.js';
import { targetNotMeasurable } from '../rules/targets/target-not-measurable.js';
import { targetOperatorIrregular } from '../rules/targets/target-operator-irregular.js';
import { targetPartMissing } from '../rules/targets/target-part-missing.js';
import { targetRateOver100 } from '../rules/targets/target-rate-over-100.js';
import { targetRepeatsName } from '../rules/targets/target-repeats-name.js';
import { targetUnitForeign } from '../rules/targets/target-unit-foreign.js';
import { targetUnitMissing } from '../rules/targets/target-unit-missing.js';
import { targetYearDiffers } from '../rules/targets/target-year-differs.js';
import { targetsContradict } from '../rules/targets/targets-contradict.js';
import { targetsSwapped } from '../rules/targets/targets-swapped.js';
import { templateTextLeft } from '../rules/texts/template-text-left.js';
import { textCopiedAcrossRegions } from '../rules/texts/text-copied-across-regions.js';
import { textCopiedBetweenProjects } from '../rules/texts/text-copied-between-projects.js';
import { textCopiedFromLastYear } from '../rules/texts/text-copied-from-last-year.js';
import { textRepeated } from '../rules/texts/text-repeated.js';
import { textTruncated } from '../rules/texts/text-truncated.js';
import { titleYearDiffers } from '../rules/texts/title-year-differs.js';
import { amountUnitDoubled } from '../rules/totals/amount-unit-doubled.js';
import { amountUnitSlip } from '../rules/totals/amount-unit-slip.js';
import { budgetDiffersFromFunding } from '../rules/totals/budget-differs-from-funding.js';
import { budgetTotalDiffersFromExpenditure } from '../rules/totals/budget-total-differs-from-expenditure.js';
import { budgetTotalDiffersFromRevenue } from '../rules/totals/budget-total-differs-from-revenue.js';
import { partExceedsTotal } from '../rules/totals/part-exceeds-total.js';
import { projectAmountDiffersFromCosts } from '../rules/totals/project-amount-differs-from-costs.js';
import { projectAmountDiffersFromParent } from '../rules/totals/project-amount-differs-from-parent.js';
import { projectSpendingDiffersFromSummary } from '../rules/totals/project-spending-differs-from-summary.js';
import { projectsDifferFromDepartment } from '../rules/totals/projects-differ-from-department.js';
import { spendingPlanIrregular } from '../rules/totals/spending-plan-irregular.js';
import { spendingPlanUniform } from '../rules/totals/spending-plan-uniform.js';
import { subtotalDiffersFromRows } from '../rules/totals/subtotal-differs-from-rows.js';
import { summaryRowDiffersFromForm } from '../rules/totals/summary-row-differs-from-form.js';
import { summaryRowWithoutForm } from '../rules/totals/summary-row-without-form.js';
import { summaryTotalDiffersFromRows } from '../rules/totals/summary-total-differs-from-rows.js';
import { summaryTotalMissing } from '../rules/totals/summary-total-missing.js';

/** Every rule, also those being written, in the order of the list a reader sees. */
export const EVERY_RULE: readonly Rule[] = [
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
  goalFigureDiffersFromIndicator,
  targetDiffersWithinForm,
  targetBoundReversed,
  targetYearDiffers,
  targetOperatorIrregular,
  indicatorNameMissing,
  targetsSwapped,
  costTargetsDifferFromAmount,
  nameDepartmentSwapped,
  partExceedsTotal,
  subtotalDiffersFromRows,
  targetDiffersBetweenProjects,
  targetDiffersFromName,
  targetPartMissing,
  scoringScaleIrregular,
  annualExceedsPeriod,
  fieldBlank,
  textRepeated,
  outputPromisedTwice,
  goalWithoutIndicator,
  priceTimesQuantityDiffers,
  evaluationSummaryDiffers,
  statementTotalDiffers,
  statementHierarchyDiffers,
  statementsDiffer,
  formDiffersFromStatement,
  formsSumDiffersFromStatement,
  projectAmountDiffersFromStatement,
  narrativeAmountDiffers,
  narrativePercentDiffers,
  narrativeYearDiffers,
  classificationNameOutdated,
  templateWordsLeft,
  emptyPageAfterContents,
  narrativeCodeDiffers,
  narrativeReasonOpposes,
  classificationChainDiffers,
  runningCostsExceedTable,
  narrativeStageDiffers,
  narrativeFundDiffers,
  contentsOrderDiffers,
  narrativeChangeDiffers,
  narrativeShareDiffers,
  narrativePartsDiffer,
  vehiclePurchaseUnfunded,
  narrativeCountDiffers,
  targetChangedInReport,
  indicatorDroppedInReport,
  budgetDiffersInReport,
  barLowered,
  neverReported,
  ratingDiffersFromScore,
  actualMissesButScoredFull,
  scoreNotByFormula,
];

/** The rules that audits run, lists show and docs describe. */
export const RULES: readonly Rule[] = EVERY_RULE.filter(({ draft }) => !draft);
