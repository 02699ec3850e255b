import { describe, expect, it } from 'vitest';
import { findingsInForms, type PrintedRow } from '../../support/project-forms.js';

const count = (name: string, value: string, unit: string): PrintedRow => [
  '产出指标',
  '数量指标',
  name,
  '≥',
  value,
  unit,
];

async function slips(...rows: PrintedRow[]): Promise<string[]> {
  const projects = rows.map((row, index) => ({
    name: `宣传项目${'甲乙丙'[index]}`,
    amount: '20',
    rows: [row],
  }));
  const findings = await findingsInForms('columns', projects);
  return findings
    .filter(({ rule }) => rule === 'target-differs-between-projects')
    .map(({ field, severity }) => `${field} ${severity}`);
}

describe('figures of sister indicators ten thousand times apart', () => {
  it('are a note, told once', async () => {
    expect(
      await slips(
        count('网站稿件采编工作量', '800', '条'),
        count('网站信息采编工作量', '800', '万条'),
        count('网站信息采编工作量（合同期内）', '800', '万条'),
      ),
    ).toEqual(['indicator:网站信息采编工作量/sister note']);
  });

  it.each<[string, PrintedRow, PrintedRow]>([
    ['another figure', count('网站稿件采编工作量', '800', '条'), count('网站信息采编工作量', '500', '万条')],
    ['another unit', count('网站稿件采编工作量', '800', '篇'), count('网站信息采编工作量', '800', '万条')],
    [
      'another beginning',
      count('报刊稿件采编工作量', '800', '条'),
      count('网站信息采编工作量', '800', '万条'),
    ],
    ['another end', count('网站稿件采编', '800', '次'), count('网站信息点击量', '800', '万次')],
    [
      'a small round figure',
      count('网站稿件采编工作量', '5', '条'),
      count('网站信息采编工作量', '5', '万条'),
    ],
    ['both in 万', count('网站稿件采编工作量', '800', '万条'), count('网站信息采编工作量', '800', '万条')],
  ])('are not found in %s', async (_, one, other) => {
    expect(await slips(one, other)).toEqual([]);
  });
});
