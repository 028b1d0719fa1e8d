import { AppError } from '../model/error.ts';

/** For what a generation has no known protocol. `what` says it in the words of the interface. */
export async function unsupported(what: string): Promise<never> {
  throw new AppError('unsupported-server', `no protocol is known for ${what}`);
}
