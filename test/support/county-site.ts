import { encodeGbk } from './disclosure-formats/encode-gbk.js';
import { docx, p, r, tbl, tc, tr } from './docx-builder.js';
import type { Resource } from './local-site.js';

/** A Word file with the summary of one department; its own text names no department where `department` is ''. */
export function summaryDocx({ department = '青禾市公安局', year = 2024, amounts = [7, 5] } = {}): Uint8Array {
  const cells = (texts: readonly string[]): string => tr(texts.map((text) => tc(p(r(text)))));
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  return docx(
    [
      p(r('附表2')),
      p(r(`${year}年部门专项资金绩效目标汇总表`)),
      p(r(`${department === '' ? '' : `填报单位：${department}　　`}金额单位：万元`)),
      tbl([
        cells(['序号', '名  称', '金  额', '实施期绩效目标', '年度绩效目标']),
        cells(['', '合  计', String(total), '', '']),
        ...amounts.map((amount, index) =>
          cells([String(index + 1), `项目${'甲乙丙丁'[index]}`, String(amount), '长期做好', '今年完成']),
        ),
      ]),
    ].join(''),
  );
}

const facts = (publisher: string, day: string, index: string): string =>
  `<table><tr><th>索 引 号</th><td>${index}</td><th>发布日期</th><td>${day}</td></tr>
   <tr><th>发布机构</th><td>${publisher}</td><th>文号</th><td></td></tr></table>`;

const page = (title: string, body: string, charset = 'utf-8'): string =>
  `<!doctype html><html><head><meta charset="${charset}"><title>${title}_青禾市人民政府</title></head><body>${body}</body></html>`;

const list = (items: readonly (readonly [string, string, string])[], pager: string): string =>
  page(
    '预决算公开',
    `<ul>${items.map(([href, title, day]) => `<li><a href="${href}">${title}</a><span>${day}</span></li>`).join('')}</ul>
     <script>createPageHTML(2, ${pager}, "index", "html");</script>`,
  );

/** The pages on which a small county publishes: two pages of a list, four articles, three files behind them and one page that is itself one. */
export const countySite = (): Record<string, Resource> => ({
  '/czj/index.html': list(
    [
      ['./gaj.html', '青禾市公安局2024年部门预算公开', '2024-03-12'],
      ['./jyj.html', '青禾市教育局2024年部门预算公开', '2024-03-13'],
      ['./hui.html', '全市工作会议召开', '2024-03-14'],
      ['./old.html', '青禾市公安局2023年部门预算公开', '2023-03-14'],
    ],
    '0',
  ),
  '/czj/index_1.html': list([['./wjj.html', '青禾市卫健局2024年绩效目标', '2024-03-10']], '1'),
  '/czj/gaj.html': page(
    '青禾市公安局2024年部门预算公开',
    `${facts('青禾市公安局', '2024-03-12', 'QH/2024-1')}<p>附件：<a href="./P020240312.docx">公安局预算.docx</a>
     <a href="javascript:window.open('/down.jsp?id=2')">公安局预算（另存）.docx</a></p>`,
  ),
  '/czj/jyj.html': {
    headers: { 'content-type': 'text/html' },
    body: encodeGbk(
      page(
        '青禾市教育局2024年部门预算公开',
        `${facts('青禾市教育局', '2024-03-13', 'QH/2024-2')}<p><a href="/f/jyj.docx">附件1</a></p>`,
        'gb2312',
      ),
    ),
  },
  '/czj/wjj.html': page(
    '青禾市卫健局2024年绩效目标',
    `${facts('青禾市卫健局', '2024-03-10', 'QH/2024-3')}
     <p>青禾市卫健局2024年部门专项资金绩效目标汇总表　金额单位：万元</p>
     <table><tr><th>序号</th><th>名称</th><th>金额</th><th>年度绩效目标</th></tr>
     <tr><td></td><td>合计</td><td>9</td><td></td></tr><tr><td>1</td><td>项目戊</td><td>9</td><td>今年完成</td></tr></table>`,
  ),
  '/czj/P020240312.docx': {
    headers: { etag: '"gaj-1"', 'last-modified': 'Tue, 12 Mar 2024 02:00:00 GMT' },
    body: summaryDocx(),
  },
  '/down.jsp?id=2': {
    headers: { 'content-disposition': "attachment; filename*=GBK''%B9%AB%B0%B2%BE%D6.docx" },
    body: summaryDocx(),
  },
  '/f/jyj.docx': {
    headers: { 'last-modified': 'Wed, 13 Mar 2024 02:00:00 GMT' },
    body: summaryDocx({ department: '', amounts: [3, 4] }),
  },
});

/** The file of 公安局 as it is put in the place of the first one, weeks later. */
export const correctedDocx: Resource = {
  headers: { etag: '"gaj-2"', 'last-modified': 'Mon, 15 Apr 2024 02:00:00 GMT' },
  body: summaryDocx({ amounts: [7, 6] }),
};
