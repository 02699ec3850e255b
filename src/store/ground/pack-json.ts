import { deflateSync, inflateSync } from 'node:zlib';

/** On readings a third of the time of the default level, for a fifth more bytes. */
const LEVEL = 1;

/** JSON compressed with zlib, as kept in `document_blobs`. */
export const packJson = (value: unknown): Buffer => deflateSync(JSON.stringify(value), { level: LEVEL });

/** The value {@link packJson} packed; the caller knows its type. */
export const unpackJson = <T>(data: Buffer): T => JSON.parse(inflateSync(data).toString('utf8')) as T;
