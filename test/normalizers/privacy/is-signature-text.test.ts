import { describe, expect, it } from 'vitest';
import { isSignatureText } from '../../../normalizers/privacy/is-signature-text.js';
import { maskPrivate } from '../../../normalizers/privacy/mask-private.js';

describe('isSignatureText', () => {
  it.each([
    '单位负责人签字：',
    '单位负责人（签章）：      年   月   日',
    '单位负责人签字：\n\n填表人： 张三      联系电话：   0731-12345678     ',
    '填表人：张三',
    '部门预算公开联系人:李 四 联系方式:023-12345678',
    '责任单位负责人：王五',
    '填报日期：2023年5月6日',
    '联系电话',
  ])('yes: %s', (text) => {
    expect(isSignatureText(text)).toBe(true);
    expect(isSignatureText(maskPrivate(text))).toBe(true);
  });

  it.each([
    '',
    '填报单位：（盖章）',
    '金额单位：万元',
    '责任人：综治科',
    '部门主要负责人审签情况：已审签',
    '对各单位负责人开展培训',
    '综合服务电话接通率',
    '2023年5月6日',
  ])('no: %s', (text) => {
    expect(isSignatureText(text)).toBe(false);
  });
});
