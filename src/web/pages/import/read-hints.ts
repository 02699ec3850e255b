import type { ReadHints } from '../../../model/document.js';
import { regionNamed } from '../../../pipeline/region-named.js';
import { QueryError } from '../../../store/query-error.js';

/** Region (by code where it has one), year and department a form says; blank fields say nothing. @throws QueryError */
export function readHints(field: (name: string) => string | undefined): ReadHints {
  const given = (name: string): string | undefined => field(name)?.trim() || undefined;
  const year = given('year');
  if (year !== undefined && !/^(19|20)\d{2}$/.test(year)) {
    throw new QueryError(`年度应为四位年份，如 2024，不能是 ${year}`);
  }
  const region = given('region');
  const found =
    region === undefined ? undefined : regionNamed(region, year === undefined ? null : Number(year));
  const department = given('department');
  return {
    ...(found && { region: found.code ?? found.name }),
    ...(year !== undefined && { year: Number(year) }),
    ...(department !== undefined && { department }),
  };
}
