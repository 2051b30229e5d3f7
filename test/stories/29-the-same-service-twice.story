# The same music service twice: once directly, once through Apple. Both are paid, and the person is told.
country: US
language: en
now: 2026-04-25

--- 2026-01-06 09:00 | Tunewave <billing@tunewave.example> | Your Tunewave receipt
@again: 2026-02-06, 2026-03-06, 2026-04-06
Hi Kim,

We charged $10.99 for your monthly Tunewave Premium subscription. Next billing date: {next}.

--- 2026-02-21 12:00 | Apple <no_reply@email.apple.com> | Your receipt from Apple.
@again: 2026-03-21, 2026-04-21
Receipt
APPLE ID kim@home.example
DATE {day}   ORDER ID MQR{n}7TTL

App Store
Tunewave: Music & Podcasts
Tunewave Premium (Monthly)
Renews {next}
$10.99

TOTAL $10.99
Your subscription renews automatically until you cancel it.

=== expect
sub Tunewave | biller=- | status=active | price=10.99 USD P1M | renews_on=2026-05-06
sub Tunewave | biller=apple | status=active | price=10.99 USD P1M | renews_on=2026-05-21
finding duplicate_subscription Tunewave

