import type { Condition } from '../ground/condition.js';

/** Rows `v` of the place with this code, not of the places below it; nothing where no place is given. */
export const ownPlace = (code: string | undefined): Condition[] =>
  code === undefined ? [] : [{ sql: 'v.region_code = ?', params: [code] }];
