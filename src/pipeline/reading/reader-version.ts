/** Version of everything between bytes and ReadDocument. Raise it when reading again would give a better result. */
export const READER_VERSION = '14';
