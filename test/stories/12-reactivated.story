# Three "welcome back": one beside a new sign-up, one out of the blue, and one that only claims that the person asked for it.
country: US
language: en
now: 2026-04-28

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

--- 2026-01-08 09:00 | Quiltery <hello@quiltery.example> | Your Quiltery receipt
@again: 2026-02-08
Hi Jo,

We charged $8.00 for your monthly Quiltery membership. Next billing date: {next}.

--- 2026-02-15 09:00 | Quiltery <hello@quiltery.example> | Your membership has been canceled
Hi Jo,

Your Quiltery membership has been canceled. You keep access until March 8, 2026.

--- 2026-04-22 18:00 | Quiltery <hello@quiltery.example> | Welcome to Quiltery
Hi Jo,

Thanks for joining Quiltery! Your monthly membership started today, April 22, 2026. It costs $8.00 per month.

--- 2026-04-22 18:01 | Quiltery <hello@quiltery.example> | Welcome back! Your membership has been reactivated
Hi Jo,

Your Quiltery membership has been reactivated. Your next billing date is May 22, 2026.

=== expect
sub Shieldline VPN | status=active | renews_on=2026-05-02 | ends_on=-
sub Bookwyrm Audio | status=active | renews_on=2026-04-30 | price=14.95 USD P1M | ends_on=-
sub Quiltery | status=cancelled | ends_on=2026-03-08 | price=8.00 USD P1M
sub Quiltery | status=active | renews_on=2026-05-22 | price=8.00 USD P1M
finding reactivated_unasked Shieldline VPN | since=2026-04-02
finding reactivated_unasked Bookwyrm Audio | since=2026-03-30
alert cancellation_confirmed Shieldline VPN
alert cancellation_confirmed Bookwyrm Audio
alert cancellation_confirmed Quiltery
alert reactivated_unasked Shieldline VPN
alert reactivated_unasked Bookwyrm Audio

