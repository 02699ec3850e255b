/** Refuses skeletons of the `new:` commands that nobody has finished: they work and pass their tests, but say nothing true. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const MARK = /草稿：|^\s*draft: true,$/m;
const SHIPPED = ['src', 'extractors', 'normalizers', 'data', 'samples'];

const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...SHIPPED],
  {
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((file) => /\.(tsx?|json|html|txt|md)$/.test(file) && existsSync(file));

const drafts = files.filter((file) => MARK.test(readFileSync(file, 'utf8')));
for (const file of drafts)
  console.error(`${file}：还是草稿，写好之后删去“草稿”的字样（规则还有 draft: true）`);
if (files.length === 0) console.error('没有找到源文件');
process.exitCode = drafts.length > 0 || files.length === 0 ? 1 : 0;
