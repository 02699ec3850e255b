import { isCostIndicator } from '../../subjects/cost-target.js';
import { fail, notApplicable, pass, review } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { DisclosureSpec, TargetSpec } from '../example.js';
import { defineFormRule } from '../rule.js';

export const costTargetOpenEnded = defineFormRule({
  id: 'cost-target-open-ended',
  version: 1,
  title: '成本指标用了“大于等于”',
  severity: 'warning',
  tolerance: 'T0',
  forms: ['department', 'project', 'project-list'],
  authority: guidance('设置成本指标以加强成本管理和成本控制', '财预〔2021〕101号'),
  formula: '成本指标的金额不用 ≥、＞、不少于',
  why: '成本指标是控制上限，写成下限就没有约束；补助标准、最低工资一类的下限属正常。',
  messages: {
    open: '成本指标“{name}”的指标值为“{target}”，是下限而不是上限，待核实。',
    standard: '成本指标“{name}”的指标值为“{target}”，是下限；若为补助或待遇标准则属正常，待核实。',
  },
  *check(form) {
    const amounts = form.entries.flatMap((entry) =>
      entry.indicators
        .filter(
          (indicator) => isCostIndicator(indicator) && ['money', 'price'].includes(indicator.parsed.kind),
        )
        .map((indicator) => ({ entry, indicator })),
    );
    if (amounts.length === 0) return yield notApplicable('没有以金额表示的成本指标');
    for (const { entry, indicator } of amounts) {
      const { name, target, parsed, evidence } = indicator;
      if (parsed.operator !== '>=' && parsed.operator !== '>') yield pass;
      else if (/节约|节省|降低|压减|减少/.test(name)) yield notApplicable('指标为节约额');
      else {
        const standard = parsed.kind === 'price' || /标准/.test(name);
        yield (standard ? review : fail)({
          field: `indicator:${name}`,
          project: entry.project,
          message: standard ? 'standard' : 'open',
          parameters: { name, target: target ?? '' },
          reported: target ?? '',
          operands: [{ label: '指标值', evidence: evidence.target ?? evidence.name, form: entry.reading }],
        });
      }
    }
  },
  examples: {
    passes: [
      {
        title: '成本指标是上限',
        disclosures: [costing('工资成本', '≤4万元', ['money', '<=', '4', '万元', '40000', '元'])],
      },
    ],
    reports: [
      {
        title: '成本指标写成了下限',
        disclosures: [costing('工资成本', '≥4万元', ['money', '>=', '4', '万元', '40000', '元'])],
        fields: ['indicator:工资成本'],
      },
    ],
    notApplicable: [
      {
        title: '节约额越多越好',
        disclosures: [costing('印刷费节约金额', '≥1万元', ['money', '>=', '1', '万元', '10000', '元'])],
      },
    ],
  },
});

function costing(name: string, target: string, parsed: TargetSpec): DisclosureSpec {
  return { projects: [{ name: '甲', indicators: [{ level1: '成本指标', name, target, parsed }] }] };
}
