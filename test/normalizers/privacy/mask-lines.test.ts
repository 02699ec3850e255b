import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskLines } from '../../../normalizers/privacy/mask-lines.js';

describe('lines of a table that was read as text', () => {
  it('have their columns of persons masked, from the first row on', () => {
    expect(maskLines(['序号,姓名,职务,金额', '1,周小兰,组长,1,200', '2,吴小梅,成员,800'])).toEqual([
      '序号,姓名,职务,金额',
      '1,＊＊,组长,1,200',
      '2,＊＊,成员,800',
    ]);
    expect(maskLines(['单位\t主管局长\t电话', '县水务局\t周小兰\t22629806'])).toEqual([
      '单位\t主管局长\t电话',
      '县水务局\t＊＊\t＊＊',
    ]);
    expect(maskLines(['镇|经办人员|金额', '城关镇|周小兰|12', '江北镇|吴小梅|8'])[2]).toBe('江北镇|＊＊|8');
  });

  it('keep the counts below their headings, and numbers of phones in others', () => {
    const lines = ['镇,人数,金额', '城关镇,13512345678,100', '13900001234,13612345678,200'];
    expect(maskLines(lines)).toEqual(['镇,人数,金额', '城关镇,13512345678,100', '＊＊,13612345678,200']);
  });

  it('have names before a number masked, and labels of the line before', () => {
    expect(maskLines(['周小兰,13900001234', '吴小梅,0571-6383433'])).toEqual(['＊＊,＊＊', '＊＊,＊＊']);
    expect(maskLines(['联系人', '周小兰', '正文'])).toEqual(['联系人', '＊＊', '正文']);
  });

  it('stay as they are where nothing is private', () => {
    const prose = fc.array(
      fc.array(fc.constantFrom('巡查', ',', '，', '\t', '12', '1,200', '|', ' '), { maxLength: 12 }),
    );
    fc.assert(
      fc.property(prose, (lines) => {
        const texts = lines.map((parts) => parts.join(''));
        expect(maskLines(texts)).toEqual(texts);
      }),
    );
  });
});
