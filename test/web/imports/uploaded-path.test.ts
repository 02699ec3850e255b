import { expect, it } from 'vitest';
import { uploadedPath } from '../../../src/web/imports/uploaded-path.js';

it.each([
  ['预算.docx', '上传/预算.docx'],
  ['株洲市/石峰区/预算.docx', '上传/株洲市/石峰区/预算.docx'],
  ['../../etc/passwd', '上传/etc/passwd'],
  ['/etc/passwd', '上传/etc/passwd'],
  ['C:\\fakepath\\预算.docx', '上传/C:/fakepath/预算.docx'],
  ['..\\..\\x.docx', '上传/x.docx'],
  ['a\u0000b\u0007\u202ecod.docx', '上传/abcod.docx'],
  ['<script>alert(1)</script>.docx', '上传/<script>alert(1)</script>.docx'.replace('</script>', '</script>')],
  ['%22><img src=x>%0D%0A.docx', '上传/"><img src=x>.docx'],
  ['a.zip!/b.docx', '上传/a.zip！/b.docx'],
  ['..', '上传/未命名'],
  ['\u0001', '上传/未命名'],
  ['   ', '上传/未命名'],
])('%j becomes %j', (name, path) => {
  expect(uploadedPath(name)).toBe(path);
});

it('shortens names and folders that are too long, and keeps the ending', () => {
  const path = uploadedPath(`${'深/'.repeat(100)}${'长'.repeat(5000)}.docx`) ?? '';
  const name = path.split('/').at(-1) ?? '';
  expect([...name]).toHaveLength(120);
  expect(name.endsWith('长.docx')).toBe(true);
  expect(path.split('/')).toHaveLength(22);
});

it('leaves out what stands in folders of the system', () => {
  expect(uploadedPath('某局/__MACOSX/._a.docx')).toBeNull();
  expect(uploadedPath('某局/.git/config')).toBeNull();
});
