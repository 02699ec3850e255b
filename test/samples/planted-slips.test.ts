import { beforeAll, describe, expect, it } from 'vitest';
import { runAudit } from '../../src/audit/run/run-audit.js';
import type { ReadDocument } from '../../src/model/document.js';
import type { Finding } from '../../src/model/finding.js';
import { sourceOf } from '../support/audit-source.js';
import { IS_THOROUGH } from '../support/thorough.js';
import { canReadSample, isScan, listSamples, readSample } from './sample-files.js';

const isRead = (sample: string): boolean => (IS_THOROUGH || !isScan(sample)) && canReadSample(sample);

/** The slips that samples/README.md tells of, as the rules name them; a sample that is not here has none. */
const ERRORS: Record<string, string[]> = {
  'fujian-fuan.html': ['budget-total-differs-from-expenditure'],
  ...(isRead('guizhou-xifeng-scan.pdf')
    ? { 'guizhou-xifeng-scan.pdf': ['budget-differs-from-funding'] }
    : {}),
  'hebei-funing.txt': ['budget-differs-from-funding', 'spending-plan-irregular'],
  'henan-luoning-2022-final.docx': ['actual-misses-but-scored-full'],
  'hunan-liling.html': ['project-amount-differs-from-costs'],
  'hunan-liuyang.txt': ['calculation-result-differs'],
  'jiangsu-rugao-pack.html': ['project-amount-differs-from-statement', 'statement-hierarchy-differs'],
  'shanxi-pingding.docx': ['budget-differs-from-funding'],
  'sichuan-qianwei.xlsx': ['summary-total-differs-from-rows'],
  'yunnan-fengqing.html': ['execution-rate-differs', 'score-total-differs'],
};
const OTHERS: Record<string, string[]> = {
  'beijing-huairou.html': ['target-is-placeholder'],
  'chongqing-tongnan.html': ['weights-irregular'],
  'hebei-funing.txt': ['project-code-region-differs', 'target-is-placeholder', 'target-unit-missing'],
  'guizhou-meitan-2023-budget.html': ['bar-lowered', 'never-reported'],
  'guizhou-meitan-2024-budget.html': ['bar-lowered'],
  'henan-luoning-2022-final.docx': ['budget-differs-in-report'],
  'henan-luoning-2023-budget.html': ['bar-lowered'],
  'henan-luoning-2023-evaluation.docx': ['rating-differs-from-score'],
  'henan-luoning-2023-final.html': [
    'rating-differs-from-score',
    'score-not-by-formula',
    'target-changed-in-report',
  ],
  'henan-luoning-2024-budget.docx': ['never-reported'],
  'henan-luoning-2024-final.html': ['indicator-dropped-in-report'],
  'hunan-liling.html': ['summary-total-missing'],
  'hunan-liuyang.txt': ['quantity-differs-from-calculation', 'summary-row-without-form'],
  'ningxia-helan.txt': [
    'agency-is-project',
    'amount-unit-doubled',
    'cost-target-exceeds-budget',
    'template-text-left',
  ],
  'jiangsu-rugao-pack.html': [
    'forms-sum-differs-from-statement',
    'narrative-amount-differs',
    'narrative-percent-differs',
    'template-words-left',
  ],
  'shaanxi-luonan-pack.html': ['form-differs-from-statement', 'narrative-percent-differs'],
  'sichuan-jiajiang-final.html': ['classification-name-outdated'],
  'sichuan-qianwei.xlsx': ['target-is-placeholder'],
};

describe('the samples together', () => {
  let documents: ReadDocument[] = [];
  let findings: Finding[] = [];

  beforeAll(async () => {
    documents = await Promise.all(listSamples().filter(isRead).map(readSample));
    findings = (await runAudit(sourceOf(documents))).findings;
  });

  const rulesOf = (sample: string, accept: (finding: Finding) => boolean): string[] => {
    const sha256 = documents.find((document) => document.path === sample)?.sha256;
    const own = findings.filter((finding) => finding.document === sha256 && accept(finding));
    return [...new Set(own.map((finding) => finding.rule))].sort();
  };

  it('raise the errors that were planted, and no other', () => {
    for (const sample of listSamples().filter(isRead)) {
      expect(
        rulesOf(sample, ({ severity, verdict }) => severity === 'error' && verdict === 'fail'),
        sample,
      ).toEqual(ERRORS[sample] ?? []);
    }
  });

  it('raise the warnings and notes that were planted', () => {
    for (const [sample, rules] of Object.entries(OTHERS)) {
      expect(
        rulesOf(sample, () => true),
        sample,
      ).toEqual(expect.arrayContaining(rules));
    }
  });

  it.each([
    ['见义勇为', 7],
    ['护路', 3],
    ['禁毒', 5],
  ])('%s is paid for in %i places and more, each with its amount', (topic, places) => {
    const found = documents.flatMap(({ disclosures }) =>
      disclosures.flatMap(({ region, projects }) =>
        projects.filter(({ name, money }) => name.includes(topic) && money?.fen).map(() => region?.code),
      ),
    );
    expect(new Set(found).size).toBeGreaterThanOrEqual(places);
  });

  it('belong to a place, a year and a department, but for the blank template', () => {
    const unresolved = documents.flatMap(({ path, disclosures }) =>
      disclosures
        .filter(({ region, year, department }) => !region?.code || !year || !department)
        .map(() => path),
    );
    expect(unresolved).toEqual(['blank-template.html']);
  });
});
