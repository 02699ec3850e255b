import { QueryError } from '../model/facts/query-error.js';

/** The value given for a parameter that has a closed list of them. @throws QueryError that names the list */
export function oneOf<T extends string>(name: string, values: readonly T[], given: string): T;
export function oneOf<T extends string>(name: string, values: readonly T[], given?: string): T | undefined;
export function oneOf<T extends string>(name: string, values: readonly T[], given?: string): T | undefined {
  if (given === undefined) return undefined;
  const found = values.find((value) => value === given);
  if (found) return found;
  throw new QueryError(`${name} 应为 ${values.join('、')} 之一，不能是 ${given}`);
}
