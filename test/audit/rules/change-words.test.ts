import { describe, expect, it } from 'vitest';
import { printedDirection } from '../../../src/audit/equations/statements/printed-direction.js';
import { type SaidSpec, twoYearTable } from '../../../src/audit/rules/pack-example.js';
import { runAudit } from '../../../src/audit/run/run-audit.js';
import { sourceOf } from '../../support/audit-source.js';
import { buildDocument } from '../../support/disclosure-builder.js';

async function message(said: SaidSpec, table?: [before: string, now: string]): Promise<string | undefined> {
  const statements = table ? [twoYearTable(...table)] : [];
  const { findings } = await runAudit(sourceOf([buildDocument({ said: [said], statements })]));
  return findings.find(({ rule }) => rule === 'narrative-percent-differs')?.message;
}

const said = (words: string, direction: 'up' | 'down', rate?: string): SaidSpec => ({
  subject: '支出预算',
  amount: '68.00万元',
  change: ['8.00万元', direction],
  ...(rate ? { percent: [rate, 'change', direction] } : {}),
  sentence: `支出预算68.00万元，较上年${words}8.00万元${rate ? `（${rate}%）` : ''}。`,
});

describe('a change that goes the other way', () => {
  it('is held against the table of both years', async () => {
    const text = await message(said('增长', 'up', '10.53'), ['76.00', '68.00']);
    expect(text).toContain('写“增长8.00万元（10.53%）”');
    expect(text).toContain('由上年76.00万元到本年68.00万元，是减少8万元');
    expect(await message(said('增加', 'up'), ['76.00', '68.00'])).toContain('是减少8万元');
    expect(await message(said('下降', 'down'), ['60.00', '68.00'])).toContain('写“下降8.00万元”');
  });

  it('is right as the table has it', async () => {
    expect(await message(said('减少', 'down', '10.53'), ['76.00', '68.00'])).toBeUndefined();
    expect(await message(said('增加', 'up', '13.33'), ['60.00', '68.00'])).toBeUndefined();
  });

  it('is open where the table compares with another amount', async () => {
    expect(await message(said('增加', 'up', '13.33'), ['75.00', '68.00'])).toBeUndefined();
  });

  it('is told by its rate where no table has last year', async () => {
    const text = await message(said('增加', 'up', '10.53'));
    expect(text).toContain('按8万元 ÷ 60万元应为13.33%，印为10.53%');
    expect(text).toContain('按“减少”推算（8万元 ÷ 76万元）则相符');
    expect(await message(said('增加', 'up', '34.97'))).not.toContain('则相符');
  });
});

describe('words of direction', () => {
  it('are quoted as printed', () => {
    expect(printedDirection('比上年增加0.40万元，下降 8.00%。', '8.00')).toBe('下降');
    expect(printedDirection('较上年压减了0.40万元', '0.40万元')).toBe('压减');
    expect(printedDirection('为0.40万元', '0.40万元')).toBeNull();
  });

  it('in the message', async () => {
    const contrary: SaidSpec = {
      subject: '公务接待费',
      amount: '4.60万元',
      change: ['0.40万元', 'up'],
      percent: ['8.00', 'change', 'down'],
      sentence: '公务接待费4.60万元，比上年提高0.40万元，下降8.00%。',
    };
    expect(await message(contrary)).toContain('先写“提高0.40万元”，随后写“下降8.00%”');
  });
});
