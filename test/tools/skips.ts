// Which of the tests that were skipped a continuous build holds against us: all, but for those that measure with the collected mails beside the
// repository, where these are absent. Such a test says so in its name.
const NEEDS_SHARED = '(needs ../shared)';

/** @param names full names of the tests that were skipped. */
export function unexcusedSkips(names: readonly string[], isSharedThere: boolean): string[] {
  return names.filter((name) => isSharedThere || !name.endsWith(NEEDS_SHARED));
}
