/** Refuses source files above 400 lines: whoever reads one should be able to hold it in mind. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const MAXIMUM = 400;

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /\.(ts|tsx|js|css|mjs|cjs|sql)$/.test(file) && existsSync(file));

const tooLong = files
  .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length }))
  .filter(({ lines }) => lines > MAXIMUM);

for (const { file, lines } of tooLong) console.error(`${file}: ${lines} 行，上限 ${MAXIMUM}`);
if (files.length === 0) console.error('没有找到源文件');
process.exitCode = tooLong.length > 0 || files.length === 0 ? 1 : 0;
