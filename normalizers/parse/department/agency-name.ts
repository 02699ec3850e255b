import { parseDepartment } from './parse-department.js';

/** An agency without the code before it: 820001-某镇人民政府. */
export const agencyName = (text: string | null): string | undefined =>
  text === null ? undefined : (/^[[【(]?\d{3,}/.test(text) && parseDepartment(text)?.name) || text;
