// Where a header ends that is too long to be read whole.
import { expect, it } from 'vitest';
import { LIMITS } from './limits.ts';
import { readMime } from './read-mime.ts';

it.each([
  ['\r\n', '\r\nbody'],
  ['\n', 'body'],
  ['\n', '\r\nbody'],
  ['\n', '\nbody'],
])('a header of megabytes loses lines, and the body nothing: %j %j', async (lineEnd, body) => {
  const header = `Subject: x${lineEnd}${`X-Line: y${lineEnd}`.repeat(LIMITS.headerBytesMax / 8)}`;
  const [long, short] = await Promise.all(
    [header, `Subject: x${lineEnd}`].map((head) => readMime(Buffer.from(`${head}${lineEnd}${body}`))),
  );
  expect(long!.text).toBe(short!.text);
  expect(long!.text).toContain('body');
});
