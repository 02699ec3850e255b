import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { evidenceSlip, verificationLetter } from '../../../scripts/letters/templates.js';
import { slipOf } from '../../../src/app/evidence-slip.js';
import { addresseesOf, letterTo } from '../../../src/app/letters.js';
import { placeInWords } from '../../../src/model/place.js';
import { checkTemplate } from '../../../src/report/letters/check-template.js';
import { fillTemplate, ownTemplate } from '../../../src/report/letters/fill-template.js';
import { EVERY_PAPER, PAPERS, type Placeholders } from '../../../src/report/letters/placeholders.js';
import { docx, p, tbl, tr } from '../../support/docx-builder.js';
import { siteApp } from '../../support/site-app.js';
import { smallDisclosure } from '../../support/small-disclosure.js';

const DATE = new Date(2024, 4, 1);

/** The text of a Word file, a line a paragraph. */
const textOf = (bytes: Uint8Array): string =>
  strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '');

const letter = (...paragraphs: string[]): Uint8Array => docx(paragraphs.map((each) => p(each)).join(''));
const check = (bytes: Uint8Array): void => checkTemplate(bytes, '我的.docx', PAPERS.核实函.placeholders);

describe('a letter to a department', () => {
  const files = {
    '/home/x/a.txt': smallDisclosure({ total: '13' }),
    'b.txt': smallDisclosure({ total: '17', year: 2024 }),
    'c.txt': smallDisclosure({ department: '株洲市石峰区司法局' }),
  };
  const asked = { scope: {}, wanted: {}, template: ownTemplate('核实函'), date: DATE };

  it('says of every finding what was printed, where, and how it was worked out', async () => {
    const { store } = await siteApp(files);
    const { addressees, unassigned } = await addresseesOf(store, asked);
    expect([addressees.map(({ department }) => department), unassigned]).toEqual([['株洲市石峰区信访局'], 0]);
    const [to] = addressees;
    if (!to) throw new Error('nobody');
    const text = textOf(await letterTo(store, to, asked));
    expect(text).toContain('株洲市石峰区信访局：');
    expect(text).toContain('2024年5月1日');
    expect(text).toContain(`发现${to.rows.length}处`);
    expect(text.match(/□属实，说明：/g)).toHaveLength(to.rows.length);
    for (const { id } of to.rows) {
      const located = await store.locate(`f${id}`);
      if (located.kind !== 'finding') throw new Error('no finding');
      const { message, formula, evidence } = located.finding;
      for (const part of [
        `编号f${id}`,
        message,
        formula ?? '',
        placeInWords(evidence[0]?.evidence.place ?? ''),
      ]) {
        expect(text).toContain(part.replaceAll('<', '&lt;'));
      }
    }
    expect(text).toContain('a.txt');
    expect(text).toContain('（万元）');
    expect(text).not.toMatch(/\/home|[{}]/);
  });

  it('leaves out what was settled unless asked', async () => {
    const { store } = await siteApp(files);
    const found = await store.listReviews();
    await store.saveReviews(
      found.map(({ fingerprint }) => ({ fingerprint, state: 'explained', comment: null, who: '甲' })),
    );
    expect((await addresseesOf(store, asked)).addressees).toEqual([]);
    expect((await addresseesOf(store, { scope: {}, wanted: { all: true } })).addressees).toHaveLength(1);
  });

  it('is downloaded from the pages of the department and of the finding', async () => {
    const { app, store } = await siteApp(files);
    const [finding] = await store.listReviews();
    const page = await (await app.request(`/findings/${finding?.id}`)).text();
    expect(page).toContain(`href="/letters/f${finding?.id}"`);
    const slip = await app.request(`/letters/f${finding?.id}`);
    expect(textOf(new Uint8Array(await slip.arrayBuffer()))).toContain(finding?.message);
    expect((await app.request('/letters/f999')).status).toBe(404);
    const query = new URLSearchParams({ region: '430204', key: finding?.department_key ?? '' });
    expect(await (await app.request(`/department?${query}`)).text()).toContain(
      '/letters?region=430204&amp;key=',
    );
    const whole = await app.request(`/letters?${query}`);
    expect([whole.status, whole.headers.get('content-disposition')]).toEqual([
      200,
      `attachment; filename*=UTF-8''${encodeURIComponent('核实函-湖南省株洲市石峰区-株洲市石峰区信访局.docx')}`,
    ]);
  });

  it('writes the content of a file, and why its page is not drawn, on a slip', async () => {
    const { store } = await siteApp(files);
    const [finding] = await store.listReviews();
    const drawer = {
      draws: () => false,
      canDraw: async () => false,
      draw: async () => ({ kind: 'gone' as const }),
    };
    const { bytes } = await slipOf(store, finding?.id ?? 0, {
      drawer,
      template: ownTemplate('取证单'),
      date: DATE,
    });
    const text = textOf(bytes);
    expect(text).toContain('SHA-256：');
    expect(text).toContain('（万元）');
    expect(text).not.toMatch(/网址|^(公开值|算式|差额|项目)\n\n/m);
    expect(text).toContain('原文件不是印刷页');
    expect(text).not.toMatch(/[{}]/);
  });
});

describe('a template', () => {
  it('that comes with the program is the one its script builds, and can be filled in', () => {
    const built = { 核实函: verificationLetter(), 取证单: evidenceSlip() };
    for (const paper of EVERY_PAPER) {
      const { name, bytes } = ownTemplate(paper);
      expect(unzipSync(new Uint8Array(bytes))).toEqual(unzipSync(built[paper]));
      checkTemplate(bytes, name, PAPERS[paper].placeholders);
    }
  });

  it('has every placeholder told of in the documentation', () => {
    const told = readFileSync(new URL('../../../docs/letters.md', import.meta.url), 'utf8');
    const names = (all: Placeholders): string[] =>
      Object.entries(all).flatMap(([name, { within }]) => [name, ...(within ? names(within) : [])]);
    for (const paper of EVERY_PAPER)
      for (const name of names(PAPERS[paper].placeholders)) expect(told).toContain(`\`${name}\``);
  });

  it('may hold anything in what is filled in', async () => {
    const odd = '{#事项}<w:p>&\u0001\ud800甲\n乙{/文件}';
    const bytes = letter('{部门}');
    const filled = await fillTemplate({ name: 't', bytes }, '核实函', { 部门: odd });
    expect(textOf(filled)).toContain('{#事项}&lt;w:p&gt;&amp;甲');
  });

  it.each([
    ['{部们}', '第 2 段“{部们}”：没有占位符 {部们}'],
    ['甲{部门', '第 2 段“甲{部门”：“{”没有配对'],
    ['{#事项}', '第 2 段“{#事项}”：{#事项} 后面没有 {/事项}'],
    ['{/事项}', '第 2 段“{/事项}”：{/事项} 前面没有 {#事项}'],
    ['{#事项}{#摘录}{/事项}', '先用 {/摘录} 结束它'],
    ['{原文}', '没有占位符 {原文}'],
    ['{说明}', '{说明} 只能写在 {#事项} 与 {/事项} 之间'],
    ['{事项}', '{事项} 是一段的开头'],
    ['{#部门}', '{#部门} 只是一个值'],
  ])('with %s is refused, with its place', (wrong, message) => {
    expect(() => check(letter('{部门}', wrong))).toThrow(message);
    expect(() => check(letter('{部门}', wrong))).toThrow('模板 我的.docx');
  });

  it('is looked at in its tables, header and footer too', () => {
    check(docx(tbl([tr(['{#文件}{序号}', '{名称}{/文件}'])]), { footer: p('{日期}') }));
    expect(() => check(docx(p('{部门}'), { footer: p('{日起}') }))).toThrow(
      '页脚第 1 段“{日起}”：没有占位符',
    );
  });

  it('that is no Word file is refused', () => {
    expect(() => check(new TextEncoder().encode('不是'))).toThrow('不是 Word 文件');
  });
});

describe('a place in words', () => {
  it.each([
    ['p31 t2 r5 c3', '第 31 页第 2 个表第 5 行第 3 列'],
    ['t2 r5 c3', '第 2 个表第 5 行第 3 列'],
    ['表 1!C7', '工作表“表 1”的 C7 格'],
    ['p31 ¶4', '第 31 页第 4 段'],
    ['¶12', '第 12 段'],
    ['p31', '第 31 页'],
    ['t2 r5 c3 / t1 r1 c2', '第 2 个表第 5 行第 3 列的格内，第 1 个表第 1 行第 2 列'],
  ])('%s', (place, words) => expect(placeInWords(place)).toBe(words));
});
