// Hints to open pages.
import { silentLog } from '@quittance/domain/log';
import { notify } from '@quittance/store/notifications';
import { createTestDatabase } from '@quittance/testing/database';
import { expect, it, vi } from 'vitest';
import { openChanges } from './changes.ts';

it('wakes the pages of a person by a hint, and all of them now and then without one', async () => {
  const database = await createTestDatabase();
  const subscriber = () => ({ onChange: vi.fn(), onClose: vi.fn() });
  const [ana, ben, cy] = [subscriber(), subscriber(), subscriber()];
  const hinted = await openChanges({ databaseUrl: database.url, log: silentLog });
  hinted.subscribe('ana', ana);
  hinted.subscribe('ben', ben);
  await notify(database.db, 'change', 'ana');
  await vi.waitFor(() => expect(ana.onChange).toHaveBeenCalledTimes(1));
  expect(ben.onChange).not.toHaveBeenCalled();
  await hinted.close();
  expect([ana.onClose, ben.onClose].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);

  const unhinted = await openChanges({ databaseUrl: database.url, log: silentLog, staleMsMax: 10 });
  unhinted.subscribe('cy', cy);
  await vi.waitFor(() => expect(cy.onChange).toHaveBeenCalled());
  await unhinted.close();
  await database.drop();
});
