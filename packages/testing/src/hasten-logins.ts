// Logins to the PostgreSQL of tests without the rounds that protect a password for years. Not for one that lives longer than a run.
import pg from 'pg';

/** A test opens a dozen connections; four thousand rounds of a hash on both sides of each protect a password that lives for minutes. */
export async function hastenLogins(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('set scram_iterations = 1');
  await client.query(`alter role current_user password ${pg.escapeLiteral(decodeURIComponent(new URL(url).password))}`);
  await client.end();
}
