import { equal, match, ok } from 'node:assert/strict';
import type { Example } from '../example.js';

const ENTRY = `  agency: {
    kind: 'text',
    title: '实施单位',
    value: '单位',
    meaning: '实施单位的名称',
    match: 'equal',
    decidedBy: ['agency'],
  },
} as const satisfies Record<string, Filter>;`;

export const addsFilter: Example = {
  row: '一个筛选条件',
  change: (copy) => copy.edit('src/model/filters.ts', '} as const satisfies Record<string, Filter>;', ENTRY),
  async probe() {
    const { commandsFor } = await import('../../../src/cli/commands.js');
    const [query] = await commandsFor(['query']);
    ok(query?.options.some(({ long }) => long === '--agency'));
    const { probeSite } = await import('../probe-site.js');
    const page = async (path: string): Promise<string> => (await (await probeSite()).request(path)).text();
    match(await page('/search?view=projects'), /name="agency"/);
    for (const [agency, rows] of [
      ['石峰区民政局', 1],
      ['没有的单位', 0],
    ] as const) {
      const chosen = encodeURIComponent(agency);
      equal(JSON.parse(await page(`/api/v1/projects?agency=${chosen}&columns=project`)).rows?.length, rows);
      equal((await page(`/search?view=projects&agency=${chosen}`)).includes('困难群众救助'), rows === 1);
    }
  },
};
