import { expect, it } from 'vitest';
import { readDisclosures } from '../../normalizers/read-disclosures.js';
import { explainGrids } from '../../normalizers/recognize/unread/explain-grids.js';
import { renderGridAccounts } from '../../src/report/render-grid-accounts.js';
import { drawTable, paragraph } from '../normalizers/recognize/draw-table.js';
import { buildDocument } from '../support/document-builder.js';

it('says of every grid what it was taken for, and why not for more', () => {
  const blocks = [
    paragraph('2024年项目支出绩效目标表'),
    drawTable(`项目名称|渠道清淤|<|<
年度目标|清淤十二公里，保证灌溉|<|<
一级指标|二级指标|三级指标|指标值
产出指标|数量指标|清淤长度|12公里`),
    drawTable('产出指标|质量指标|合格率|100%\n效益指标|社会效益指标|受益农户|300户', 2),
    paragraph('考核要点表', 2),
    drawTable('一级指标|考核要点|应达数值\n产出指标|清淤长度|12公里\n效益指标|灌溉保证|95%', 3),
    paragraph('会议费明细表', 3),
    drawTable('会议名称|人数\n防汛会议|50', 4),
  ];
  const read = readDisclosures({ format: 'text', outcome: 'ok', blocks, diagnostics: [] }, { path: 'a' });
  const document = buildDocument({ ...read, disclosures: [], blocks });
  expect(
    renderGridAccounts(explainGrids(document), read.forms, new Map([['project-plain', '一张项目表']])).join(
      '',
    ),
  ).toBe(`表 1  4 行 4 列
  绩效表 1：项目支出绩效目标表，版式 一张项目表（project-plain）
表 2  2 行 4 列
  续表：接着绩效表 1（项目支出绩效目标表）
表 3  3 行 3 列
  疑似绩效表：第 1–3 行（共 3 行）有绩效表的用词，不属于任何认出的绩效表
  最接近的表头是指标表（第 1 行），缺 二级指标 或 三级指标；不认得的标签：“考核要点”、“应达数值”
表 4  2 行 2 列
  其他表
  没有认得的表头；不认得的标签：“会议名称”、“人数”
`);
});
