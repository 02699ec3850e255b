import { createHash } from 'node:crypto';
import { load as parse } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { auditPage } from '../../../src/report/audit-page/audit-page.js';
import type { AuditReport } from '../../../src/report/audit-report/audit-report.js';
import { collected } from '../../support/collected.js';
import { type SampleReport, sampleReport } from '../../support/sample-report.js';

const page = async ({ report, means }: SampleReport, changes: Partial<AuditReport> = {}) =>
  parse((await collected(auditPage({ ...report, ...changes }, means))).join(''));

describe('auditPage', () => {
  it('says what was looked at, and that findings are leads', async () => {
    const $ = await page(sampleReport());
    expect($('h1').text()).toBe('疑点清单（待核实线索）');
    expect($('.caution').text()).toContain('不是结论');
    expect($('.facts').first().text()).toContain('文档 3 份');
    expect($('.facts').first().text()).toContain('2 条：错误 1，提醒 0，提示 1');
  });

  it('lists every finding in the order of the report, each leading to its evidence', async () => {
    const $ = await page(sampleReport());
    const links = $('tr[data-finding] a')
      .map((_, link) => $(link).attr('href'))
      .get();
    expect(links).toEqual(['#f12', '#f5']);
    expect(links.every((link) => $(`details${link} .evidence`).length === 1)).toBe(true);
    expect(
      $('#f12 td.operand mark')
        .map((_, cell) => $(cell).text())
        .get(),
    ).toEqual(['90', '60', '20']);
  });

  it('has a working paper for each department with findings, and all of them in the summary', async () => {
    const $ = await page(sampleReport());
    expect(
      $('section[data-group] h3')
        .map((_, title) => $(title).text())
        .get(),
    ).toEqual([
      '青禾省临川市云溪区 云溪区水利局 2023 年部门预算',
      '青禾省双河市石桥县 石桥县信访局 2023 年部门预算',
    ]);
    const summary = $('h2')
      .filter((_, title) => $(title).text() === '部门汇总')
      .next()
      .find('tbody tr');
    expect(summary.map((_, row) => $(row).find('td').eq(2).text()).get()).toEqual([
      '云溪区水利局',
      '石桥县信访局',
      '石桥县统计局',
    ]);
  });

  it('filters by region, department, rule and severity', async () => {
    const $ = await page(sampleReport());
    const options = (name: string) =>
      $(`select[name=${name}] option`)
        .map((_, option) => $(option).text())
        .get();
    expect(options('region')).toEqual(['全部', '青禾省临川市云溪区（1）', '青禾省双河市石桥县（1）']);
    expect(options('department')).toEqual(['全部', '石桥县信访局（1）', '云溪区水利局（1）']);
    expect(options('rule')).toEqual(['全部', '标题年度不同（1）', '汇总表合计与各行之和不符（1）']);
    expect(options('severity')).toEqual(['全部', '错误（1）', '提醒（0）', '提示（1）']);
    const chosen = (name: string, text: string) =>
      $(`select[name=${name}] option`)
        .filter((_, option) => $(option).text().startsWith(text))
        .attr('value');
    expect($('#f5').attr('data-region')).toBe(chosen('region', '青禾省双河市'));
    expect($('#f5').attr('data-department')).toBe(chosen('department', '石桥县信访局'));
    expect($('#f5').attr('data-rule')).toBe(chosen('rule', '标题年度'));
    expect($('#f5').attr('data-severity')).toBe(chosen('severity', '提示'));
  });

  it('lists what was not judged, and the rules', async () => {
    const $ = await page(sampleReport());
    const unjudged = $('#unjudged').next().text();
    expect(unjudged).toContain('石桥/扫描件.pdf');
    expect(unjudged).toContain('标题读不出');
    expect(unjudged).toContain('没有标题');
    expect($('#rules').next().find('tbody tr').length).toBe(2);
  });

  it('allows nothing but its own style and script', async () => {
    const $ = await page(sampleReport());
    const policy = $('meta[http-equiv=Content-Security-Policy]').attr('content') ?? '';
    const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`style-src ${hashOf($('style').text())}`);
    expect(policy).toContain(`script-src ${hashOf($('script').text())}`);
    expect($('[style], [onclick], link, img, iframe, script[src]').length).toBe(0);
  });

  it('keeps hostile text as text, and hostile addresses unlinked', async () => {
    const attack = '</script><script>alert(1)</script><b onmouseover="alert(1)">';
    const $ = await page(sampleReport({ message: attack, url: 'javascript:alert(1)' }));
    expect($('script').length).toBe(1);
    expect($('b[onmouseover]').length).toBe(0);
    expect($('#f5 .body p').first().text()).toBe(attack);
    expect($('a[href^=javascript]').length).toBe(0);
    expect($('.paper .facts').first().text()).toContain('javascript:alert(1)');
    expect(
      (await page(sampleReport({ url: 'https://example.org/a?b=1&c="' })))('.paper a[rel]').attr('href'),
    ).toBe('https://example.org/a?b=1&c="');
  });

  it("shows the reviewer's answer", async () => {
    const { report, means } = sampleReport();
    const [first, second] = report.findings;
    if (!first || !second) throw new Error('two findings');
    const review = {
      fingerprint: '00aa',
      state: 'explained' as const,
      comment: '已更正',
      who: '李四',
      at: '2024-06-01T00:00:00Z',
    };
    const $ = await page({ report, means }, { findings: [{ ...first, review }, second] });
    expect($('#f12 .answer').text()).toBe('复核已说明：已更正（李四，2024-06-01）');
    expect($('#f5 .by-hand').length).toBe(1);
  });

  it('says what it does not list', async () => {
    const filtered = { by: '只列“错误”', leftOut: 7 };
    expect((await page(sampleReport(), { filtered }))('.facts').first().text()).toContain(
      '另有 7 条没有列出',
    );
    expect((await page(sampleReport(), { findings: [] })).text()).toContain('没有疑点');
  });
});
