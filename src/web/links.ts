import type { RowLetter } from '../model/sections/sections.js';

/** Addresses of pages, each in one place. */

/** Evidence of a value: `i123`, `p12`, `b7`, `c9`, `w3`, `f45`. */
export const valueLink = (letter: RowLetter | 'f', id: number): string => `/values/${letter}${id}`;

export const projectLink = (id: number): string => `/projects/${id}`;

export const findingLink = (id: number): string => `/findings/${id}`;

/** 取证单 of a finding as a Word file. */
export const slipLink = (id: number): string => `/letters/f${id}`;

export const documentLink = (id: number, place?: string | null): string =>
  pageLink(`/documents/${id}`, { place });

/** A cell (or paragraph) of a document, highlighted; block and cell as in `Evidence`. */
export const evidenceLink = (id: number, { block, cell }: { block: number; cell: number | null }): string =>
  `/documents/${id}?cell=${cell === null ? block : `${block}.${cell}`}#here`;

/** A page of a PDF as a picture. */
export const pictureLink = (id: number, page: number): string => `/documents/${id}/pages/${page}.png`;

/** The page of a department; null where region or department is unknown, and there is no such page. */
export function departmentLink({
  region,
  region_code: code,
  department,
  department_key: key,
}: {
  region: string | null;
  region_code: string | null;
  department: string | null;
  department_key: string | null;
}): string | null {
  const place = code ?? region;
  const name = key ?? department;
  if (place === null || name === null) return null;
  return pageLink('/department', { region: place, key: name });
}

/** A page with these parameters; missing ones are left out. */
export function pageLink(
  path: string,
  parameters: Record<string, string | number | null | undefined>,
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined) search.append(name, String(value));
  }
  return search.size === 0 ? path : `${path}?${search}`;
}
