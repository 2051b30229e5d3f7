// One PostgreSQL for the whole run: the one QUITTANCE_TEST_PG names, else an embedded one.
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.QUITTANCE_TEST_PG) return undefined;
  throw new Error('QUITTANCE_TEST_PG is not set');
}
