/**
 * The path of a member below its archive: `..`, `.`, drives and leading slashes are dropped, control characters replaced, so
 * that no name points outside of the archive.
 */
export function memberPath(archive: string, name: string): string {
  const parts = name
    .replace(/\p{Control}/gu, '_')
    .replace(/^[a-z]:/i, '')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..');
  return `${archive}!/${parts.join('/') || '_'}`;
}
