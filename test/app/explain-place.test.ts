import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explain, explainPlaceOf } from '../../src/app/explain.js';
import { shortName } from '../../src/model/row-name.js';
import { siteApp } from '../support/site-app.js';

const SAMPLE = 'samples/shanxi-pingding.docx';

describe('a place explained', () => {
  it('says what is printed there, what became of it, and the value by a name that can be explained', async () => {
    const { store } = await siteApp({ [SAMPLE]: readFileSync(SAMPLE) });
    const [row] = (await store.query('indicators', {}, { limit: 1 })).rows;
    const name = { letter: 'd', id: Number(row?.document_id) } as const;
    const document = shortName(name, await store.shortNumbers());
    const [cell] = (await store.query('cells', {})).rows.filter(({ text }) => text === row?.name);
    const told = await explainPlaceOf(store, document, String(cell?.place), 100);
    expect(told).toContain('读成 指标名称');
    const key = /指标 +(i\d+) /.exec(told)?.[1] ?? '';
    expect(key).toBe(`i${row?.id}`);
    expect(await explain(store, key, { width: 100 })).toContain(String(row?.name));
  });

  it('that is nowhere is refused', async () => {
    const { store } = await siteApp({ [SAMPLE]: readFileSync(SAMPLE) });
    await expect(explainPlaceOf(store, SAMPLE.slice(8), 'p99 t1 r1 c1', 80)).rejects.toThrow('没有位置 p99');
  });
});
