import { cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { House } from '../../scripts/kit/house.js';
import { newFormat } from '../../scripts/new-format.js';
import { newTableType } from '../../scripts/new-table-type.js';
import { scratchFolder } from '../support/scratch-folder.js';

const LISTS = [
  'extractors/formats.ts',
  'normalizers/recognize/tables/table-types.ts',
  'normalizers/recognize/form/form.ts',
  'normalizers/recognize/words/roles.ts',
  'data/vocabulary/roles.json',
];

let house: House;

beforeEach(() => {
  house = new House(scratchFolder());
  for (const file of LISTS) {
    mkdirSync(join(house.root, dirname(file)), { recursive: true });
    cpSync(file, join(house.root, file));
  }
});

describe('newFormat', () => {
  it.each(['ods', 'county-lines', 'wps2'])('lists %s once, and once only', (id) => {
    newFormat(house, id);
    expect(house.read(`extractors/${id}/${id}-reader.ts`)).toContain(`format: '${id}'`);
    expect(house.read('extractors/formats.ts')?.split(`./${id}/${id}-reader.js`)).toHaveLength(2);
    const before = house.read('extractors/formats.ts');
    expect(() => newFormat(house, id)).toThrow('已经存在');
    expect(house.read('extractors/formats.ts')).toBe(before);
  });

  it.each(['', 'Ods', '../ods', 'a--b', '7z'])('refuses %j', (id) => {
    expect(() => newFormat(house, id)).toThrow('标识为小写英文');
    expect(house.touched).toEqual([]);
  });
});

describe('newTableType', () => {
  it('adds the type, its roles and their labels', () => {
    newTableType(house, 'rent-list', ['item=出租事项', 'price=租金标准']);
    expect(house.touched.slice(1)).toEqual(LISTS.slice(1));
    expect(house.read(LISTS[1] ?? '')).toMatch(/budgets, rentList\];/);
    expect(house.read(LISTS[2] ?? '')).toMatch(/type HeaderType =[^;]* \| 'rent-list';/);
    expect(house.read(LISTS[3] ?? '')).toContain("  'rentList.price',\n] as const;");
    expect(JSON.parse(house.read(LISTS[4] ?? '') ?? '').roles.at(-1)).toEqual({
      role: 'rentList.price',
      above: ['租金标准'],
    });
  });

  it.each([
    ['rent-list', ['item=出租事项']],
    ['rent-list', ['出租事项', '租金标准']],
    ['RentList', ['item=出租事项', 'price=租金标准']],
  ])('refuses %s %j', (id, columns) => {
    expect(() => newTableType(house, id, columns)).toThrow('用法');
    expect(house.touched).toEqual([]);
  });
});
