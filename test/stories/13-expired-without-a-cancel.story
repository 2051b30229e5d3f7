# Subscriptions that ran out: nobody cancelled, so they are ended, not cancelled, and prove no cancellation.
country: GB
language: en
now: 2026-05-10

--- 2025-04-20 09:00 | Harbour Review <subs@harbourreview.example> | Welcome to Harbour Review
Hello Ruth,

Your one-year subscription to Harbour Review has started. We charged £48.00. It runs until 20 April 2026 and does not renew automatically.

--- 2026-04-01 09:00 | Harbour Review <subs@harbourreview.example> | Your subscription ends soon
Hello Ruth,

Your Harbour Review subscription ends on 20 April 2026. It won't renew by itself. If you'd like to stay, renew on our website.

--- 2026-04-21 09:00 | Harbour Review <subs@harbourreview.example> | Your subscription has expired
Hello Ruth,

Your Harbour Review subscription expired on 20 April 2026. Renew today to pick up where you left off.

--- 2026-01-03 09:00 | Domainery <billing@domainery.example> | Payment received for your Mail Plus plan
@again: 2026-02-03
Hello Ruth,

We've charged £2.50 for your monthly Domainery Mail Plus plan. Next payment: {next}.

--- 2026-03-03 09:00 | Domainery <billing@domainery.example> | We couldn't take your payment
Hello Ruth,

Your payment of £2.50 for Domainery Mail Plus failed because your card has expired. Please update your card.

--- 2026-03-17 09:00 | Domainery <billing@domainery.example> | Your Mail Plus plan has expired
Hello Ruth,

As we couldn't take payment, your Domainery Mail Plus subscription has expired as of 17 March 2026.

=== expect
sub Harbour Review | status=ended | ends_on=2026-04-20
sub Domainery | status=ended | ends_on=2026-03-17
alert payment_failed Domainery
may alert renewal_notice Harbour Review
absent alert cancel_by Harbour Review

