import type { ReadHints } from '../model/document.js';
import { regionNamed } from '../pipeline/subjects/region-named.js';
import { filterValue } from './list-query.js';

/** Region (by code where it has one), year and department a form says; blank fields say nothing. @throws QueryError */
export function readHints(field: (name: string) => string | undefined): ReadHints {
  const given = (name: string): string | undefined => field(name)?.trim() || undefined;
  const yearText = given('year');
  const year = yearText === undefined ? undefined : Number(filterValue('year', yearText));
  const region = given('region');
  const found = region === undefined ? undefined : regionNamed(region, year ?? null);
  const department = given('department');
  return {
    ...(found && { region: found.code ?? found.name }),
    ...(year !== undefined && { year }),
    ...(department !== undefined && { department }),
  };
}
