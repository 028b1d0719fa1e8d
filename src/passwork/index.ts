/** The connector: a plain client of Passwork's HTTP API. It needs no browser. */
export { connect, probe, resume } from './connect.ts';
export type * from './passwork.ts';
