import { buildGrid } from '../../extractors/tables/grid-builder.js';
import type { AuditedDisclosure } from '../../src/model/audited-disclosure.js';
import type { Region } from '../../src/model/disclosure.js';
import type { ReadDocument } from '../../src/model/document.js';
import type { Finding, Operand } from '../../src/model/finding.js';
import { type Grid, isGrid } from '../../src/model/grid.js';
import { emptyCount } from '../../src/model/rule-counts.js';
import type {
  AuditReport,
  ReportFinding,
  ReportMeans,
  ReportRule,
} from '../../src/report/audit-report/audit-report.js';
import { openPile } from '../../src/store/findings/pile.js';
import { buildDocument } from './document-builder.js';

const REGIONS: Record<'north' | 'south', Region> = {
  north: { code: '990104', name: '云溪区', province: '青禾省', city: '临川市' },
  south: { code: '990203', name: '石桥县', province: '青禾省', city: '双河市' },
};

/** A summary table whose total is not the sum of its rows. */
const summaryGrid = (): Grid =>
  buildGrid(
    [
      [{ text: '专项资金绩效目标汇总表', colSpan: 3 }],
      [{ text: '序号' }, { text: '名称' }, { text: '金额' }],
      [{ text: '合计', colSpan: 2 }, { text: '90' }],
      [{ text: '1' }, { text: '渠道清淤' }, { text: '60' }],
      [{ text: '2' }, { text: '防汛物资' }, { text: '20' }],
    ],
    { table: 1 },
  );

/** A document of these blocks and nothing else. */
export const documentOf = (path: string, blocks: ReadDocument['blocks']): ReadDocument => ({
  ...buildDocument({ path }),
  blocks,
});

/** The cell with this text as an operand. */
export function operandAt(document: ReadDocument, text: string, label = text): Operand {
  for (const [block, each] of document.blocks.entries()) {
    if (!isGrid(each)) {
      if (each.text.includes(text)) {
        const evidence = { place: each.place, quote: each.text, block, cell: null };
        return { label, evidence, document: document.sha256 };
      }
      continue;
    }
    const cell = each.cells.findIndex((candidate) => candidate.text === text);
    const found = each.cells[cell];
    if (!found) continue;
    return { label, evidence: { place: found.place, quote: text, block, cell }, document: document.sha256 };
  }
  throw new Error(`no cell with ${text}`);
}

/** A finding about the document; what is not given says little. */
export const findingOn = (document: ReadDocument, given: Partial<Finding> = {}): Finding => ({
  fingerprint: '00aa',
  matter: given.fingerprint ?? '00aa',
  rule: 'summary-total-differs-from-rows',
  ruleVersion: 1,
  severity: 'error',
  verdict: 'fail',
  document: document.sha256,
  disclosure: 0,
  project: null,
  field: 'summary.total',
  parameters: {},
  message: '“合计”印为90万元，各行相加为80万元，待核实。',
  reported: '90万元',
  expected: '80万元',
  differenceFen: 10_000_000,
  differenceShare: '11.11',
  toleranceFen: 1_000_000,
  formula: '60 + 20 = 80 ≠ 90（万元）',
  evidence: [],
  ...given,
});

const RULES: ReportRule[] = [
  rule('summary-total-differs-from-rows', '汇总表合计与各行之和不符', { fail: 1, pass: 3 }),
  rule('title-year-differs', '标题年度不同', { review: 1, pass: 2, notApplicable: 4, notEvaluated: 1 }),
];

function rule(id: string, title: string, counts: Partial<ReportRule['count']>): ReportRule {
  const count = { ...emptyCount(id), ...counts };
  if (count.notApplicable > 0)
    count.reasons = { 没有标题: count.notApplicable, 标题读不出: count.notEvaluated };
  return {
    id,
    version: 1,
    title,
    severity: 'error',
    scope: 'form',
    tolerance: 'T1',
    formula: '合计 = Σ 各行',
    why: '合计与各行不符时，总有一个数印错。',
    authority: '算术',
    count,
  };
}

function audited(document: ReadDocument, region: Region, department: string): AuditedDisclosure {
  return {
    document: document.sha256,
    disclosure: 0,
    path: document.path,
    url: document.url,
    region,
    year: 2023,
    stage: 'budget',
    department,
    departmentKey: department,
    forms: 1,
    projects: 2,
    indicators: 3,
    costs: 0,
    pass: 2,
    notApplicable: 2,
    notEvaluated: 0,
    unjudged: [],
  };
}

function reported(id: number, finding: Finding, subject: AuditedDisclosure): ReportFinding {
  const { region, year, stage, department, departmentKey } = subject;
  const [first] = finding.evidence;
  return {
    id,
    state: 'new',
    finding,
    subject,
    review: null,
    row: {
      id,
      document_id: 7,
      province: region?.province ?? null,
      city: region?.city ?? null,
      region: region?.name ?? null,
      region_code: region?.code ?? null,
      year,
      stage,
      department,
      department_key: departmentKey,
      fingerprint: finding.fingerprint,
      matter: finding.matter,
      run_id: 3,
      rule: finding.rule,
      rule_version: finding.ruleVersion,
      severity: finding.severity,
      verdict: finding.verdict,
      state: 'new',
      project: finding.project,
      message: finding.message,
      reported: finding.reported,
      expected: finding.expected,
      difference_wan: finding.differenceFen === null ? null : finding.differenceFen / 1_000_000,
      formula: finding.formula,
      quote: first?.evidence.quote ?? null,
      review: 'open',
      reviewer: null,
      comment: null,
      place: first?.evidence.place ?? null,
    },
  };
}

export interface SampleReport {
  report: AuditReport & { findings: ReportFinding[] };
  means: ReportMeans;
}

/**
 * A run over three departments: one with an error, one with a note to review (both with evidence), one without findings; one
 * document could not be read. Texts can be replaced by hostile ones.
 */
export function sampleReport({
  message = '标题为2022年，其他表为2023年，待核实。',
  url = null as string | null,
} = {}): SampleReport {
  const waterworks = { ...documentOf('云溪/水利局.docx', [summaryGrid()]), url };
  const title = { kind: 'paragraph' as const, text: '2022年部门预算', place: '¶1' };
  const petitions = documentOf('石桥/信访局.docx', [title]);
  const silent = documentOf('石桥/统计局.docx', []);
  const of = {
    waterworks: audited(waterworks, REGIONS.north, '云溪区水利局'),
    petitions: {
      ...audited(petitions, REGIONS.south, '石桥县信访局'),
      notEvaluated: 1,
      unjudged: [{ rule: 'title-year-differs', reason: '标题读不出', count: 1 }],
    },
    silent: audited(silent, REGIONS.south, '石桥县统计局'),
  };
  const error = findingOn(waterworks, {
    fingerprint: '00aa',
    project: '渠道清淤',
    evidence: [
      operandAt(waterworks, '90', '合计'),
      operandAt(waterworks, '60', '渠道清淤'),
      operandAt(waterworks, '20', '防汛物资'),
    ],
  });
  const note = findingOn(petitions, {
    fingerprint: '00bb',
    rule: 'title-year-differs',
    severity: 'note',
    verdict: 'review',
    message,
    reported: '2022',
    expected: '2023',
    differenceFen: null,
    differenceShare: null,
    toleranceFen: null,
    formula: null,
    evidence: [operandAt(petitions, '2022年部门预算', '标题')],
  });
  const documents = new Map([waterworks, petitions, silent].map((document) => [document.sha256, document]));
  return {
    means: { load: async (sha256) => documents.get(sha256) ?? null, pile: openPile },
    report: {
      runId: 3,
      at: '2024-05-06T07:08:09.000Z',
      scope: '青禾省',
      compared: { fresh: 2, unchanged: 0, resolved: 1 },
      rules: RULES,
      listed: { error: 1, warning: 0, note: 1 },
      findings: [reported(12, error, of.waterworks), reported(5, note, of.petitions)],
      filtered: null,
      disclosures: [of.waterworks, of.petitions, of.silent],
      looked: { documents: 3, disclosures: 3 },
      notAudited: [{ path: '石桥/扫描件.pdf', reason: '没有读成：需要文字识别' }],
    },
  };
}
