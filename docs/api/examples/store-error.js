import { openStore, StoreError } from 'mingzhang';

try {
  await openStore('没有.db', { readOnly: true });
} catch (error) {
  if (error instanceof StoreError) console.log(error.code, error.message);
  else throw error;
}
