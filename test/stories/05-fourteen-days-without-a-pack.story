# Where no country's pack fits, the clock is fourteen days: sixteen are over, twelve are not.
country: CA
language: en
now: 2026-06-17

--- 2026-04-01 10:00 | Packrat Storage <billing@packrat.example> | Your Packrat Storage receipt
@again: 2026-05-01, 2026-06-01
Hi Dana,

We charged your card CAD 6.00 for your monthly Packrat Storage subscription.
Next billing date: {next}.

--- 2026-06-01 16:00 | Packrat Storage <support@packrat.example> | We received your cancellation request [#88213]
Hi Dana,

Thanks for writing in. We received your request to cancel your subscription and opened ticket #88213. Our team will process it and get back to you.

--- 2026-04-07 10:00 | Inkdrop Press <hello@inkdroppress.example> | Payment receipt for your Inkdrop Press membership
@again: 2026-05-07
Hi Dana,

Thanks for your payment of CAD 9.00 for your monthly Inkdrop Press membership.
Your membership renews on {next}.

--- 2026-06-05 09:30 | Inkdrop Press <hello@inkdroppress.example> | Your cancellation request
Hi Dana,

We have received your cancellation request. It will be processed within 10 business days.

=== expect
sub Packrat Storage | status=cancel_requested | price=6.00 CAD P1M
sub Inkdrop Press | price=9.00 CAD P1M
  status=cancel_requested
finding confirmation_missing Packrat Storage | since=2026-06-15
alert confirmation_missing Packrat Storage

