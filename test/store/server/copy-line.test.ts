import { expect, it } from 'vitest';
import { copyLine } from '../../../src/store/server/copy-line.js';

it('writes a row as COPY reads it', () => {
  const given = ['一\t二\n三\r四\\N', null, '', 0.1, -3, 2n ** 55n, Buffer.from([0, 255])];
  expect(copyLine(given)).toBe('一\\t二\\n三\\r四\\\\N\t\\N\t\t0.1\t-3\t36028797018963968\t\\\\x00ff\n');
});
