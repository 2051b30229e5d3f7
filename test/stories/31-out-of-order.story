# Everything arrives in the wrong order: the confirmation before the request, old receipts last.
country: GB
language: en
now: 2026-04-12

--- 2026-03-03 11:00 | Novella Club <hello@novellaclub.example> | Your membership has been cancelled
@arrives: 2026-03-03
Hi Fay,

Your Novella Club membership has been cancelled. It ends on 20 March 2026 and you won't be charged again.

--- 2026-03-01 11:00 | Novella Club <hello@novellaclub.example> | We've received your request to cancel
@arrives: 2026-03-05
Hi Fay,

We've received your request to cancel your Novella Club membership and will confirm by email shortly.

--- 2026-02-20 09:00 | Novella Club <receipts@novellaclub.example> | Your Novella Club receipt
@arrives: 2026-03-06
Hi Fay,

We charged £8.00 for your monthly Novella Club membership. Next payment: 20 March 2026.

--- 2025-12-20 09:00 | Novella Club <receipts@novellaclub.example> | Your Novella Club receipt
@arrives: 2026-03-08
Hi Fay,

We charged £8.00 for your monthly Novella Club membership. Next payment: 20 January 2026.

--- 2026-01-20 09:00 | Novella Club <receipts@novellaclub.example> | Your Novella Club receipt
@arrives: 2026-03-07
Hi Fay,

We charged £8.00 for your monthly Novella Club membership. Next payment: 20 February 2026.

--- 2025-12-20 08:55 | Novella Club <hello@novellaclub.example> | Welcome to Novella Club
@arrives: 2026-03-09
Hi Fay,

Thanks for joining! Your monthly Novella Club membership started today, 20 December 2025. It costs £8.00 per month.

=== expect
sub Novella Club | status=cancelled | started_on=2025-12-20 | ends_on=2026-03-20 | price=8.00 GBP P1M
alert cancellation_confirmed Novella Club

