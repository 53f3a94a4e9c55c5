/**
 * @supabase/lite prints every database error with its details, which may hold people's data. What reaches the
 * console is the code and the message's origin only.
 */
import { inspect } from 'node:util';
import { RelationNotFoundError } from '@supabase/lite';
import postgres from 'postgres';

interface Described {
  code?: string;
  routine?: string;
  relation?: string;
}

function shorten(prototype: object, describe: (error: Described) => string): void {
  Object.defineProperty(prototype, inspect.custom, {
    configurable: true,
    value(this: Described) {
      return describe(this);
    },
  });
}

export function quietErrors(): void {
  shorten(postgres.PostgresError.prototype, (error) => `[database error ${error.code ?? '?'} ${error.routine ?? ''}]`);
  shorten(RelationNotFoundError.prototype, (error) => `[no relation ${error.relation ?? '?'}]`);
}
