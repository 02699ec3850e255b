import { parentEquation } from '../../equations/project.js';
import { judgeEquation, SUM_MESSAGES } from '../../figures/equation.js';
import { arithmetic } from '../authority.js';
import { defineFormRule } from '../rule.js';

export const projectAmountDiffersFromParent = defineFormRule({
  id: 'project-amount-differs-from-parent',
  version: 1,
  title: '项目金额与所属专项金额不符',
  severity: 'warning',
  tolerance: 'T1',
  forms: ['project'],
  authority: arithmetic('专项只有一个支出方向时，两个金额应当相等'),
  formula: '所属专项金额 = 项目金额（该专项只有一个支出方向时）',
  why: '支出方向与所属专项同名、金额却不同，至少一处有误；专项另有支出方向而未公开的，应当说明。',
  messages: SUM_MESSAGES,
  *check(form) {
    yield judgeEquation(parentEquation(form));
  },
  examples: {
    passes: [
      {
        title: '两个金额相等',
        disclosures: [{ projects: [{ name: '甲', amount: '8', parentAmount: '8' }] }],
      },
    ],
    reports: [
      {
        title: '所属专项 10，项目 8',
        disclosures: [{ projects: [{ name: '甲', amount: '8', parentAmount: '10' }] }],
        fields: ['project.parent-amount'],
      },
      {
        title: '支出方向名称不同：可能另有支出方向，待核实',
        disclosures: [
          { projects: [{ name: '甲', parent: '甲', direction: '甲之一', amount: '8', parentAmount: '10' }] },
        ],
        fields: ['project.parent-amount'],
      },
    ],
    notApplicable: [
      { title: '没有所属专项金额', disclosures: [{ projects: [{ name: '甲', amount: '8' }] }] },
    ],
  },
});
