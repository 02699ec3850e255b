import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/pipeline/reading/read-document.js';
import { withCellsOfRows } from '../../../src/pipeline/reading/with-cells-of-rows.js';
import { cellRows, unreadCellRows } from '../../../src/store/documents/cell-rows.js';
import { documentRow } from '../../../src/store/documents/document-row.js';

const PAGE = `<p>2024年项目支出绩效目标表</p>
<table>
<tr><td>项目名称</td><td colspan="3">青禾县河道清淤</td></tr>
<tr><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>指标值</td></tr>
<tr><td>产出指标</td><td>数量指标</td><td>清淤长度</td><td>≥12公里</td></tr>
</table>
<table><tr><td>科目</td><td>金额</td></tr><tr><td>合计</td><td>3</td></tr></table>
<p>说明</p>`;

describe('a document as it goes to the writer', () => {
  it('makes the same rows, without the texts no row is made of', async () => {
    const document = await readDocument(new TextEncoder().encode(PAGE), { path: 'a.html' });
    const sent = withCellsOfRows(document);
    expect(cellRows(1, sent)).toEqual(cellRows(1, document));
    expect(cellRows(1, sent).length).toBeGreaterThan(8);
    expect(unreadCellRows(1, sent)).toEqual(unreadCellRows(1, document));
    expect(documentRow(sent, null)).toEqual(documentRow(document, null));
    expect(JSON.stringify(sent.blocks)).not.toMatch(/科目|说明/);
  });
});
