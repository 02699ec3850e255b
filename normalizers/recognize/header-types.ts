import type { ColumnRole } from './roles.js';

export type HeaderType = 'execution' | 'indicators' | 'costs' | 'work-plan' | 'projects' | 'budgets';

/** Columns that make a row the header of a table, each with its alternatives; the first type whose columns are all there. */
export const headerTypes: readonly {
  type: HeaderType;
  require: readonly (readonly ColumnRole[])[];
}[] = [
  { type: 'execution', require: [['execution.initial', 'execution.budget'], ['execution.spent']] },
  {
    type: 'indicators',
    require: [['indicator.name'], ['indicator.target', 'indicator.targetPeriod', 'indicator.actual']],
  },
  { type: 'indicators', require: [['indicator.level1'], ['indicator.level2', 'indicator.name']] },
  { type: 'indicators', require: [['indicator.level2'], ['indicator.name']] },
  {
    type: 'indicators',
    require: [['indicator.name'], ['indicator.operator'], ['indicator.unit', 'indicator.weight']],
  },
  {
    type: 'costs',
    require: [
      ['cost.item', 'cost.category'],
      ['cost.calculation', 'budget'],
    ],
  },
  { type: 'work-plan', require: [['work.item'], ['work.goal', 'work.content', 'work.office']] },
  { type: 'projects', require: [['project.name'], ['goal.annual', 'goal.period']] },
  { type: 'projects', require: [['project.name'], ['project.purpose'], ['budget']] },
  { type: 'budgets', require: [['budget'], ['budget'], ['budget']] },
];
