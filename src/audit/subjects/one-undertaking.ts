import type { Project } from '../../model/disclosure.js';
import { plainText } from '../texts/plain-text.js';
import { isStandingProject } from '../texts/project-words.js';

/**
 * Whether two projects may well say the same: years of one undertaking (2025-2026年运维, 2026年～2027年运维), or the standing
 * costs that every agency of a department has under one name (机构运行辅助经费). The same name twice is two undertakings.
 */
export function areOneUndertaking(a: Project, b: Project): boolean {
  const [left, right] = [untimed(a.name), untimed(b.name)];
  if (left === '' || left !== right) return false;
  return plainText(a.name) !== plainText(b.name) || isStandingProject(a.name);
}

/** A name without years, periods and instalments. */
const untimed = (name: string): string =>
  plainText(
    name
      .normalize('NFKC')
      .replace(/(20)?\d\d年?(至|到|[-—–~～])(20)?\d\d(年度?)?|20\d\d(年度?)?/g, '')
      .replace(/第?[一二三四五六七八九十\d]+期/g, '')
      .replace(/\d/g, ''),
  );
