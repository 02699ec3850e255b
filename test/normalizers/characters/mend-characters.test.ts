import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGrid } from '../../../extractors/tables/grid-builder.js';
import { mendBlocks } from '../../../normalizers/characters/mend-blocks.js';
import { mendCharacters } from '../../../normalizers/characters/mend-characters.js';

describe('mendCharacters', () => {
  it.each([
    ['⼀级指标', '一级指标'],
    ['农⼾⾭年', '农户青年'],
    ['⺠⽣⼯程⻓效管护', '民生工程长效管护'],
    ['⻋辆⻔禁⻚', '车辆门禁页'],
    ['\uf98e度\uf97e化', '年度量化'],
    ['项\u2060目\u200b名\u200d称\ufeff', '项目名称'],
    ['绩\u00ad效\u200e目\u202b标\u202c', '绩效目标'],
    ['☑\ufe0f 是 葛\u{e0100}', '☑ 是 葛'],
    ['金额\u0007\u001f（万元）', '金额（万元）'],
  ])('%j reads %s', (printed, seen) => {
    expect(mendCharacters(printed)).toBe(seen);
  });

  it.each(['≥９５％', '㎡ ① ⑴ Ⅱ ½ ﹥', '第 1 行\n第 2 行\t\u00a0\u3000', '“是”／“否”', '每季度1次…'])(
    'leaves %j as printed',
    (printed) => {
      expect(mendCharacters(printed)).toBe(printed);
    },
  );

  it('leaves none of the characters it mends, and changes nothing a second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const mended = mendCharacters(text);
        expect(mendCharacters(mended)).toBe(mended);
      }),
    );
    for (let code = 0x2f00; code <= 0x2fd5; code++) {
      const mended = mendCharacters(String.fromCharCode(code));
      expect(mended.codePointAt(0)).toBeGreaterThanOrEqual(0x3400);
    }
  });
});

describe('mendBlocks', () => {
  it('mends paragraphs, cells and nested cells, and keeps what needs no mending', () => {
    const inner = buildGrid([[{ text: '⼆级指标' }]], { table: 1 });
    const mended = mendBlocks([
      { kind: 'paragraph', text: '填报\u200b单位', place: '¶1' },
      buildGrid([[{ text: '指标', nested: [inner] }, { text: '⽬标' }]], { table: 1 }),
    ]);
    expect(mended).toMatchObject([
      { text: '填报单位' },
      { cells: [{ text: '指标', nested: [{ cells: [{ text: '二级指标' }] }] }, { text: '目标' }] },
    ]);
    const plain = [buildGrid([[{ text: '指标' }]], { table: 1 })];
    expect(mendBlocks(plain)[0]).toBe(plain[0]);
  });
});
