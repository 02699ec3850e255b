import { describe, expect, it } from 'vitest';
import { parseSqlValue } from '../../../src/model/sql/parse-sql-value.js';
import { placeOfName, sqlParameters } from '../../../src/model/sql/sql-parameters.js';

describe('parameters of a statement', () => {
  it.each([
    ['select 1', []],
    ['select * from projects where year = :year and region = :地区 or year > :year', ['year', '地区']],
    ['select @a, $b', ['a', 'b']],
    ["select ':no', \":no\", [:no], `:no`, 'it''s :no' -- :no\n, :yes /* :no */", ['yes']],
    ["select 'open :no", ['no']],
    ['select 1 /* open :no', []],
  ])('%s', (sql, names) => {
    expect(sqlParameters(sql)).toEqual(names);
  });
});

describe('the place of a name', () => {
  it.each([
    ['select foo from projects', 'foo', 7],
    ["select 'foo', x.FOO from y", 'foo', 16],
    ['select "foo" from y', 'foo', 7],
    ["select 'foo' from y", 'foo', null],
  ])('%s: %s', (sql, name, place) => {
    expect(placeOfName(sql, name)).toBe(place);
  });
});

it.each([
  ['2024', 2024],
  ['-1.5', -1.5],
  ["'2024'", '2024'],
  ['01', '01'],
  ['1234567890123456', '1234567890123456'],
  ['石峰区', '石峰区'],
  ['', ''],
])('reads %s as a value', (text, value) => {
  expect(parseSqlValue(text)).toBe(value);
});
