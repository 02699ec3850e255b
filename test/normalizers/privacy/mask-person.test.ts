import { describe, expect, it } from 'vitest';
import { maskPerson } from '../../../normalizers/privacy/mask-person.js';
import { maskPrivate } from '../../../normalizers/privacy/mask-private.js';

describe('a person behind a label', () => {
  it.each([
    ['周小兰', '＊＊'],
    ['周小兰科长', '＊＊科长'],
    ['欧阳小兰', '＊＊'],
    ['财务股周小兰', '财务股＊＊'],
    ['办公室周小兰副主任', '办公室＊＊副主任'],
  ])('%s is masked', (text, masked) => expect(maskPerson(text, true)).toBe(masked));

  it.each(['石峰区', '黄河路', '办公室', '财务股', '各乡镇', '高效'])('%s is none', (text) =>
    expect(maskPerson(text, true)).toBeNull(),
  );

  it.each([
    ['填报人：财务股 周小兰', '填报人：财务股 ＊＊'],
    ['联系人：周建州', '联系人：＊＊'],
    ['评审专家：周小兰、吴小梅', '评审专家：＊＊'],
    ['村支书周小兰13900001234', '村支书＊＊＊＊'],
    ['身份证43020319800817000X', '身份证＊＊'],
    ['联系人：周小兰【13900001234】', '联系人：＊＊【＊＊】'],
    ['审核人：周小兰  单位负责人：吴小梅', '审核人：＊＊  单位负责人：＊＊'],
    ['姓名：阳小喆—13900001234', '姓名：＊＊—＊＊'],
  ])('%s → %s', (text, masked) => expect(maskPrivate(text)).toBe(masked));

  it.each([
    '经办人签名：　　年　月　日',
    '白云山主任办公室牵头',
    '开展学习雷锋同志活动',
    '完成数13612345678',
    '发票号码：13912345678',
    '村主任 高效履职',
    '成员：各单位',
  ])('%s stays', (text) => expect(maskPrivate(text)).toBe(text));
});
