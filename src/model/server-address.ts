/** Whether the place of a store is the address of a PostgreSQL server (`postgres://…`), not a file. */
export const isServerAddress = (place: string): boolean => /^postgres(?:ql)?:\/\//i.test(place);

/** The place of a store as it may be shown: a file, or an address without its password. */
export function storeTitle(place: string): string {
  if (!isServerAddress(place) || !URL.canParse(place)) return isServerAddress(place) ? 'postgres://…' : place;
  const shown = new URL(place);
  shown.password = '';
  shown.searchParams.delete('password');
  return shown.href;
}
