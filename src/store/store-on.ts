import type { Store } from '../model/ports/store.js';
import { carePort } from './care-port.js';
import { cyclesPort } from './cycles-port.js';
import { writeUnwritten } from './documents/write-unwritten.js';
import { documentsPort } from './documents-port.js';
import { findingsPort } from './findings-port.js';
import { createFace, type Engine } from './ground/face.js';
import { namesPort } from './names-port.js';
import { questionsPort } from './questions-port.js';
import { savedQuestionsPort } from './saved-questions-port.js';

/** A store on the engine that keeps it. @param path where it is kept, see `Store` */
export function storeOn(engine: Engine, path: string, now: () => Date): Store {
  const { db } = engine;
  if (!db.readonly) finishMigration(engine);
  const face = createFace(engine);
  const at = (): string => now().toISOString();
  return {
    path,
    ...documentsPort(db, face, at),
    ...questionsPort(engine, face),
    ...savedQuestionsPort(db, face, at),
    ...findingsPort(db, face, at),
    ...cyclesPort(db, face),
    ...namesPort(db, face, at),
    ...carePort(engine, face),
    close: () => face.ask(() => engine.close()),
  };
}

/** What a migration left to be written; a store that cannot be written is closed again. */
function finishMigration({ db, abandon, explain }: Engine): void {
  try {
    writeUnwritten(db);
  } catch (error) {
    abandon();
    throw explain(error);
  }
}
