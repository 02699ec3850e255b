import { expect, it } from 'vitest';
import { surenessText } from '../../src/report/sureness-text.js';

it.each([
  [{}, ''],
  [{ recognized: 0.97 }, '由图像识别，最没有把握的字 97%'],
  [{ recognized: 0.9 }, '由图像识别，最没有把握的字 90%'],
  [{ recognized: 0.899 }, '由图像识别，把握不大（最没有把握的字 89%），请对照原件'],
  [{ recognized: 0.5, reading: 'V3' }, '人改正过，原读作“V3”'],
  [{ reading: '8O' }, '人改正过，原读作“8O”'],
])('%j is said to be %s', (text, said) => {
  expect(surenessText(text)).toBe(said);
});
