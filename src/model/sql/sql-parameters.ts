/** Texts, quoted names and comments of SQL, in which nothing is a parameter or a name; then parameters, then bare names. */
const TOKEN =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|\[[^\]]*\]|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|[:@$]([\p{L}\p{N}_]+)|([\p{L}_][\p{L}\p{N}_$]*)/gu;

/** Names of the parameters of a statement (`:year`, `@year`, `$year`), each once, in their order. */
export const sqlParameters = (sql: string): string[] => [
  ...new Set([...sql.matchAll(TOKEN)].flatMap(([, name]) => name ?? [])),
];

/** Bare names of a statement in lower case, keywords among them. */
export const namesIn = (sql: string): ReadonlySet<string> =>
  new Set([...sql.matchAll(TOKEN)].flatMap(([, , name]) => name?.toLowerCase() ?? []));

/** Where in a statement a bare name stands first, whatever its case, rather without what it is of (`p.`); null where it does not. */
export function placeOfName(sql: string, name: string): number | null {
  const wanted = name.toLowerCase();
  const places = [...sql.matchAll(TOKEN)].flatMap(({ 0: token, 2: bare, index }) => {
    const quoted = token.startsWith('"') ? token.slice(1, -1) : bare;
    return quoted?.toLowerCase() === wanted ? [index] : [];
  });
  return places.find((index) => sql[index - 1] !== '.') ?? places[0] ?? null;
}
