import { VIEWS } from 'mingzhang';

for (const { name, title, columns } of VIEWS) console.log(name, title, columns.length);
