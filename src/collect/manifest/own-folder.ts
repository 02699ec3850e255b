/** The folder within a collection for what an import does not enter: its name begins with a dot. */
export const OWN_FOLDER = '.mingzhang';
