import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { findLinks } from '../../../src/collect/pages/find-links.js';
import { findNextPages } from '../../../src/collect/pages/find-next-pages.js';
import { readWebPage, type WebPage } from '../../../src/collect/pages/read-web-page.js';
import { isSelected } from '../../../src/collect/pages/selection.js';

const PAGE = 'http://qinghe.example/czj/index.html';
const linksOf = (body: string) => findLinks(load(body), PAGE);
const shown = (body: string) =>
  linksOf(body).map(({ address, kind, text }) => `${kind} ${address} ${text}`.trim());
const next = (body: string, address = PAGE) => findNextPages(load(body), address);

describe('links', () => {
  it('are files, downloads or pages', () => {
    expect(
      shown(`<a href="./P020240312.docx">附件1</a><a href="/down?id=3">附件：预算.xls</a><a href="a.html">通知</a>
        <a href="style.css">x</a><a href="mailto:a@b.example">y</a><a href="#top">z</a>`),
    ).toEqual([
      'file http://qinghe.example/czj/P020240312.docx 附件1',
      'download http://qinghe.example/down?id=3 附件：预算.xls',
      'page http://qinghe.example/czj/a.html 通知',
    ]);
  });

  it.each([
    [`<a href="javascript:window.open('/f/a.pdf')">甲</a>`, 'http://qinghe.example/f/a.pdf'],
    [`<a href="#" onclick="location.href='../f/a.doc';return false">甲</a>`, 'http://qinghe.example/f/a.doc'],
    [
      `<a href="javascript:void(0)" onclick="downloadFile('12','/f/a.wps','预算.wps')">甲</a>`,
      'http://qinghe.example/f/a.wps',
    ],
    [`<div onclick='window.open("/f/a.ofd","_blank")'>甲</div>`, 'http://qinghe.example/f/a.ofd'],
    [`<a data-file="/f/a.et">甲</a>`, 'http://qinghe.example/f/a.et'],
    [`<iframe src="/pdfjs/web/viewer.html?file=/f/a.pdf"></iframe>`, 'http://qinghe.example/f/a.pdf'],
    [`<embed src="/f/a.pdf">`, 'http://qinghe.example/f/a.pdf'],
    [`<script>var pdfUrl = "/f/a.pdf?v=1"; show(pdfUrl)</script>`, 'http://qinghe.example/f/a.pdf?v=1'],
    [`<base href="http://other.example/x/"><a href="a.zip">甲</a>`, 'http://other.example/x/a.zip'],
  ])('by script and in frames: %s', (body, address) =>
    expect(linksOf(body).map((link) => link.address)).toEqual([address]),
  );

  it('have their whole title and the date beside them', () => {
    expect(
      linksOf(
        '<li><a href="a.html" title="公安局2024年部门预算公开">公安局2024…</a><span>2024-03-12</span></li>',
      ),
    ).toEqual([
      {
        address: 'http://qinghe.example/czj/a.html',
        text: '公安局2024年部门预算公开',
        kind: 'page',
        day: '2024-03-12',
      },
    ]);
  });

  it('ask a page in GBK in GBK', () => {
    const page = load('<a href="/down.jsp?name=预算.doc">甲</a><a href="/预算.doc">乙</a>');
    expect(findLinks(page, PAGE, 'gb18030').map(({ address }) => address)).toEqual([
      'http://qinghe.example/down.jsp?name=%D4%A4%CB%E3.doc',
      'http://qinghe.example/%E9%A2%84%E7%AE%97.doc',
    ]);
  });

  it('take pictures of the article only', () => {
    expect(shown('<img src="logo.png"><div class="TRS_Editor"><img src="./W1.jpg"></div>')).toEqual([
      'picture http://qinghe.example/czj/W1.jpg',
    ]);
  });
});

describe('pagers', () => {
  it.each([
    ['<a href="index_1.html">下一页</a>', 'index_1.html'],
    ['<a href="javascript:location.href=\'index_1.html\'">下页 &gt;</a>', 'index_1.html'],
    ['<a href="list.jsp?page=2">2</a>', 'list.jsp?page=2'],
    ['<link rel="next" href="p2.html">', 'p2.html'],
    ['<script>createPageHTML(3, 0, "index", "html");</script>', 'index_1.html'],
    ["<script>createPageHTML('page_div',3, 1,'index','shtml',50);</script>", 'index_2.shtml'],
    ['<script>var currentPage = 0; var countPage = 3;</script>', 'index_1.html'],
  ])('%s', (body, page) => expect(next(body)).toEqual([`http://qinghe.example/czj/${page}`]));

  it('end', () => {
    const last = 'http://qinghe.example/czj/index_2.html';
    expect(next('<script>var currentPage = 2; var countPage = 3;</script>', last)).toEqual([]);
    expect(next('<script>createPageHTML(3, 2, "index", "html");</script>', last)).toEqual([
      'http://qinghe.example/czj/index_3.html',
    ]);
    expect(next('<script>createPageHTML(3, 3, "index", "html");</script>', last)).toEqual([]);
  });

  it('stay on the site', () => {
    expect(next('<a href="http://elsewhere.example/2.html">下一页</a>')).toEqual([]);
  });
});

it('selects by words and year', () => {
  const selection = { titles: ['预算'], year: 2024 };
  expect(isSelected('公安局2024年部门预算', selection)).toBe(true);
  expect(isSelected('公安局部门预算', selection)).toBe(true);
  expect(isSelected('公安局2023年部门预算', selection)).toBe(false);
  expect(isSelected('2024年工作要点', selection)).toBe(false);
  expect(isSelected('任何', { titles: [] })).toBe(true);
});

describe('a page', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const read = (text: string) => readWebPage(bytes(text), PAGE) as WebPage;

  it('in GBK says what it is', () => {
    // 发布日期：2024-03-12 in GBK
    const label = Buffer.from([0xb7, 0xa2, 0xb2, 0xbc, 0xc8, 0xd5, 0xc6, 0xda, 0xa3, 0xba]);
    const page = Buffer.concat([bytes('<meta charset="gb2312"><p>'), label, bytes('2024-03-12</p>')]);
    expect(readWebPage(page, PAGE)).toMatchObject({ published: '2024-03-12', isArticle: true });
  });

  it('is a login, a captcha or an error', () => {
    expect(read('<form><input type="password"></form>')).toMatchObject({
      refused: expect.stringContaining('登录'),
    });
    expect(read('<p>请输入验证码</p>')).toEqual({ refused: '网页要求验证码' });
    expect(read('<h1>404 Not Found</h1>')).toMatchObject({ refused: expect.stringContaining('出错') });
  });

  it('with a table is no error page, whatever figures it holds', () => {
    expect(read('<table><tr><td>资金</td><td>404</td></tr></table>')).not.toHaveProperty('refused');
  });

  it('may be the disclosure itself', () => {
    const row = '<tr><td>预算</td><td>12</td><td>3</td><td>4</td></tr>';
    expect(read(`<p>发布日期：2024-03-12</p><table>${row.repeat(4)}</table>`).holdsTable).toBe(true);
    expect(read('<p>发布日期：2024-03-12</p>').holdsTable).toBe(false);
  });
});
