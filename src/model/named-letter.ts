/** What stands before an id that names something: a row of a view, a document (`d`), a finding (`f`). */
export type NamedLetter = 'b' | 'c' | 'i' | 'n' | 'p' | 's' | 't' | 'w' | 'd' | 'f';
