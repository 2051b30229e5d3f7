# Mails to a merchant about its own customers are not the person's subscriptions; the shop software's bill is.
country: GB
language: en
now: 2026-03-25

--- 2026-01-12 09:00 | Shopnest <billing@shopnest.example> | Your Shopnest invoice
@again: 2026-02-12, 2026-03-12
Hi Omar,

We charged £25.00 for your monthly Shopnest Basic plan. Your plan renews on {next}.

--- 2026-02-14 10:00 | Shopnest <notifications@shopnest.example> | A customer has cancelled their subscription
Hi Omar,

Your customer Julia Brown cancelled their subscription to Coffee of the Month. Their subscription will end on 1 March 2026.
View this customer in your dashboard.

--- 2026-02-20 10:00 | Shopnest <notifications@shopnest.example> | New subscriber: Coffee of the Month
Hi Omar,

You have a new subscriber! Peter Lane subscribed to Coffee of the Month (£12.00 per month).

--- 2026-03-01 10:00 | Shopnest <notifications@shopnest.example> | Payment failed for subscriber Peter Lane
Hi Omar,

A payment of £12.00 from your customer Peter Lane failed. We'll retry in 3 days and let your customer know.

--- 2026-03-04 10:00 | Shopnest <notifications@shopnest.example> | You received a payment of £12.00
Hi Omar,

Peter Lane paid you £12.00 for order #1042. The money will be in your account within two days.

=== expect
sub Shopnest | status=active | price=25.00 GBP P1M | renews_on=2026-04-12 | ends_on=-
absent alert payment_failed Shopnest

