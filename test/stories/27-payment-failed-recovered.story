# One payment failed and was made good; another is still open.
country: US
language: en
now: 2026-04-16

--- 2026-01-08 09:00 | Cloudpantry <billing@cloudpantry.example> | Your Cloudpantry receipt
@again: 2026-02-08
Hi Lou,

We charged $12.00 for your monthly Cloudpantry subscription. Next payment: {next}.

--- 2026-03-08 09:00 | Cloudpantry <billing@cloudpantry.example> | Your payment was declined
Hi Lou,

Your payment of $12.00 for Cloudpantry was declined. Please update your payment method; we'll try again in 3 days.

--- 2026-03-11 09:00 | Cloudpantry <billing@cloudpantry.example> | Your Cloudpantry receipt
@again: 2026-04-08
Hi Lou,

We charged $12.00 for your monthly Cloudpantry subscription. Thank you!

--- 2026-01-12 09:00 | Fotoloft <billing@fotoloft.example> | Receipt from Fotoloft
@again: 2026-02-12, 2026-03-12
Hi Lou,

We charged $6.00 for your monthly Fotoloft Basic plan. Next payment: {next}.

--- 2026-04-12 09:00 | Fotoloft <billing@fotoloft.example> | Payment failed: update your card
Hi Lou,

We couldn't charge $6.00 for your Fotoloft Basic plan. Update your card to keep your photos online.

=== expect
sub Cloudpantry | status=active | price=12.00 USD P1M
sub Fotoloft | status=past_due | price=6.00 USD P1M
finding payment_failed Fotoloft | since=2026-04-12
alert payment_failed Cloudpantry
alert payment_failed Fotoloft

