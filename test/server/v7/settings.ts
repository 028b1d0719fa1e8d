import type { Hono } from 'hono';
import { answer } from './answer.ts';
import type { V7Env } from './env.ts';

/** What the installation asks of passwords and can do: section 2b.3. */
export function addSettingsRoutes(app: Hono<V7Env>): void {
  app.get('/app/settings', (c) =>
    answer(c, {
      authPasswordComplexity: {
        minLength: 8,
        isDigitsRequired: true,
        isUppercaseRequired: false,
        isSpecialCharactersRequired: false,
      },
      masterPasswordComplexity: {
        minLength: 8,
        isDigitsRequired: false,
        isUppercaseRequired: true,
        isSpecialCharactersRequired: false,
      },
    }),
  );
  app.get('/app/settings/additional', (c) => answer(c, {}));
  app.get('/app/features', (c) => {
    return answer(
      c,
      c.var.server.features.map((name) => ({ name })),
    );
  });
}
