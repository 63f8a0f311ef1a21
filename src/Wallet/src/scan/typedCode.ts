import { pathOfCode } from './links';

export type TypedCodeProblem = 'form' | 'unknown' | 'too-often' | 'offline' | 'not-for-us';

const form = /^[AB][ABCDEFGHJKLMNPQRSTUVWXYZ23456789]{7}$/;

/** What was typed, without dashes and spaces, in capitals; undefined when it cannot be a code. */
export function normalised(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s\-–]/g, '');
  return form.test(code) ? code : undefined;
}

/** Asks the town what a code stands for. A stands for offers, B for questions. */
export async function redeem(typed: string, portal: string): Promise<{ path: string } | { problem: TypedCodeProblem }> {
  const code = normalised(typed);
  if (!code) return { problem: 'form' };
  const door = code.startsWith('A') ? 'issuers' : 'verifier';
  let response: Response;
  try {
    response = await fetch(`${portal}/${door}/codes/${code}`, { credentials: 'omit', signal: AbortSignal.timeout(10_000) });
  } catch {
    return { problem: 'offline' };
  }
  if (response.status === 429) return { problem: 'too-often' };
  if (!response.ok) return { problem: 'unknown' };
  const { uri } = (await response.json()) as { uri?: unknown };
  const path = typeof uri === 'string' ? pathOfCode(uri, location.origin) : undefined;
  return path ? { path } : { problem: 'not-for-us' };
}
