/** Turns the encrypted package, without its size field, into the plain one, which may end in padding. */
export type Decryptor = (encrypted: Uint8Array) => Uint8Array;
