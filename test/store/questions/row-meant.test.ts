import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/model/ports/store.js';
import { shortName } from '../../../src/model/row-name.js';
import { openSqliteStore } from '../../../src/store/open-sqlite-store.js';
import { buildDocument } from '../../support/document-builder.js';

/** Contents whose numbers are 17179869184, 17179869185 and 34359738368. */
const documents = ['400000000', '400000001', '800000000'].map((hex, i) => ({
  ...buildDocument({
    path: `${'甲乙丙'[i]}.docx`,
    disclosures: [
      { department: '水利局', total: '5', projects: [{ name: '渠道' }], indicators: [{ name: '长度' }] },
    ],
  }),
  sha256: hex.padEnd(64, '0'),
}));

let store: Store;
beforeAll(async () => {
  store = openSqliteStore(':memory:');
  for (const document of documents) await store.save(document);
});
afterAll(() => store.close());

const numberOf = async (path: string): Promise<number> =>
  Number((await store.query('documents', { text: path })).rows[0]?.id);

describe('a name', () => {
  it('means the one document whose number begins so', async () => {
    expect(await store.meant('d3')).toEqual({ letter: 'd', id: 34359738368 });
    expect(await store.findDocuments('d3435')).toEqual([documents[2]?.sha256]);
  });

  it('that several begin with is refused, and they are told', async () => {
    await expect(store.meant('d1717')).rejects.toThrow(
      'd1717 可能指 d17179869184（甲.docx）、d17179869185（乙.docx）；请写得更完整',
    );
    await expect(store.meant('p1717-1')).rejects.toThrow('（项目，甲.docx）');
    expect(await store.findDocuments('d1717')).toHaveLength(2);
  });

  it('as lists show it means the row it stands beside', async () => {
    const short = await store.shortNumbers();
    for (const [view, letter] of [
      ['projects', 'p'],
      ['indicators', 'i'],
      ['documents', 'd'],
    ] as const) {
      for (const { id } of (await store.query(view)).rows) {
        const name = { letter, id: Number(id) };
        expect(await store.meant(shortName(name, short))).toEqual(name);
        expect(await store.meant(`${letter}${id}`)).toEqual(name);
      }
    }
  });

  it('without a letter means what has that number, if only one thing has', async () => {
    const number = await numberOf('丙');
    expect(await store.meant(String(number))).toEqual({ letter: 'd', id: number });
    const [project] = (await store.query('projects', { text: '渠道' })).rows;
    await expect(store.meant(String(project?.id))).rejects.toThrow(/可能指 .*项目，.*指标，/);
  });

  it.each(['d9', 'p3435-9', 'i34359738368', '9', 'd0'])('%s means nothing here', async (name) => {
    await expect(store.meant(name)).rejects.toThrow('库中没有编号');
  });
});
