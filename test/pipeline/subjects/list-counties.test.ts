import { describe, expect, it } from 'vitest';
import { listCounties } from '../../../src/pipeline/subjects/list-counties.js';

const names = (code: string, year: number): string[] => listCounties(code, year).map(({ name }) => name);

describe('listCounties', () => {
  it('counts no area twice where a county became a city or a district', () => {
    const retired = {
      430000: ['祁阳县'],
      330100: ['下城区', '江干区'],
      350000: ['梅列区', '沙县', '龙海市', '长泰县'],
    };
    for (const [code, gone] of Object.entries(retired)) {
      const counted = names(code, 2024);
      expect(counted.filter((name) => gone.includes(name))).toEqual([]);
      expect(new Set(listCounties(code, 2024).map((region) => region.code)).size).toBe(counted.length);
    }
    expect(names('430000', 2024)).toContain('祁阳市');
    expect(names('350400', 2024).filter((name) => name === '三元区')).toHaveLength(1);
  });

  it('keeps what was there in earlier years', () => {
    expect(names('430000', 2020)).toContain('祁阳县');
    expect(names('430000', 2020)).not.toContain('祁阳市');
    expect(names('330100', 2019)).toEqual(expect.arrayContaining(['下城区', '江干区', '上城区']));
    expect(names('430200', 2015)).toContain('株洲县');
  });

  it('has none below a county', () => {
    expect(listCounties('430204', 2024)).toEqual([]);
  });
});
