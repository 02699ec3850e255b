import { type Connection, ServerError } from './connection.js';

/** SQLSTATE of a question that could not be sent, for the connection was lost before it. */
const NOT_SENT = '08003';
/** SQLSTATE of a transaction of which nobody knows whether it was written. */
const UNKNOWN_END = '08007';

/** What is done by itself where the connection is lost. */
const UNDONE_BY_LOSS = /^(?:ROLLBACK|CLOSE)\b/;
/** What goes on with something the lost connection had. */
const GOES_ON = /^FETCH\b/;

/**
 * A connection that is opened anew for the next question after it was lost. Never within a transaction: the rest of it fails,
 * and all of it is undone.
 * @param open opens one with its settings made
 */
export function lastingConnection(open: () => Connection): Connection {
  let current = open();
  let transaction: 'none' | 'reading' | 'writing' = 'none';
  const asked = <Answer>(text: string, ask: (connection: Connection) => Answer): Answer => {
    try {
      return ask(current);
    } catch (error) {
      if (!isNotSent(error) || transaction !== 'none' || GOES_ON.test(text)) {
        throw error instanceof ServerError && transaction === 'writing' ? asUndone(error, text) : error;
      }
    }
    const lost = current;
    current = open();
    lost.close();
    return ask(current);
  };
  return {
    query: (text, values, name) => asked(text, (connection) => connection.query(text, values, name)),
    exec: (text) => {
      try {
        asked(text, (connection) => connection.exec(text));
        if (text.startsWith('BEGIN')) transaction = text.includes('READ ONLY') ? 'reading' : 'writing';
      } catch (error) {
        if (!isLost(error) || !UNDONE_BY_LOSS.test(text)) throw error;
      } finally {
        if (text === 'COMMIT' || text === 'ROLLBACK') transaction = 'none';
      }
    },
    copy: (text, rows) => asked(text, (connection) => connection.copy(text, rows)),
    close: () => current.close(),
  };
}

const isNotSent = (error: unknown): error is ServerError =>
  error instanceof ServerError && error.code === NOT_SENT;

/** Connection exceptions, the end of the server, faults of the system. */
const isLost = (error: unknown): boolean =>
  error instanceof ServerError && /^(?:08|57P0[1-3]|E[A-Z])/.test(error.code);

function asUndone(error: ServerError, text: string): ServerError {
  const isUnknown = text === 'COMMIT' && isLost(error) && !isNotSent(error);
  return new ServerError(error.message, isUnknown ? UNKNOWN_END : error.code, error.position, !isUnknown);
}
