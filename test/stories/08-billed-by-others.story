# Apple, Google Play and PayPal send the receipts; the merchant is the one who provides the service.
country: US
language: en
now: 2026-03-25

--- 2026-01-11 12:00 | Apple <no_reply@email.apple.com> | Your receipt from Apple.
@again: 2026-02-11, 2026-03-11
Receipt
APPLE ID tom@home.example
DATE {day}   ORDER ID MXK{n}2BVQ

App Store
Calmwell: Sleep & Meditation
Calmwell Premium (Monthly)
Renews {next}
$7.99

TOTAL $7.99
Your subscription renews automatically until you cancel it.

--- 2026-01-14 12:00 | Google Play <googleplay-noreply@google.com> | Your Google Play Order Receipt
@again: 2026-02-14, 2026-03-14
Thank you. Your subscription from Tessellate Labs on Google Play has been renewed.

Order number: GPA.3342-11{n}-5567
Order date: {day}
Item: Pixel Painter Pro (Pixel Painter)   $4.99/month
Total: $4.99
Next charge on {next}.

--- 2026-03-20 12:00 | Google Play <googleplay-noreply@google.com> | Your subscription to Pixel Painter Pro has been canceled
You canceled your Pixel Painter Pro (Pixel Painter) subscription from Tessellate Labs on Google Play.
You can keep using it until April 14, 2026. You will not be charged again.

--- 2026-01-19 12:00 | PayPal <service@paypal.com> | You sent an automatic payment to Tunewave Ltd
@again: 2026-02-19, 2026-03-19
Hello Tom,

You sent a recurring payment of $10.99 USD to Tunewave Ltd for your Tunewave Premium monthly subscription.
Next payment: {next}

=== expect
sub Calmwell | biller=apple | status=active | price=7.99 USD P1M | renews_on=2026-04-11
sub Pixel Painter | biller=google-play | status=cancelled | ends_on=2026-04-14
  price=4.99 USD P1M
absent sub Tessellate Labs
sub Tunewave | biller=paypal | status=active | price=10.99 USD P1M | renews_on=2026-04-19
alert cancellation_confirmed Pixel Painter
absent alert renewal_notice Tunewave

