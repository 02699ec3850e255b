import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { correctText } from '../../src/app/correct-text.js';
import { explain } from '../../src/app/explain.js';
import type { Store } from '../../src/model/ports/store.js';
import { readDocument } from '../../src/pipeline/reading/read-document.js';
import { freshStore } from '../support/fresh-store.js';

const PAGE = `<meta charset="utf-8"><h2>2025年项目支出绩效目标表</h2><table border="1">
<tr><td>项目名称</td><td colspan="4">河道清淤</td></tr>
<tr><td>资金总额（万元）</td><td colspan="4">8O</td></tr>
<tr><td>年度目标</td><td colspan="4">清淤三公里。</td></tr>
<tr><td rowspan="3">绩效指标</td><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>指标值</td></tr>
<tr><td>产出指标</td><td>数量指标</td><td>清淤长度</td><td>V3公里</td></tr>
<tr><td>效益指标</td><td>社会效益指标</td><td>水质改善</td><td>明显</td></tr>
</table>`;
const BYTES = Buffer.from(PAGE);
const [AMOUNT, TARGET] = ['t1 r2 c2', 't1 r5 c5'];

async function stored(): Promise<{ store: Store; sha256: string }> {
  const store = freshStore();
  const document = await readDocument(BYTES, { path: '水利局.html' });
  await store.save(document);
  return { store, sha256: document.sha256 };
}

const targets = async (store: Store): Promise<unknown[]> =>
  (await store.query('indicators', {}, { sort: 'id' })).rows.map(({ target, quantity }) => [
    target,
    quantity,
  ]);

describe('a corrected text', () => {
  it('changes the values that follow from it, and is given back when it is taken back', async () => {
    const { store, sha256 } = await stored();
    const before = await store.dump();
    expect(await correctText(store, sha256, TARGET, '≥3公里')).toEqual({
      place: TARGET,
      text: '≥3公里',
      reading: 'V3公里',
    });
    await correctText(store, sha256, AMOUNT, '80');
    expect((await targets(store))[0]).toEqual(['≥3公里', expect.anything()]);
    expect((await store.query('projects')).rows[0]).toMatchObject({ amount_wan: 80 });
    expect((await store.query('cells', {}, { limit: 100 })).rows).toContainEqual(
      expect.objectContaining({ place: TARGET, text: '≥3公里', reading: 'V3公里' }),
    );
    const [row] = (await store.query('indicators', {}, { sort: 'id' })).rows;
    expect(await explain(store, `i${row?.id}`, { width: 100 })).toContain('（人改正过，原读作“V3公里”）');
    expect((await store.listCorrections()).map(({ place }) => place)).toEqual([AMOUNT, TARGET]);
    expect((await store.check()).problems).toEqual([]);
    await correctText(store, sha256, TARGET, null);
    await correctText(store, sha256, AMOUNT, null);
    expect(await store.dump()).toBe(before);
  });

  it('is kept over a later import, and over a removal', async () => {
    const { store, sha256 } = await stored();
    await correctText(store, sha256, TARGET, '≥3公里');
    const after = await store.reading(sha256);
    await store.remove([sha256]);
    const corrections = await store.corrections(sha256);
    await store.save(await readDocument(BYTES, { path: '水利局.html', corrections }));
    expect(await store.reading(sha256)).toEqual(after);
    expect((await store.reading(sha256))?.diagnostics.map(({ code }) => code)).toContain('corrected');
  });

  it('may be corrected again; what was read stays what was read', async () => {
    const { store, sha256 } = await stored();
    await correctText(store, sha256, TARGET, '≥30公里');
    expect(await correctText(store, sha256, TARGET, '≥3公里')).toEqual({
      place: TARGET,
      text: '≥3公里',
      reading: 'V3公里',
    });
    expect((await targets(store))[0]).toEqual(['≥3公里', expect.anything()]);
  });

  it('is refused for a place that is none, for a document that is none, and where nothing was corrected', async () => {
    const { store, sha256 } = await stored();
    const before = await store.dump();
    await expect(correctText(store, sha256, 't9 r1 c1', '80')).rejects.toThrow('没有位置');
    await expect(correctText(store, sha256, TARGET, null)).rejects.toThrow('没有人改正过');
    await expect(correctText(store, '0'.repeat(64), TARGET, '80')).rejects.toThrow('没有内容');
    expect(await store.dump()).toBe(before);
  });
});
