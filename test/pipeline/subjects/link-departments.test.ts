import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CycleDepartment } from '../../../src/model/cycle.js';
import type { Cycles } from '../../../src/model/ports/cycles.js';
import { linkDepartments } from '../../../src/pipeline/subjects/link-departments.js';

const department = (name: string): CycleDepartment => ({
  province: null,
  city: null,
  region: '甲县',
  regionCode: '990001',
  department: name,
});

/** A store in which each department takes a second and a half. */
function slowStore(names: readonly string[], saved: string[]): Cycles {
  return {
    departmentsToLink: async () => names.map(department),
    relink: async ({ department: name }: CycleDepartment) => {
      vi.advanceTimersByTime(1500);
      saved.push(name);
    },
  } as unknown as Cycles;
}

describe('linkDepartments', () => {
  afterEach(() => vi.useRealTimers());

  it('links each department once, and tells how far it is now and then', async () => {
    vi.useFakeTimers();
    const saved: string[] = [];
    const told: string[] = [];
    await linkDepartments(slowStore(['甲局', '乙局', '甲局', '丙局', '丁局'], saved), (done, all) =>
      told.push(`${done}/${all}`),
    );
    expect(saved).toEqual(['甲局', '乙局', '丙局', '丁局']);
    expect(told).toEqual(['2/4', '4/4']);
  });
});
