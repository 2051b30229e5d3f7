// Sarah reads English. A yearly cloud plan, a gym whose plan she changes, a newspaper that simply ran out, a dating service she left twice.
import type { Story } from '../letter.ts';

export const sarah: Story = ({ en }) => {
  const to = 'Sarah Lindqvist <sarah@foyer.example>';
  const harbor = 'Harbor Cloud <billing@harborcloud.example>';
  const gym = 'Northside Fitness <membership@northsidefitness.example>';
  const ledger = 'The Daily Ledger <subscriptions@dailyledger.example>';
  const spark = 'Sparkle <support@sparkle-dating.example>';
  return [
    {
      name: 'sarah-harbor-receipt',
      day: -351,
      from: harbor,
      to,
      kind: 'renewal_charged',
      subject: 'Your Harbor Cloud subscription was renewed',
      text: `Hi Sarah,\n\nYour Harbor Cloud 2 TB plan has been renewed for one year. We charged $99.99 to your card ending in 0005.`,
      rows: [
        ['Invoice', 'HC-2025-7716'],
        ['Next renewal', en.long(14)],
      ],
    },
    {
      name: 'sarah-harbor-notice',
      day: -1,
      from: harbor,
      to,
      kind: 'renewal_notice',
      subject: 'Upcoming renewal of your Harbor Cloud 2 TB plan',
      text: `Hi Sarah,\n\nYour annual Harbor Cloud 2 TB plan will automatically renew on ${en.long(14)}. Your card will be charged $119.99, up from $99.99 last year.\n\nTo avoid being charged, turn off auto-renewal by ${en.long(13)}.`,
      button: ['Manage plan', 'https://harborcloud.example/account'],
    },
    {
      name: 'sarah-gym-join',
      day: -200,
      from: gym,
      to,
      kind: 'signup',
      form: 'html',
      subject: 'Your membership is confirmed',
      text: `Hi Sarah,\n\nWelcome to Northside Fitness! Your Off-Peak membership starts today at £24.00 per month. Minimum term: 6 months. Notice period: 30 days.`,
      rows: [
        ['Membership number', 'NF-30417'],
        ['Monthly fee', '£24.00'],
      ],
    },
    {
      name: 'sarah-gym-upgrade',
      day: -42,
      from: gym,
      to,
      kind: 'plan_changed',
      subject: 'Your membership has been upgraded',
      text: `Hi Sarah,\n\nYou've switched from Off-Peak to Anytime. Your new monthly fee of £32.00 applies from ${en.long(-30)}.`,
    },
    {
      name: 'sarah-gym-failed',
      day: -9,
      from: gym,
      to,
      kind: 'payment_failed',
      subject: 'We couldn’t collect your membership fee',
      text: `Hi Sarah,\n\nYour Direct Debit payment of £32.00 for your Anytime membership was declined. Please update your payment details within 7 days, or your membership will be cancelled.`,
    },
    {
      name: 'sarah-ledger-signup',
      day: -198,
      from: ledger,
      to,
      kind: 'signup',
      subject: 'Thank you for subscribing to The Daily Ledger',
      text: `Dear Sarah,\n\nThank you for subscribing. Your six-month All Access subscription is active until ${en.long(-15)}. You paid $60.00.`,
    },
    {
      name: 'sarah-ledger-expiring',
      day: -29,
      from: ledger,
      to,
      kind: 'renewal_notice',
      subject: 'Your subscription expires in two weeks',
      text: `Dear Sarah,\n\nYour All Access subscription to The Daily Ledger expires on ${en.long(-15)}. Renew now for $60.00 to keep reading.`,
    },
    {
      name: 'sarah-ledger-expired',
      day: -15,
      from: ledger,
      to,
      kind: 'expired',
      subject: 'Your subscription has expired',
      text: `Dear Sarah,\n\nYour All Access subscription has expired and you no longer have access to subscriber articles. You can come back at any time.`,
    },
    {
      name: 'sarah-sparkle-receipt',
      day: -65,
      from: spark,
      to,
      kind: 'renewal_charged',
      subject: 'Payment receipt for Sparkle Gold',
      text: `Hi Sarah,\n\nWe received your payment of $29.99 for Sparkle Gold (monthly). Your subscription renews on ${en.long(-35)}.`,
    },
    {
      name: 'sarah-sparkle-request',
      day: -37,
      from: spark,
      to,
      kind: 'cancellation_requested',
      subject: 'We’ve received your cancellation request',
      text: `Hi Sarah,\n\nWe have received your request to cancel Sparkle Gold. Our team will process it within 3 business days. Ticket #SPK-90112.`,
    },
    {
      name: 'sarah-sparkle-stay',
      day: -36,
      from: spark,
      to,
      kind: 'other',
      subject: 'Before you go: 60% off Sparkle Gold',
      text: `Are you sure you want to cancel? Stay with Sparkle Gold and get 60% off your next three months.`,
      button: ['Keep my subscription', 'https://sparkle-dating.example/stay'],
    },
    {
      name: 'sarah-sparkle-charge',
      day: -5,
      from: spark,
      to,
      kind: 'renewal_charged',
      subject: 'Payment receipt for Sparkle Gold',
      text: `Hi Sarah,\n\nWe received your payment of $29.99 for Sparkle Gold (monthly). Your subscription renews on ${en.long(25)}.`,
    },
  ];
};
