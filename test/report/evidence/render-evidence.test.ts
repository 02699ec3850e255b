import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { buildGrid } from '../../../extractors/tables/grid-builder.js';
import type { ReadDocument } from '../../../src/model/document.js';
import type { Finding } from '../../../src/model/finding.js';
import { sheetPlace } from '../../../src/model/place.js';
import { renderEvidence } from '../../../src/report/evidence/render-evidence.js';
import { documentOf, findingOn, operandAt } from '../../support/sample-report.js';

const draw = (finding: Finding, ...documents: ReadDocument[]) =>
  load(String(renderEvidence(finding, new Map(documents.map((each) => [each.sha256, each])))));

const small = documentOf('甲.docx', [
  buildGrid(
    [
      [{ text: '项目资金', rowSpan: 2 }, { text: '总额' }, { text: '90' }],
      [{ text: '其中：财政' }, { text: '80' }],
      [{ text: '备注', colSpan: 3 }],
    ],
    { table: 2, page: 31 },
  ),
]);

describe('renderEvidence', () => {
  it('draws the grid with its merges and the operands highlighted and numbered', () => {
    const $ = draw(findingOn(small, { evidence: [operandAt(small, '90'), operandAt(small, '80')] }), small);
    expect($('.grid td[rowspan=2]').text()).toBe('项目资金');
    expect($('.grid td[colspan=3]').text()).toBe('备注');
    expect(
      $('.grid td.operand')
        .map((_, cell) => $(cell).text())
        .get(),
    ).toEqual(['190', '280']);
    expect(
      $('.grid td.operand mark')
        .map((_, cell) => $(cell).text())
        .get(),
    ).toEqual(['90', '80']);
    expect(
      $('.grid tbody th')
        .map((_, cell) => $(cell).text())
        .get(),
    ).toEqual(['r1', 'r2', 'r3']);
    expect($('figcaption').text()).toContain('甲.docx 第 31 页第 2 表');
  });

  it('works the sum out beside it', () => {
    const $ = draw(findingOn(small, { evidence: [operandAt(small, '90', '总额')] }), small);
    expect($('.formula').text()).toBe('60 + 20 = 80 ≠ 90（万元）');
    const facts = $('.working dt')
      .map((_, term) => `${$(term).text()} ${$(term).next().text()}`)
      .get();
    expect(facts).toEqual([
      '公开值 90万元',
      '推算值 80万元',
      '差额 多10万元（100000元）',
      '占比 11.11%',
      '容差 10000元',
    ]);
    expect(
      $('.operands tbody td')
        .map((_, cell) => $(cell).text())
        .get(),
    ).toEqual(['1', '总额', '90', 'p31 t2 r1 c3']);
  });

  it('numbers a cell that is several operands with all of them', () => {
    const twice = [operandAt(small, '90', '总额'), operandAt(small, '90', '预算数')];
    const $ = draw(findingOn(small, { evidence: twice }), small);
    expect(
      $('td.operand sup')
        .map((_, each) => $(each).text())
        .get(),
    ).toEqual(['1', '2']);
  });

  it('leaves out rows of a large grid and says which', () => {
    const rows = Array.from({ length: 200 }, (_, index) => [
      { text: `第${index + 1}项` },
      { text: `${index * 3}` },
    ]);
    const grid = buildGrid(rows, { table: 1 });
    const cells = grid.cells.map((cell) => ({ ...cell, place: sheetPlace('汇总', cell.row, cell.column) }));
    const large = documentOf('大表.xlsx', [{ ...grid, sheet: '汇总', cells }]);
    const $ = draw(findingOn(large, { evidence: [operandAt(large, '297')] }), large);
    expect($('.grid tbody tr').length).toBeLessThan(15);
    expect(
      $('.grid tr.left-out')
        .map((_, row) => $(row).text())
        .get(),
    ).toEqual(['略去 4–97，共 94 行，见原文', '略去 103–200，共 98 行，见原文']);
    expect($('.grid thead').text()).toBe('AB');
  });

  it('leaves out columns of a wide grid and says which', () => {
    const wide = documentOf('宽表.docx', [
      buildGrid([Array.from({ length: 60 }, (_, index) => ({ text: `列${index + 1}` }))], { table: 1 }),
    ]);
    const $ = draw(findingOn(wide, { evidence: [operandAt(wide, '列30')] }), wide);
    expect(
      $('p.left-out')
        .map((_, note) => $(note).text())
        .get(),
    ).toEqual(['略去 c3–c26，共 24 列，见原文', '略去 c34–c60，共 27 列，见原文']);
  });

  it('draws little of each where the evidence stands in many grids', () => {
    const grids = Array.from({ length: 5 }, (_, t) =>
      buildGrid(
        Array.from({ length: 15 }, (_, r) => [{ text: `表${t}行${r}` }]),
        { table: t + 1 },
      ),
    );
    const many = documentOf('多表.docx', grids);
    const evidence = grids.map((_, t) => operandAt(many, `表${t}行9`));
    const $ = draw(findingOn(many, { evidence }), many);
    expect($('figure').length).toBe(5);
    expect($('.grid tbody th').length).toBe(5 * 5);
  });

  it('quotes paragraphs', () => {
    const text = { kind: 'paragraph' as const, text: '全年培训三十人。', place: 'p2 ¶4' };
    const prose = documentOf('文字.pdf', [text]);
    const $ = draw(findingOn(prose, { evidence: [operandAt(prose, '三十')] }), prose);
    expect($('blockquote mark').text()).toBe('全年培训三十人。');
    expect($('figcaption').text()).toContain('p2 ¶4');
  });

  it('draws what stands in a cell of its own table', () => {
    const inner = buildGrid([[{ text: '内' }]], { table: 1 });
    const outer = buildGrid([[{ text: '外' }, { text: '5' }]], { table: 1 });
    const cells = outer.cells.map((cell, index) => (index === 0 ? { ...cell, nested: [inner] } : cell));
    const nested = documentOf('套表.docx', [{ ...outer, cells }]);
    const $ = draw(findingOn(nested, { evidence: [operandAt(nested, '5')] }), nested);
    expect($('.grid td .grid td').last().text()).toBe('内');
  });

  it('says what it cannot show', () => {
    const operand = operandAt(small, '90');
    const lost = { ...operand, evidence: { ...operand.evidence, cell: 99, place: 'p31 t2 r9 c9' } };
    const nowhere = { ...operand, evidence: { ...operand.evidence, block: 7, place: 'p40 t1 r1 c1' } };
    const $ = draw(findingOn(small, { evidence: [lost, nowhere] }), small);
    expect($('.left-out').text()).toContain('1（p31 t2 r9 c9）');
    expect($('.left-out').text()).toContain('2（p40 t1 r1 c1）');
    expect(draw(findingOn(small, { evidence: [operand] }))('.left-out').text()).toContain('已不在库中');
  });

  it('keeps hostile text as text', () => {
    const attack = '</td><script>alert(1)</script><img src=x onerror=alert(1)>"\'&amp;\u202E\u0000';
    const hostile = documentOf(`${attack}.docx`, [buildGrid([[{ text: attack }]], { table: 1 })]);
    const $ = draw(
      findingOn(hostile, {
        evidence: [operandAt(hostile, attack)],
        formula: attack,
        reported: attack,
        expected: attack,
      }),
      hostile,
    );
    expect($('script, img').length).toBe(0);
    expect($('td.operand mark').text()).toBe(attack.slice(0, -2));
  });

  it('shortens endless cells and says by how much', () => {
    const endless = documentOf('长.docx', [
      buildGrid([[{ text: '甲'.repeat(5000) }, { text: '乙'.repeat(5000) }]], { table: 1 }),
    ]);
    const $ = draw(findingOn(endless, { evidence: [operandAt(endless, '乙'.repeat(5000))] }), endless);
    expect($('.grid td').eq(1).text()).toBe(`${'甲'.repeat(160)}…（略 4840 字）`);
    expect($('td.operand').text()).toContain('…（略 1000 字）');
  });
});
