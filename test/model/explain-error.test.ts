import { describe, expect, it } from 'vitest';
import { explainError, ownWords, systemFault, withDetail } from '../../src/model/explain-error.js';
import { QueryError } from '../../src/model/facts/query-error.js';

const refusal = (code: string): Error => Object.assign(new Error(`${code}: no`), { code, path: '/x/库.db' });

describe('what an error says to people', () => {
  it('is its message where that is ours', () => {
    expect(explainError(new QueryError('没有视图 x'))).toBe('没有视图 x');
    expect(ownWords(new TypeError('x is not a function'))).toBeNull();
  });

  it.each(['ENOSPC', 'EACCES', 'ENOENT', 'EISDIR', 'ENAMETOOLONG', 'EMFILE', 'EIO', 'EROFS'])(
    'is Chinese, with the path, where the system refuses: %s',
    (code) => {
      expect(explainError(refusal(code))).toMatch(/^\p{Script=Han}[^a-z]*：\/x\/库\.db$/u);
    },
  );

  it('is marked as a detail where nobody foresaw it', () => {
    const thrown = new TypeError("Cannot read properties of undefined\n(reading 'x')");
    expect(explainError(thrown)).toMatch(
      /^程序出错.*（技术细节：TypeError: Cannot read properties of undefined \(reading 'x'\)）$/,
    );
    expect(withDetail('没有读成', 'SIGSEGV')).toBe('没有读成（技术细节：SIGSEGV）');
    for (const odd of [undefined, null, 7, 'x', {}]) {
      expect(systemFault(odd)).toBeNull();
      expect(explainError(odd)).toContain('技术细节');
    }
  });
});
