import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRegionByCode, findRegionsByName } from '../../../../normalizers/parse/region/find-region.js';
import { regionBook } from '../../../../normalizers/parse/region/region-book.js';

const current = [...regionBook().byCode.values()].flat().filter(({ last }) => last === null);

const fullName = (code: string): string => {
  const region = findRegionByCode(code);
  return [region?.province, region?.city, region?.name]
    .filter((part, index, parts) => part && parts.indexOf(part) === index)
    .join('');
};

describe('findRegionByCode', () => {
  it.each([
    ['430204', 2023, '石峰区', '株洲市', '湖南省'],
    ['640121', 2024, '永宁县', '银川市', '宁夏回族自治区'],
    ['110105', 2024, '朝阳区', null, '北京市'],
    ['429004', 2024, '仙桃市', null, '湖北省'],
    ['430000', 2024, '湖南省', null, '湖南省'],
    ['430200', 2024, '株洲市', '株洲市', '湖南省'],
    // renamed, same code
    ['130502', 2019, '桥东区', '邢台市', '河北省'],
    ['130502', 2022, '襄都区', '邢台市', '河北省'],
    // given to another county later
    ['469025', 2005, '定安县', null, '海南省'],
    ['469025', 2022, '白沙黎族自治县', null, '海南省'],
    // gone
    ['430124', 2015, '宁乡县', '长沙市', '湖南省'],
    ['430124', 2024, '宁乡县', '长沙市', '湖南省'],
    // a city's or municipality's own level
    ['130301', 2022, '秦皇岛市', '秦皇岛市', '河北省'],
    ['110100', 2024, '北京市', null, '北京市'],
    ['500200', 2024, '重庆市', null, '重庆市'],
  ])('%s in %d → %s', (code, year, name, city, province) => {
    expect(findRegionByCode(code, year)).toMatchObject({ name, city, province });
  });

  it('knows development zones by the code finance systems use, without giving them one', () => {
    expect(findRegionByCode('430271', 2023)).toEqual({
      code: null,
      name: '云龙示范区',
      province: '湖南省',
      city: '株洲市',
    });
  });

  it.each(['', '43', '999999', '430299', 'abcdef'])('null for %s', (code) => {
    expect(findRegionByCode(code)).toBeNull();
  });
});

describe('findRegionsByName', () => {
  it('finds every region of the nation by its own full name', () => {
    expect(current.length).toBeGreaterThan(3200);
    const missed = current.filter(({ code }) => {
      const found = findRegionsByName(fullName(code));
      return found.length !== 1 || found[0]?.code !== code;
    });
    expect(missed.map(({ code }) => fullName(code))).toEqual([]);
  });

  it('finds every region of earlier years by its full name of that year', () => {
    const former = [...regionBook().byCode.values()].flat().filter(({ last }) => last !== null);
    const missed = former.filter(({ code, name, first }) => {
      const region = findRegionByCode(code, first);
      const parents = [region?.province, region?.city].filter((part) => part && part !== name).join('');
      return !findRegionsByName(`${parents}${name}`, first).some((found) => found.code === code);
    });
    expect(missed.map(({ code, name }) => `${code} ${name}`)).toEqual([]);
  });

  it('lists the names that mean several regions today', async () => {
    const ambiguous = new Map<string, string[]>();
    for (const { name } of current) {
      const found = findRegionsByName(name);
      if (found.length > 1)
        ambiguous.set(
          name,
          found.map(({ code, province, city }) => `${code} ${province} ${city ?? ''}`.trim()),
        );
    }
    const listed = Object.fromEntries([...ambiguous].sort(([a], [b]) => a.localeCompare(b)));
    await expect(`${JSON.stringify(listed, null, 2)}\n`).toMatchFileSnapshot(
      '../../../golden/ambiguous-regions.json',
    );
  });

  it.each([
    ['株洲市石峰区', ['430204']],
    ['株洲石峰区', ['430204']],
    ['湖南 株洲 石峰', ['430204']],
    ['湘西州', ['433100']],
    ['玉屏县', ['520622']],
    ['内蒙古', ['150000']],
    ['鄂温克旗', ['150724']],
    ['朝阳区', ['110105', '220104']],
    ['北京市朝阳区', ['110105']],
    ['吉林', ['220000', '220200']],
    ['长沙', ['430100', '430121']],
    ['石峰区信访局', []],
    ['', []],
  ])('%s → %j', (name, codes) => {
    expect(findRegionsByName(name, 2023).map(({ code }) => code)).toEqual(codes);
  });

  it('knows the whole country', () => {
    const nation = { code: '000000', name: '全国', province: null, city: null };
    expect(findRegionsByName('全国')).toEqual([nation]);
    expect(findRegionByCode('000000')).toEqual(nation);
  });

  it('answers for every text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.option(fc.integer()), (text, year) => {
        findRegionsByName(text, year);
        findRegionByCode(text, year);
      }),
    );
  });
});
