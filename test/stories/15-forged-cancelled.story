# Two forged "your subscription is cancelled": one failed DMARC at the provider, one comes from a lookalike domain.
country: GB
language: en
now: 2026-03-28

--- 2026-01-05 09:00 | Brightcloud <billing@brightcloud.example> | Your Brightcloud receipt
@again: 2026-02-05, 2026-03-05
Hi Lena,

We charged £7.99 for your monthly Brightcloud 2 TB plan. Your plan renews on {next}.

--- 2026-03-19 04:10 | Brightcloud <billing@brightcloud.example> | Your Brightcloud subscription has been cancelled
@auth: fail
Hi Lena,

Your Brightcloud 2 TB plan has been cancelled and ends on 5 April 2026. If this wasn't you, sign in here to keep your files.

--- 2026-01-09 09:00 | Portside Pass <tickets@portsidepass.example> | Your Portside Pass receipt
@again: 2026-02-09, 2026-03-09
Hi Lena,

Thanks for your payment of £29.00 for your monthly Portside Pass. Next payment: {next}.

--- 2026-03-21 03:02 | Portside Pass <tickets@portsidepass-account.example> | Your Portside Pass has been cancelled
@auth: none
Hi Lena,

Your monthly Portside Pass has been cancelled and ends on 9 April 2026. Not you? Confirm your card details within 24 hours to restore it.

--- 2026-03-24 04:30 | Brightcloud <billing@brightcloud.example> | Your Brightcloud plan is cancelled
@auth: fail
Hi Lena,

As requested, we cancelled your Brightcloud 2 TB plan. It ends on 5 April 2026 and you will not be charged again.

=== expect
sub Brightcloud | status=active | price=7.99 GBP P1M | renews_on=2026-04-05 | ends_on=- | proof=-
sub Portside Pass | status=active | price=29.00 GBP P1M | renews_on=2026-04-09 | ends_on=- | proof=-
finding suspicious_message Brightcloud | since=2026-03-19
may finding suspicious_message Portside Pass
alert suspicious_message Brightcloud
may alert suspicious_message Portside Pass

