/** The connector: a plain client of Passwork's HTTP API. It needs no browser. */
export { sealText, unsealText } from '../crypto/seal.ts';
export { AppError, type ErrorCode } from '../model/error.ts';
export type * from '../model/item.ts';
export { connect, probe, resume } from './connect.ts';
export type * from './passwork.ts';
