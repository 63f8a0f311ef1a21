import { expect } from 'vitest';
import { ProtocolFailure } from '../../src/protocol/contract';

/** The failure that `work` ends with; a success is an error of the test. */
export async function refusal(work: Promise<unknown>): Promise<ProtocolFailure> {
  const failure = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(ProtocolFailure);
  return failure as ProtocolFailure;
}
