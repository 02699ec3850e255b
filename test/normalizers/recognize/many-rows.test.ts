import { expect, it } from 'vitest';
import { buildGrid } from '../../../extractors/tables/grid-builder.js';
import { readDisclosures } from '../../../normalizers/read-disclosures.js';
import { IS_THOROUGH } from '../../support/thorough.js';

const HEADER = [
  '项目名称',
  '项目总额',
  '绩效目标',
  '一级指标',
  '二级指标',
  '三级指标',
  '指标性质',
  '指标值',
  '度量单位',
];

it.runIf(IS_THOROUGH)('reads a list of more cells than a call may have arguments', () => {
  const projects = 1500;
  const rows = [HEADER.map((text) => ({ text }))];
  for (let project = 0; project < projects; project++) {
    for (let i = 0; i < 10; i++) {
      const name = i === 0 ? [`第${project}号桥维修`, '10', '完成维修'] : ['', '', ''];
      rows.push(
        [...name, '产出指标', '数量指标', `第${project}号桥第${i}处`, '≥', '1', '处'].map((text) => ({
          text,
        })),
      );
    }
  }
  const { disclosures } = readDisclosures(
    {
      format: 'html',
      outcome: 'ok',
      blocks: [
        { kind: 'paragraph', text: '2024年项目支出绩效目标表', place: '¶1' },
        buildGrid(rows, { table: 1 }),
      ],
      diagnostics: [],
    },
    { path: 'a.html' },
  );
  expect(disclosures[0]?.projects).toHaveLength(projects);
  expect(disclosures[0]?.indicators).toHaveLength(projects * 10);
});
