# A vegetable box every week, forty mails in all: skips, a pause, a late price rise, and no cancellation.
country: US
language: en
now: 2026-10-06

--- 2026-01-07 09:00 | Greencrate <orders@greencrate.example> | Your weekly Greencrate receipt
@every: P1W
@again: 2026-01-14, 2026-01-21, 2026-01-28, 2026-02-04, 2026-02-11, 2026-02-18, 2026-02-25, 2026-03-04, 2026-03-11, 2026-03-18, 2026-03-25, 2026-04-01, 2026-04-08, 2026-04-15, 2026-04-22, 2026-04-29, 2026-05-06, 2026-05-13, 2026-05-20, 2026-05-27, 2026-06-03, 2026-06-10, 2026-06-17
Hi Nell,

We charged $32.00 for your weekly Greencrate Veggie box. Next charge: {next}.

--- 2026-03-20 12:00 | Greencrate <orders@greencrate.example> | You skipped next week's box
Hi Nell,

You've skipped one delivery. Everything else stays as it is.

--- 2026-06-20 12:00 | Greencrate <orders@greencrate.example> | Your subscription is paused
Hi Nell,

Your Greencrate Veggie subscription is paused until August 5, 2026. You won't be charged until then.

--- 2026-08-05 09:00 | Greencrate <orders@greencrate.example> | Your weekly Greencrate receipt
@every: P1W
@again: 2026-08-12, 2026-08-19, 2026-08-26, 2026-09-02
Hi Nell,

We charged $32.00 for your weekly Greencrate Veggie box. Next charge: {next}.

--- 2026-08-21 09:00 | Greencrate <hello@greencrate.example> | An update to your price
Hi Nell,

Starting September 9, 2026, the price of your weekly Greencrate Veggie box goes up from $32.00 to $35.00.

--- 2026-09-09 09:00 | Greencrate <orders@greencrate.example> | Your weekly Greencrate receipt
@every: P1W
@again: 2026-09-16, 2026-09-23, 2026-09-30
Hi Nell,

We charged $35.00 for your weekly Greencrate Veggie box. Next charge: {next}.

=== expect
sub Greencrate | ends_on=-
  status=active
  price=35.00 USD P1W
  renews_on=2026-10-07
finding price_increased Greencrate
alert price_change Greencrate
