# Three free trials: one turns into a paid plan, one is cancelled in time, one ends by itself.
country: US
language: en
now: 2026-03-20

--- 2026-02-01 09:00 | Skillhive <hello@skillhive.example> | Your 14-day free trial has started
Hi Sam,

Welcome to Skillhive! Your free trial of Skillhive Pro has started. It ends on February 15, 2026, after which you'll be charged $15.00 per month unless you cancel.

--- 2026-02-12 09:00 | Skillhive <hello@skillhive.example> | Your free trial ends in 3 days
Hi Sam,

Your free trial of Skillhive Pro ends on February 15, 2026. After that your card will be charged $15.00 a month.

--- 2026-02-15 09:00 | Skillhive <billing@skillhive.example> | Your Skillhive receipt
@again: 2026-03-15
Hi Sam,

We charged $15.00 for your monthly Skillhive Pro subscription. Next charge: {next}.

--- 2026-02-20 11:00 | Mealmap <team@mealmap.example> | Your free trial has begun
Hi Sam,

Your 7-day free trial of Mealmap Plus has begun. On February 27, 2026 it becomes a paid subscription at $5.99 per month. Cancel any time before then.

--- 2026-02-24 21:00 | Mealmap <team@mealmap.example> | Your free trial has been canceled
Hi Sam,

You've canceled your Mealmap Plus trial. You can use it until February 27, 2026. You will not be charged.

--- 2026-02-10 08:00 | Chartsmith <noreply@chartsmith.example> | Your Chartsmith trial has started
Hi Sam,

Your free 30-day trial of Chartsmith Team has started. No credit card needed. Your trial ends on March 12, 2026.

--- 2026-03-09 08:00 | Chartsmith <noreply@chartsmith.example> | Your trial ends in 3 days
Hi Sam,

Your Chartsmith Team trial ends on March 12, 2026. Upgrade to keep your charts.

--- 2026-03-12 08:00 | Chartsmith <noreply@chartsmith.example> | Your trial has ended
Hi Sam,

Your free trial of Chartsmith Team has expired. You have not been charged. Upgrade any time to get your charts back.

=== expect
sub Skillhive | status=active | price=15.00 USD P1M | renews_on=2026-04-15
sub Mealmap | status=cancelled | ends_on=2026-02-27
sub Chartsmith | status=ended
alert trial_ending Skillhive
alert trial_ending Chartsmith
alert cancellation_confirmed Mealmap
absent alert cancel_by Mealmap
alert cancel_by Skillhive
alert cancel_by Chartsmith
may alert trial_ending Mealmap
