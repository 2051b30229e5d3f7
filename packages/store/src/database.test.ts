// How connections are opened; what goes over them is tested by their users.
import { expect, it } from 'vitest';
import { openPool } from './database.ts';

it('keeps idle connections known to what lies on the way', async () => {
  for (const keepsPlans of [false, true]) {
    const pool = openPool({ url: 'postgres://db.example/quittance', keepsPlans, onError: () => {} });
    expect(pool.options).toMatchObject({ keepAlive: true, keepAliveInitialDelayMillis: 10_000 });
    await pool.end();
  }
});
