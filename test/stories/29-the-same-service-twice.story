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

--- 2026-01-03 09:00 | Papyrus Cloud <billing@papyruscloud.example> | Your Papyrus Cloud receipt
@again: 2026-02-03, 2026-03-03, 2026-04-03
Hi Kim,

We charged $4.00 for your monthly Papyrus Cloud Plus subscription. Subscription ID: PC-10017. Next billing date: {next}.

--- 2026-01-18 09:00 | Papyrus Cloud <billing@papyruscloud.example> | Your Papyrus Cloud receipt
@again: 2026-02-18, 2026-03-18, 2026-04-18
Hi Kim,

We charged $4.00 for your monthly Papyrus Cloud Plus subscription. Subscription ID: PC-20455. Next billing date: {next}.

=== expect
sub Papyrus Cloud | status=active | price=4.00 USD P1M | renews_on=2026-05-03
sub Papyrus Cloud | status=active | price=4.00 USD P1M | renews_on=2026-05-18
finding duplicate_subscription Papyrus Cloud
alert duplicate_subscription Papyrus Cloud | count=1
sub Tunewave | biller=- | status=active | price=10.99 USD P1M | renews_on=2026-05-06
sub Tunewave | biller=apple | status=active | price=10.99 USD P1M | renews_on=2026-05-21
finding duplicate_subscription Tunewave
alert duplicate_subscription Tunewave | count=1

