// What a person may choose of alerts and of the calendar feed, and what digests and calendars say, in English; preferences.fr.ts has the same keys.

interface Dated {
  readonly who: string;
  /** "€12.99 a month" */
  readonly price: string | null;
}

const withPrice = (text: string, price: string | null): string => (price ? `${text} (${price})` : text);

export const preferencesEn = {
  alerts: {
    title: 'What is sent, and when',
    lead: 'Every alert stands on this page. Here you choose which of them also go to your channels, and at what time.',
    told: 'Send me',
    kinds: {
      renewal_notice: 'Renewal ahead',
      trial_ending: 'Trial about to end',
      price_change: 'Price change',
      cancel_by: 'Deadline to cancel',
      payment_failed: 'Failed payment',
      cancellation_confirmed: 'Cancellation confirmed',
      charged_after_cancellation: 'Charge after a cancellation',
      confirmation_missing: 'Confirmation that did not come',
      reactivated_unasked: 'Reactivated without being asked',
      notice_missing: 'Notice before a renewal missing',
      duplicate_subscription: 'Subscription runs twice',
      suspicious_message: 'Suspicious message',
      mailbox_unreadable: 'Mailbox that cannot be read',
    },
    remind: 'Remind me ahead, at nine in the morning',
    remindHint: 'Deadlines are remembered where a notice period is stated, for trials, and for terms of three months and more.',
    leads: {
      renewal_notice: 'Before a renewal',
      trial_ending: 'Before a trial ends',
      cancel_by: 'Before the deadline to cancel',
    },
    days: (count: number) => (count === 1 ? '1 day' : `${count} days`),
    quiet: 'Quiet hours',
    quietFrom: 'From',
    quietUntil: 'Until',
    quietHint: (timeZone: string) =>
      `Time zone: ${timeZone}. What falls into them is sent at their end. Charges after a cancellation and unreadable mailboxes are sent at once. Leave both empty for none.`,
    digest: 'E-mails',
    digests: { off: 'one for each alert', daily: 'one a day, at nine', weekly: 'one a week, Mondays at nine' },
    digestHint: 'What would come too late in such a mail is sent by itself. Webhooks and push messages are always single.',
    waits: {
      quiet: (when: string) => `waits for the end of quiet hours, ${when}`,
      digest: (when: string) => `goes with the mail of ${when}`,
    },
    save: 'Save what is sent',
    saved: 'Saved.',
    refused: {
      leads: 'Choose among these days.',
      quiet: 'Quiet hours need two different times.',
      digest: 'Choose one of these.',
    },
  },
  digest: {
    title: (count: number) => (count === 1 ? 'One alert' : `${count} alerts`),
    lead: (count: number) => (count === 1 ? 'One alert has come up.' : `${count} alerts have come up since the last mail.`),
    more: (count: number) => (count === 1 ? 'One more stands in Quittance.' : `${count} more stand in Quittance.`),
  },
  reminder: {
    renewal: (facts: { who: string; renewsOn: string | null; price: string | null; cancelBy: string | null }) =>
      `${facts.who} will be renewed${facts.renewsOn ? ` on ${facts.renewsOn}` : ' soon'}${facts.price ? ` for ${facts.price}` : ''}.` +
      (facts.cancelBy ? ` If you do not want that, cancel by ${facts.cancelBy}.` : ''),
  },
  calendarCard: {
    title: 'Calendar',
    lead: 'Renewals, ends of trials, deadlines and end dates in your own calendar, kept up to date. Whoever has the link can read them.',
    none: 'There is no link yet.',
    since: (date: string) => `The present link was made on ${date}.`,
    once: 'Add this address to your calendar as a subscription. It is shown only now:',
    open: 'Open in the calendar of this device',
    make: 'Make the link',
    rotate: 'Make a new link',
    rotateHint: 'The old link stops working at once.',
    remove: 'Switch the calendar off',
  },
  calendar: {
    name: 'Subscriptions (Quittance)',
    renewal: ({ who, price }: Dated) => withPrice(`${who} renews`, price),
    trial_end: ({ who, price }: Dated) => (price ? `${who}: trial ends, then ${price}` : `${who}: trial ends`),
    cancel_by: ({ who }: Dated) => `${who}: last day to cancel`,
    leave_by: ({ who }: Dated) => `${who}: price change, last day to cancel`,
    end: ({ who }: Dated) => `${who} ends`,
    plan: (plan: string) => `Plan: ${plan}`,
    renewsOn: (date: string) => `Renews on ${date}.`,
    advice: 'Worked out from your mail. Information, not legal advice.',
  },
};

export type PreferenceTexts = typeof preferencesEn;
