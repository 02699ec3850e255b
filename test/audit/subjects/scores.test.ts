import { describe, expect, it } from 'vitest';
import type { IndicatorSpec, ProjectSpec } from '../../../src/audit/rules/example.js';
import { runAudit } from '../../../src/audit/run/run-audit.js';
import type { ReadDocument } from '../../../src/model/document.js';
import { sourceOf } from '../../support/audit-source.js';
import { buildDocument } from '../../support/disclosure-builder.js';

const row = (name: string, weight: string, score?: string): IndicatorSpec => ({
  level1: '产出指标',
  name,
  target: '1次',
  weight,
  ...(score === undefined ? {} : { score }),
});

/** Rules about scores that speak of one self-evaluation, with verdict. */
async function judged(
  project: Partial<ProjectSpec>,
  change: (document: ReadDocument) => void = () => {},
): Promise<string[]> {
  const document = buildDocument({ projects: [{ name: '甲', kind: 'project-self-evaluation', ...project }] });
  change(document);
  const rules = ['score-total-differs', 'weights-irregular', 'execution-rate-differs'];
  const { findings } = await runAudit(sourceOf([document]), { rules });
  return findings.map(({ rule, verdict }) => `${rule} ${verdict}`);
}

/** Adds a line 财政拨款 below the total of the execution table. */
const withFiscalLine =
  (rate: string, weight: string | null, score: string | null, mark = '--') =>
  ({ disclosures: [disclosure] }: ReadDocument): void => {
    const [line] = disclosure?.execution ?? [];
    if (!line) throw new Error('没有执行情况');
    const dashed = { ...line.evidence };
    for (const field of ['weight', 'score']) {
      const cell = dashed[field];
      if (cell) dashed[field] = { ...cell, quote: mark };
    }
    disclosure?.execution.push({ ...line, category: '财政拨款', rate, weight, score, evidence: dashed });
  };

/** Adds a printed total, as 小计 of a level is. */
const withTotal =
  (weight: string | null, score: string) =>
  ({ disclosures: [disclosure] }: ReadDocument): void => {
    const [total] = disclosure?.scoreTotals ?? [];
    if (total) disclosure?.scoreTotals.unshift({ ...total, weight, score });
  };

const EXECUTION = { budget: '100', spent: '80', rate: '80%', weight: '10', score: '8' };
const WHOLE = {
  execution: EXECUTION,
  indicators: [row('甲事', '50', '50'), row('乙事', '40', '38')],
  scoreTotal: { weight: '100', score: '96' },
};

describe('scores of a self-evaluation', () => {
  it('meet their total with the execution rate', async () => {
    expect(await judged(WHOLE)).toEqual([]);
  });

  it('count the execution rate once where its parts print it too', async () => {
    expect(await judged(WHOLE, withFiscalLine('80', '10', '8'))).toEqual([]);
  });

  it('count the execution rate once where an indicator prints it again', async () => {
    const indicators = [...WHOLE.indicators, row('预算执行率', '10', '8')];
    expect(await judged({ ...WHOLE, indicators })).toEqual([]);
  });

  it('are not compared with the 小计 of a level', async () => {
    expect(await judged(WHOLE, withTotal('50', '50'))).toEqual([]);
  });

  it('meet a total of the indicators alone', async () => {
    expect(await judged({ ...WHOLE, scoreTotal: { weight: '90', score: '88' } })).toEqual([]);
    expect(await judged({ ...WHOLE, scoreTotal: { weight: '90', score: '86' } })).toEqual([
      'score-total-differs fail',
    ]);
  });

  it('count a merged cell once', async () => {
    const indicators = [row('甲事', '50', '50'), row('乙事', '40', '38'), row('丙事', '40', '38')];
    const merge = ({ disclosures: [disclosure] }: ReadDocument): void => {
      const [, second, third] = disclosure?.indicators ?? [];
      if (!second || !third) throw new Error('缺指标');
      third.evidence = { ...third.evidence, weight: second.evidence.weight, score: second.evidence.score };
    };
    expect(await judged({ ...WHOLE, indicators }, merge)).toEqual([]);
  });

  it('are not judged while most are blank', async () => {
    const indicators = [row('甲事', '50'), row('乙事', '40')];
    expect(await judged({ ...WHOLE, indicators, scoreTotal: { score: '100' } })).toEqual([]);
  });

  it('leave out a row 合计 among the indicators', async () => {
    const indicators = [...WHOLE.indicators, row('合计', '100', '96')];
    expect(await judged({ ...WHOLE, indicators })).toEqual([]);
  });

  it.each([
    ['33.33 three times is 100', ['33.33', '33.33', '33.33'], '100'],
    ['cut off after two decimals', ['33.337', '33.336', '33.33'], '100.00'],
    ['a sum cut off', ['30.126', '30.126', '30.126'], '90.37'],
  ])('forgive rounding: %s', async (_, scores, total) => {
    const indicators = scores.map((score, index) => row(`事${index}`, '33.34', score));
    expect(await judged({ indicators, scoreTotal: { score: total } })).not.toContain(
      'score-total-differs fail',
    );
  });

  it('report a total that is one point off', async () => {
    expect(await judged({ ...WHOLE, scoreTotal: { weight: '100', score: '97' } })).toEqual([
      'score-total-differs fail',
    ]);
  });

  it('leave a total of which only one figure is printed to a person', async () => {
    const indicators = [row('甲事', '60', '60'), row('乙事', '40', '35')];
    expect(await judged({ indicators, scoreTotal: { score: '100' } })).toEqual([
      'score-total-differs review',
    ]);
  });

  it('are not judged in a form joined of several tables that is not whole', async () => {
    const lacking = { ...WHOLE, indicators: WHOLE.indicators.slice(1) };
    const join = (document: ReadDocument) => {
      for (const form of document.forms) form.blocks.push(1);
    };
    expect(await judged({ ...lacking, scoreTotal: undefined }, join)).toEqual([]);
    expect(await judged({ ...WHOLE, scoreTotal: { weight: '100', score: '97' } }, join)).toEqual([
      'score-total-differs fail',
    ]);
  });
});

describe('execution rates', () => {
  it('of 0.0 % beside a dash are blank', async () => {
    expect(await judged(WHOLE, withFiscalLine('0.0', null, null))).toEqual([]);
  });

  it('of 0 where only the total is scored are blank', async () => {
    expect(await judged(WHOLE, withFiscalLine('0', null, null, ''))).toEqual([]);
  });

  it('of 0 are judged where nothing is scored', async () => {
    expect(await judged({ execution: { budget: '100', spent: '80', rate: '0%' } })).toEqual([
      'execution-rate-differs fail',
    ]);
  });

  it('other than 0 are judged beside a dash', async () => {
    expect(await judged(WHOLE, withFiscalLine('60', null, null))).toEqual(['execution-rate-differs fail']);
  });

  it.each(['99.99', '100.00', '99.996'])('may be cut off or rounded: %s', async (rate) => {
    expect(await judged({ execution: { budget: '250000', spent: '249990', rate } })).toEqual([]);
  });

  it('may not be rounded up by a whole place', async () => {
    expect(await judged({ execution: { budget: '250000', spent: '248000', rate: '99.25' } })).toEqual([
      'execution-rate-differs fail',
    ]);
  });
});
