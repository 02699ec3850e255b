const FOLDER = /^(\.|__MACOSX$|\$RECYCLE\.BIN$|System Volume Information$)/i;
const FILE = /^(\.|~\$|~.*\.tmp$|Thumbs\.db$|ehthumbs\.db$|desktop\.ini$)/i;

/** A folder of the operating system or of a version control, by its name. */
export const isSystemFolder = (name: string): boolean => FOLDER.test(name);

/** A file that a program left behind for itself, by its name. */
export const isSystemFile = (name: string): boolean => FILE.test(name);
