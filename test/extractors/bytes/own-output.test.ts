import { describe, expect, it } from 'vitest';
import { readBytes } from '../../../extractors/read-bytes.js';
import { rowsWorkbook } from '../../../src/report/rows-workbook.js';
import { bytesOf } from '../../support/bytes-of.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const outcomeOf = async (content: Uint8Array) => (await readBytes(content, { path: 'a' })).outcome;

describe('lists and reports of this program, found among the files to read', () => {
  it('are ignored as a page', async () => {
    const page =
      '<html><head><meta name="generator" content="mingzhang"></head><body><table><tr><td>项目名称</td><td>甲</td></tr></table></body></html>';
    expect(await outcomeOf(bytes(page))).toBe('ignored');
    expect(await outcomeOf(bytes(page.replace('mingzhang', 'WPS')))).toBe('ok');
  });

  it('are ignored as a workbook', async () => {
    const columns = [{ name: 'project', title: '项目' }];
    const rows = [{ project: '甲' }];
    expect(
      await outcomeOf(
        await bytesOf(rowsWorkbook([{ name: '项目', blocks: [rows], measured: rows, columns }])),
      ),
    ).toBe('ignored');
  });

  it('are ignored as a list of values', async () => {
    expect(await outcomeOf(bytes('编号,文档编号,项目\r\np1,1,甲\r\np2,1,乙\r\n'))).toBe('ignored');
    expect(await outcomeOf(bytes('编号,项目,金额\r\n1,甲,3\r\n2,乙,4\r\n'))).toBe('ok');
  });
});
