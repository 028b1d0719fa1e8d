import { AppError } from '../../../model/error.ts';

export function forbidden(): AppError {
  return new AppError('forbidden', 'the policy of the organisation says no');
}
