import { expect, it } from 'vitest';
import { pageFacts, showsArticle } from '../../../extractors/html/page-facts.js';
import { parsePage } from '../../../extractors/html/parse-page.js';

const factsOf = (body: string, head = '') => pageFacts(parsePage(`<head>${head}</head><body>${body}</body>`));

it('reads the table a page of 政府信息公开 begins with', () => {
  const facts = factsOf(
    `<table><tr><th>索 引 号</th><td>QH001/2024-00012</td><th>发布日期</th><td>2024-03-12</td></tr>
     <tr><th>发布机构</th><td>青禾市公安局</td><th>文　　号</th><td></td></tr></table>`,
    '<title>2024年部门预算公开_青禾市人民政府</title>',
  );
  expect(facts).toEqual({
    title: '2024年部门预算公开',
    published: '2024-03-12',
    publisher: '青禾市公安局',
    indexNumber: 'QH001/2024-00012',
  });
});

it('reads a line of labels, and prefers the title in the meta tags', () => {
  const facts = factsOf(
    '<h1>别的</h1><p>发布时间：2024年3月12日 10:30 来源：青禾市财政局 点击数：12</p>',
    '<meta name="ArticleTitle" content="2024年预算"><meta name="PubDate" content="2020-01-01">',
  );
  expect(facts).toEqual({
    title: '2024年预算',
    published: '2024年3月12日',
    publisher: '青禾市财政局',
    indexNumber: null,
  });
});

it('takes what the meta tags say where nothing is printed, and no site for a publisher', () => {
  const head =
    '<meta name="PubDate" content="2024-03-12 08:00"><meta name="ContentSource" content="本站原创">';
  expect(factsOf('<p>正文</p>', head)).toMatchObject({ published: '2024-03-12 08:00', publisher: null });
});

it('takes no header of a list for a value, and a list for no article', () => {
  const rows = [1, 2, 3]
    .map((day) => `<li><a href="${day}.html">甲</a>发布日期：2024-01-0${day}</li>`)
    .join('');
  expect(factsOf(`<ul>${rows}</ul>`).published).toBe(null);
  expect(factsOf('<table><tr><th>发布机构</th><th>发布日期</th></tr></table>').publisher).toBe(null);
  const list = parsePage(`<ul>${rows}</ul>`);
  expect(showsArticle(list, pageFacts(list))).toBe(false);
});
