import { openStore, QueryError } from 'mingzhang';

const store = await openStore('明账.db', { readOnly: true });
try {
  await store.query('项目');
} catch (error) {
  if (error instanceof QueryError) console.log(error.message);
  else throw error;
}
await store.close();
