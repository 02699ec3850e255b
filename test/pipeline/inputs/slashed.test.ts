import { posix, win32 } from 'node:path';
import { expect, it } from 'vitest';
import { slashed } from '../../../src/pipeline/inputs/slashed.js';

it.each([
  [win32, '某县\\2024\\部门预算.docx', '某县/2024/部门预算.docx'],
  [win32, 'D:\\公开\\a.zip', 'D:/公开/a.zip'],
  [win32, '\\\\主机\\公开\\a.docx', '//主机/公开/a.docx'],
  [win32, '某县/2024/部门预算.docx', '某县/2024/部门预算.docx'],
  [posix, '某县/甲\\乙.docx', '某县/甲\\乙.docx'],
])('names a document with slashes', ({ sep }, path, named) => {
  expect(slashed(path, sep)).toBe(named);
});

it('leads to the same file on Windows', () => {
  const path = win32.join('D:\\公开', '某县', 'a.docx');
  expect(win32.normalize(slashed(path, win32.sep))).toBe(path);
});
