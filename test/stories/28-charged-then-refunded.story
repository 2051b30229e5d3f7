# Charged after the end of a cancelled subscription, then refunded in full: the money is back and the matter is closed.
country: US
language: en
now: 2026-05-10

--- 2026-01-02 09:00 | Streamcove <billing@streamcove.example> | Your Streamcove receipt
@again: 2026-02-02
Hi Al,

We charged $17.99 for your monthly Streamcove subscription. Next billing date: {next}.

--- 2026-02-16 09:00 | Streamcove <support@streamcove.example> | Your cancellation is confirmed
Hi Al,

Your Streamcove subscription is canceled. Your last day of access is March 1, 2026, and you won't be charged again.

--- 2026-03-02 09:00 | Streamcove <billing@streamcove.example> | Your Streamcove receipt
Hi Al,

We charged $17.99 for your monthly Streamcove subscription. Next billing date: April 2, 2026.

--- 2026-03-09 09:00 | Streamcove <support@streamcove.example> | Your refund is on its way
Hi Al,

We've refunded $17.99 for your Streamcove subscription charge of March 2, 2026. It may take up to 5 business days to reach your card.

--- 2026-01-05 09:00 | Penpal Fonts <shop@penpalfonts.example> | Your Penpal Fonts receipt
@again: 2026-02-05
Hi Al,

We charged $5.00 for your monthly Penpal Fonts membership. Next payment: {next}.

=== expect
sub Streamcove | status=cancelled | ends_on=2026-03-01 | price=17.99 USD P1M
sub Penpal Fonts | status=unknown | price=5.00 USD P1M
alert cancellation_confirmed Streamcove
alert charged_after_cancellation Streamcove

