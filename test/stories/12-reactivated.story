# Two "welcome back": one after the person signed up again, one out of the blue after a cancellation.
country: US
language: en
now: 2026-04-20

--- 2025-12-10 09:00 | Shieldline VPN <billing@shieldline.example> | Your Shieldline VPN receipt
@again: 2026-01-10, 2026-02-10
Hi Jo,

We charged $9.99 for your monthly Shieldline VPN subscription. It renews on {next}.

--- 2026-02-18 09:00 | Shieldline VPN <billing@shieldline.example> | Your subscription has been canceled
Hi Jo,

Your Shieldline VPN subscription has been canceled and will end on March 10, 2026. You won't be billed again.

--- 2026-04-02 09:00 | Shieldline VPN <billing@shieldline.example> | Welcome back! Your subscription has been reactivated
Hi Jo,

Good news: your Shieldline VPN subscription has been reactivated. Your next billing date is May 2, 2026.

--- 2025-12-14 09:00 | Bookwyrm Audio <receipts@bookwyrmaudio.example> | Your Bookwyrm Audio receipt
@again: 2026-01-14
Hi Jo,

We charged $14.95 for your monthly Bookwyrm Audio membership. Next billing date: {next}.

--- 2026-01-20 09:00 | Bookwyrm Audio <receipts@bookwyrmaudio.example> | Your membership has been canceled
Hi Jo,

Your Bookwyrm Audio membership has been canceled. You keep access until February 14, 2026.

--- 2026-03-30 20:10 | Bookwyrm Audio <receipts@bookwyrmaudio.example> | You restarted your membership
Hi Jo,

You restarted your Bookwyrm Audio membership on March 30, 2026, at $14.95 per month. Thanks for your order!

--- 2026-03-30 20:12 | Bookwyrm Audio <receipts@bookwyrmaudio.example> | Your Bookwyrm Audio receipt
Hi Jo,

We charged $14.95 for your monthly Bookwyrm Audio membership. Next billing date: April 30, 2026.

=== expect
sub Shieldline VPN | status=active | renews_on=2026-05-02 | ends_on=-
sub Bookwyrm Audio | status=active | renews_on=2026-04-30 | price=14.95 USD P1M | ends_on=-
finding reactivated_unasked Shieldline VPN | since=2026-04-02
alert cancellation_confirmed Shieldline VPN
alert cancellation_confirmed Bookwyrm Audio
alert reactivated_unasked Shieldline VPN

