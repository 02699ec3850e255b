import { describe, expect, it } from 'vitest';
import {
  findingsInForms,
  PROJECT_LAYOUTS,
  type PrintedProject,
  type PrintedRow,
} from '../../support/project-forms.js';

const costing = (name: string, amount: string, ...costs: [name: string, value: string, unit?: string][]) =>
  ({
    name,
    amount,
    rows: [
      ['产出指标', '数量指标', '巡护河段', '＝', '12', '条'],
      ...costs.map(
        ([title, value, unit = '万元']): PrintedRow => ['成本指标', '经济成本指标', title, '≤', value, unit],
      ),
    ],
  }) satisfies PrintedProject;

async function found(projects: PrintedProject[], layout = PROJECT_LAYOUTS[0]): Promise<string[]> {
  const findings = await findingsInForms(layout ?? 'form', projects);
  return findings
    .filter(({ rule }) => rule === 'cost-targets-differ-from-amount')
    .map(({ field, severity, parameters }) => `${field} ${parameters.case} ${severity}`);
}

describe('cost-targets-differ-from-amount', () => {
  it.each(PROJECT_LAYOUTS)('adds limits up against the amount, in the layout %s', async (layout) => {
    const project = costing('河道管护', '36.5', ['人工费', '24'], ['设备费', '15']);
    expect(await found([project], layout)).toEqual(['costs:河道管护 more note']);
  });

  it('tells what little the targets hold down, once a document', async () => {
    const projects = [
      costing('河道管护', '90', ['物料费', '6']),
      costing('水库除险', '400', ['监理费', '12']),
      costing('山塘清淤', '60', ['清淤费用', '55']),
    ];
    expect(await found(projects)).toEqual(['costs/coverage little note']);
  });

  it.each<[string, PrintedProject]>([
    ['the total beside its parts', costing('甲', '36', ['总成本', '36'], ['人工费', '24'], ['设备费', '12'])],
    [
      'the total in another figure',
      costing('甲', '36', ['合同总价', '35'], ['人工费', '24'], ['设备费', '11']),
    ],
    ['prices', costing('甲', '36', ['每条河段成本', '3'], ['人均培训费', '400', '元'])],
    ['equal', costing('甲', '36', ['人工费', '24'], ['设备费', '12'])],
    ['equal but for rounding', costing('甲', '36', ['人工费', '24.004'], ['设备费', '12'])],
    ['the main costs', costing('甲', '36', ['人工费', '20'], ['设备费', '10'])],
    ['one main cost', costing('甲', '36', ['人工费', '20'])],
    ['a cost by the season', costing('甲', '36', ['季度成本', '9'])],
    ['a cost of the month', costing('甲', '36', ['月均成本', '3'])],
    ['one of them above the amount alone', costing('甲', '36', ['人工费', '40'], ['设备费', '12'])],
  ])('is silent about %s', async (_, project) => {
    expect(await found([project])).toEqual([]);
  });
});
