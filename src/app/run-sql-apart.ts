/** One SELECT of a person, in a process of its own that can be stopped; of the engine `openStore` chooses. */
export { runSqlApart } from '../store/sql/run-sql-apart.js';
