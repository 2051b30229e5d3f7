// What a handler throws that was asked to stop in the middle of a job: the job goes back as it is, at once and without counting as a failed
// attempt. Its handler must have left everything that is not done as it was found.

export class HandBack extends Error {
  override readonly name = 'HandBack';

  constructor() {
    super('the process is stopping; the rest of this job is for the next one');
  }
}
