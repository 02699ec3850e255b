import { QueryError } from '../../model/facts/query-error.js';

export const internalTableRefused = (name: string): QueryError =>
  new QueryError(`${name} 是程序内部的表（文件的真实路径），不能查询；路径在视图 documents 中`);
