/** The line to the tests: one JSON document a line on standard input, one answer a line on standard output. */
import { createInterface } from 'node:readline';

export type Command = (input: never) => Promise<unknown>;

interface Call {
  id: number;
  command: string;
  input: unknown;
}

/** Answers calls until the tests hang up; then the process ends, whatever servers it runs. */
export function answerCalls(commands: Record<string, Command>): void {
  const lines = createInterface({ input: process.stdin });
  lines.on('line', (line) => void answer(JSON.parse(line) as Call, commands));
  lines.on('close', () => process.exit(0));
}

async function answer({ id, command, input }: Call, commands: Record<string, Command>): Promise<void> {
  const known = commands[command];
  try {
    if (!known) throw new TypeError(`no such command: ${command}`);
    reply({ id, result: (await known(input as never)) ?? null });
  } catch (error) {
    reply({ id, error: describe(error) });
  }
}

function reply(message: object): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

/** With every cause: the libraries put what the other side said into one of them. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const more = 'errorResponse' in error ? ` ${JSON.stringify(error.errorResponse)}` : '';
  const cause = error.cause === undefined ? '' : `\ncaused by ${describe(error.cause)}`;
  return `${error.stack ?? error.message}${more}${cause}`;
}
