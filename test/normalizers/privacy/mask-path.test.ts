import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskPath } from '../../../normalizers/privacy/mask-path.js';

describe('a path', () => {
  it.each([
    ['2024/绩效目标表-联系人周小兰.docx', '2024/绩效目标表-联系人＊＊.docx'],
    ['填报人_周小兰_绩效目标表.xlsx', '填报人_＊＊_绩效目标表.xlsx'],
    ['填报人周小兰/表.xls', '填报人＊＊/表.xls'],
    ['经办人员周小兰 13900001234.pdf', '经办人员＊＊ ＊＊.pdf'],
    ['自评表（周小兰13900001234）.pdf', '自评表（＊＊＊＊）.pdf'],
    ['附件.zip!/填报人：周小兰/1.docx', '附件.zip!/填报人：＊＊/1.docx'],
    ['联系人周小兰.zip!/表.docx', '联系人＊＊.zip!/表.docx'],
    ['汇总_13900001234.csv', '汇总_＊＊.csv'],
    ['汇总 ab12@163.com.csv', '汇总 ＊＊.csv'],
  ])('%s is shown as %s', (path, shown) => expect(maskPath(path)).toBe(shown));

  it.each([
    '石峰区/高新区负责人培训项目绩效目标表.docx',
    '审核-汇总表.xlsx',
    '联系人-名单册.xlsx',
    'a.zip!/附件/1.docx',
    '2024年部门预算/青财预〔2024〕13号.pdf',
    '../黄石市/43020224210000012345项目绩效目标表.xls',
    '/data/202403051234567/表.html',
  ])('%s stays', (path) => expect(maskPath(path)).toBe(path));

  it('keeps its folders, and is shown the same when it was masked already', () => {
    const part = fc.stringMatching(/^[^/]{0,12}$/);
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
        const path = parts.join('/');
        const shown = maskPath(path);
        expect(shown.split('/')).toHaveLength(path.split('/').length);
        expect(maskPath(shown)).toBe(shown);
      }),
    );
  });
});
