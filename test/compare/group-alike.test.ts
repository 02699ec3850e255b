import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupAlike } from '../../src/compare/group-alike.js';
import { nameTie } from '../../src/compare/name-tie.js';

const NAMES = ['护路联防', '护路', '护路队员', '禁毒宣传', '禁毒', '信访', '信访积案', '物业'];
const asSets = (items: readonly { name: string }[]): string[] =>
  groupAlike(
    items,
    nameTie<{ name: string }>(({ name }) => name),
  )
    .map(({ members }) =>
      members
        .map(({ item }) => item.name)
        .sort()
        .join(' '),
    )
    .sort();

describe('groupAlike', () => {
  it('puts every item into exactly one group, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...NAMES), { maxLength: 12 }), (names) => {
        const items = names.map((name) => ({ name }));
        const groups = asSets(items);
        expect(groups.join(' ').split(' ').filter(Boolean).sort()).toEqual([...names].sort());
        expect(asSets([...items].reverse())).toEqual(groups);
      }),
    );
  });

  it('does not chain: what is like a member but not like the leader stays apart', () => {
    const numbers = groupAlike([1, 1, 2, 3], {
      key: String,
      compare: (item, leader) => Math.abs(item - leader),
      same: (distance) => distance <= 1,
      score: (distance) => -distance,
    });
    expect(numbers.map(({ members }) => members.map(({ item }) => item))).toEqual([[1, 1, 2], [3]]);
  });
});
