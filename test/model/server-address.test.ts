import { describe, expect, it } from 'vitest';
import { placeFault, storeTitle } from '../../src/model/server-address.js';

describe('the place of a store', () => {
  it.each([
    'mysql://mz:SeCrEt@h/x',
    'postgres:/mz:SeCrEt@h/x',
    'postgres:mz:SeCrEt@h/x',
    ' postgres://mz:SeCrEt@h/x',
    'postgres://mz:SeCrEt/more@h/x',
    'postgres://mz:1/SeCrEt@h/x',
    'postgres://mz:SeCrEt#more@h/x',
    'postgres://mz:1#SeCrEt@h/x',
    'postgres://mz:1?SeCrEt@h/x',
    'postgres://mz:SeCrEt%FF@h/x',
    'postgres://mz:SeCrEt@h:99999/x',
    'mz:SeCrEt@h:5432/x',
    'mz:Se/CrEt:SeCrEt@h/x',
  ])('is wrong as an address, and never said: %s', (place) => {
    expect(placeFault(place)).not.toBeNull();
    expect(placeFault(place) + storeTitle(place)).not.toContain('SeCrEt');
  });

  it.each([
    'mingzhang.db',
    ':memory:',
    'C:/库/全省.db',
    './2024:1/a.db',
    'C:/库@2024/全省.db',
    'postgres://mz@h/x',
    'postgresql://mz:p%2Fw@h:5433/x?sslmode=require',
    'postgres://mz:100%@h/x',
    'postgres:///x?host=/var/run/postgresql',
    'postgres://mz@/x?host=/var/run/postgresql',
  ])('is a file or an address: %s', (place) => {
    expect(placeFault(place)).toBeNull();
  });
});
