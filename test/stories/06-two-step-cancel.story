# "Request received", an offer to stay, "cancelled", a survey, a win-back: one cancellation, and nothing else.
country: GB
language: en
now: 2026-04-15

--- 2026-01-09 09:00 | Larder Box <orders@larderbox.example> | Your Larder Box receipt
@again: 2026-02-09, 2026-03-09
Hi Priya,

Thanks! We took £34.00 for your monthly Larder Box subscription.
Your next payment is due on {next}.

--- 2026-03-12 13:00 | Larder Box <care@larderbox.example> | We've received your cancellation request
Hi Priya,

We've got your request to cancel your Larder Box subscription. We'll email you again once it has been processed.

--- 2026-03-12 18:00 | Larder Box <care@larderbox.example> | Before you go: 50% off your next three boxes
Hi Priya,

Sorry to hear you're thinking of leaving. Keep your subscription and get 50% off your next three boxes. Click below to claim your offer.

--- 2026-03-14 10:05 | Larder Box <care@larderbox.example> | Your subscription has been cancelled
Hi Priya,

As requested, your Larder Box subscription has been cancelled. It will end on 9 April 2026 and you won't be charged again.

--- 2026-03-16 10:00 | Larder Box <research@larderbox.example> | How did we do?
Hi Priya,

You recently cancelled. Tell us why in a two-minute survey and help us improve.

--- 2026-04-11 10:00 | Larder Box <hello@larderbox.example> | We miss you! Come back for £10
Hi Priya,

Reactivate your subscription today and your first box is only £10. Offer ends Sunday.

=== expect
sub Larder Box | price=34.00 GBP P1M
  status=cancelled
  ends_on=2026-04-09
alert cancellation_confirmed Larder Box
absent finding confirmation_missing Larder Box
absent alert confirmation_missing Larder Box

