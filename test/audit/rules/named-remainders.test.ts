import { describe, expect, it } from 'vitest';
import type { DisclosureSpec } from '../../../src/audit/rules/example.js';
import { runAudit } from '../../../src/audit/run/run-audit.js';
import { sourceOf } from '../../support/audit-source.js';
import { buildDocument } from '../../support/disclosure-builder.js';

async function messages(rule: string, spec: DisclosureSpec): Promise<string[]> {
  const { findings } = await runAudit(sourceOf([buildDocument(spec)]));
  return findings.filter((finding) => finding.rule === rule).map(({ message }) => message);
}

const list = (total: string, rows: Record<string, string>) => ({
  kind: 'project-expenditure' as const,
  title: '项目支出表',
  columns: [['合计', 'total']] as [string, 'total'][],
  lines: [
    { item: '合计', role: 'total' as const, amounts: [total] },
    ...Object.entries(rows).map(([item, amount]) => ({ item, amounts: [amount] })),
  ],
});

const less = (projects: Record<string, string>, total: string, rows: Record<string, string>) =>
  messages('forms-sum-differs-from-statement', {
    projects: Object.entries(projects).map(([name, amount]) => ({ name, amount })),
    statements: [list(total, rows)],
  });

describe('what the forms lack of the projects', () => {
  it('are the projects without a form', async () => {
    const [text] = await less({ 河道清淤: '20' }, '70', { 河道清淤: '20', 堤岸绿化: '50' });
    expect(text).toContain('少50万元（占71.43%），“堤岸绿化”50万元没有公开绩效目标，');
  });

  it('are these and a difference of amounts', async () => {
    const [text] = await less({ 河道清淤: '15' }, '70', { 河道清淤: '20', 堤岸绿化: '50' });
    expect(text).toContain('其中“堤岸绿化”50万元没有公开绩效目标，另外5万元是有目标表的项目');
    const [more] = await less({ 河道清淤: '25' }, '70', { 河道清淤: '20', 堤岸绿化: '50' });
    expect(more).toContain('有目标表的项目比项目支出表多5万元');
  });

  it('is a difference of amounts alone where every project has its form', async () => {
    const forms = { 河道清淤: '15', 堤岸绿化: '50' };
    const [text] = await less(forms, '70', { 河道清淤: '20', 堤岸绿化: '50' });
    expect(text).toContain('少5万元（占7.14%），是有目标表的项目与项目支出表的金额之差');
    expect(text).not.toContain('没有公开');
  });

  it('names a few of many', async () => {
    const rows = Object.fromEntries(
      ['一', '二', '三', '四', '五', '六', '七'].map((n) => [`第${n}渠`, '10']),
    );
    const [text] = await less({ 河道清淤: '20' }, '90', { 河道清淤: '20', ...rows });
    expect(text).toContain('“第五渠”10万元等7个项目共70万元没有公开绩效目标');
    expect(text).not.toContain('第六渠');
  });

  it('is not said of a table that lists some of them', async () => {
    const [text] = await less({ 河道清淤: '20' }, '90', { 河道清淤: '20', 堤岸绿化: '50' });
    expect(text).toContain('或有项目没有公开绩效目标');
  });
});

describe('an amount of the prose', () => {
  const meetings = (printed: string, item = '') =>
    messages('narrative-amount-differs', {
      statements: [
        {
          kind: 'three-public',
          columns: [
            ['培训费', 'other'],
            ['会议费', 'other'],
          ],
          lines: [{ item, amounts: ['3.2', '1.5'] }],
        },
      ],
      said: [{ subject: '培训费', aboutYear: 2023, amount: printed }],
    });

  it('is held against a row that has a name', async () => {
    expect((await meetings('2.3万元'))[0]).toContain('“合计·培训费”为3.2万元，相差0.9万元，各');
    expect((await meetings('2.3万元', '水务局'))[0]).toContain('“水务局·培训费”');
  });

  it('may be in the wrong unit', async () => {
    expect((await meetings('3.2元'))[0]).toContain('像是单位写错（万元／元）');
    expect((await meetings('32000万元'))[0]).toContain('像是单位写错（万元／元）');
    expect((await meetings('3.3元'))[0]).not.toContain('像是单位写错');
  });
});

describe('the year of the year before', () => {
  const said = { subject: '项目支出', aboutYear: 2022, amount: '70万元' };
  const risen: DisclosureSpec['said'] = [
    { ...said, change: ['10万元', 'up'], sentence: '2022年项目支出70万元，比上年增加10万元。' },
  ];
  const again = { subject: '项目支出', amount: '70万元', sentence: '其中项目支出70万元。' };
  const years = (own: DisclosureSpec['said']) =>
    messages('narrative-year-differs', { statements: [list('70', { 河道清淤: '70' })], said: own });

  it('is found beside the amount said once more without a year', async () => {
    expect(await years([...(risen ?? []), again])).toHaveLength(1);
  });

  it.each([
    ['the year before without a change of its own', [said, again]],
    ['no change between the years', [...(risen ?? []), { ...again, change: ['0万元', 'same'] }]],
    ['the amount said of the year too', [...(risen ?? []), { ...again, aboutYear: 2023 }]],
    ['another amount', [{ ...said, amount: '60万元' }]],
  ] as [string, DisclosureSpec['said']][])('is open for %s', async (_, own) => {
    expect(await years(own)).toEqual([]);
  });

  it('is found for 机关运行经费, which tables print as 公用经费', async () => {
    const found = await messages('narrative-year-differs', {
      statements: [
        {
          kind: 'basic-economy',
          columns: [
            ['人员经费', 'other'],
            ['公用经费', 'other'],
          ],
          lines: [{ item: '合计', role: 'total', amounts: ['300', '89.4'] }],
        },
      ],
      said: [{ subject: '机关运行经费', aboutYear: 2022, amount: '89.40万元', change: ['2.40万元', 'up'] }],
    });
    expect(found).toHaveLength(1);
  });
});
