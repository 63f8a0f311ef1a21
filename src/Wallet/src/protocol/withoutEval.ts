import { config } from 'zod';

/**
 * zod compiles its checks with `new Function` where it may. The wallet's content security policy forbids that, and every try
 * would be reported as an attack. Must be imported before any module that builds zod schemas.
 */
config({ jitless: true });
