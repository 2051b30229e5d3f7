// English mails of every kind with the fields that a careful reader finds in them. All senders are invented or write what they might write.
// Format: read-field-mails.ts.

export const EN = `
--- renewal_charged | Thistle & Thyme <orders@thistleandthyme.example> | Your weekly box is on its way
= Thistle & Thyme | plan Family Veg Box | 28.50 GBP P1W | renews 2026-04-09
Hi Orla,

We've charged £28.50 for this week's Family Veg Box. It will be with you on Friday 3 April between 8am and 6pm.

Your next box will be charged on 9 April 2026. To skip it, change it before Monday noon.

The Thistle & Thyme team

--- signup | Pantrywise <hello@pantrywise.example> | Welcome to Pantrywise
= Pantrywise | plan Duo | 39.90 USD P2W | renews 2026-04-16
Welcome aboard!

You've joined our Duo plan: three dinners for two people, delivered every other week. Each delivery costs $39.90. Your card was charged today and the next payment will be taken on April 16, 2026.

Happy cooking,
The Pantrywise Team

--- renewal_charged | Barkly <noreply@mail.barkly.example> | Receipt for order BK-22031
= Barkly | plan Small Breed | 21.00 GBP P4W | renews 2026-04-30
Thanks, Sam!

Order BK-22031
Small Breed (every 4 weeks)	£21.00
Total	£21.00

We'll send the next bag, and take the next payment, on 30 April 2026.

Barkly Pet Foods Ltd, 12 Mill Lane, Leeds

--- renewal_notice | Ironworks Gym <members@ironworksgym.example> | Your 12-month contract is coming up for renewal
= Ironworks Gym | 34.00 GBP P1M | renews 2026-05-01 | notice P1M
Dear Priya,

Your current 12-month contract comes to an end on 30 April 2026. Unless you give us one month's notice, it carries on from 1 May 2026 on a rolling monthly basis at £34.00 per month.

Ironworks Gym Ltd

--- price_change | Fernhill Broadband <no-reply@fernhillbroadband.example> | Changes to your price
= Fernhill Broadband | plan Superfast 80 | 33.50 GBP P1M | effective 2026-05-01
Dear customer,

From 1 May 2026 the monthly price of your Superfast 80 package will go up from £29.99 to £33.50. You don't need to do anything.

If you're not happy with the change you can leave without charge by 30 April 2026.

--- price_change | Inklet <billing@inklet.example> | A change to your Inklet subscription
= Inklet | plan Creator | 14.00 USD P1M | effective 2026-06-15
Hi Joan,

We're changing what Inklet costs. Your Creator plan is $12.00 a month today. With effect from June 15, 2026 it will be $14.00 a month. Teams and Studio stay as they are.

— Inklet

--- price_change | The Morning Ledger <subscriptions@morningledger.example> | Your new rate
= The Morning Ledger | plan All Access | 19.50 USD P4W | effective 2026-05-11
Dear Reader,

Thank you for subscribing. Beginning with your bill of May 11, 2026, your All Access subscription will be $19.50 every four weeks; until then you pay $15.00.

--- price_change | Netflix <info@account.netflix.com> | We're updating our prices
= Netflix | plan Standard | 17.99 USD P1M | effective 2026-05-20
Hi Marcus,

Your Standard plan is currently $15.49 per month. Your new price of $17.99 per month takes effect on May 20, 2026.

Netflix, 100 Winchester Circle, Los Gatos, CA 95032, U.S.A.

--- cancellation_confirmed | Wordsmith <support@wordsmith.example> | You're all set: cancelled
= Wordsmith | plan Pro Annual | period P1Y | ends 2026-09-18
Hello Dee,

As you asked, we've cancelled your Pro Annual plan. You'll have access until 18 September 2026. Your card won't be charged again.

Take care,
The Wordsmith team

--- cancellation_confirmed | Cobalt VPN <no-reply@cobaltvpn.example> | Cancellation confirmation
= Cobalt VPN | period P2Y | ends 2027-01-08
Your 2-year plan has been cancelled and will not renew.

Service ends:
January 8, 2027

You can switch renewal back on at any time before that.

--- cancellation_confirmed | Hearthside Energy <service@hearthside.example> | Your contract ends
= Hearthside Energy | plan Fixed Green 24 | ends 2026-05-14 | ref HE-4471-220
Dear Mrs Okafor,

We confirm that your Fixed Green 24 contract (account number HE-4471-220) is terminated with effect from 14 May 2026. A final bill will follow within six weeks.

Hearthside Energy plc

--- cancellation_confirmed | Google Play <googleplay-noreply@google.com> | Your subscription to Fableton Plus has been canceled
= Fableton | biller google-play | plan Plus | ends 2026-04-21
You canceled your subscription to Fableton Plus (Fableton) from Oakbend Games Ltd. on Google Play.

You'll still have access to your subscription until Apr 21, 2026.

--- renewal_charged | Google Play <googleplay-noreply@google.com> | Your Google Play Order Receipt from Apr 2, 2026
= Fableton | biller google-play | plan Fableton Plus | 4.49 USD P1M | renews 2026-05-02 | ref GPA.3391-2207-5518-40021
Google Play

Thank you
Your subscription from Oakbend Games Ltd. on Google Play has been renewed. Manage your subscriptions.

Order number: GPA.3391-2207-5518-40021
Order date: Apr 2, 2026 6:11:20 AM CEST
Your account: joan@home.example

Item	Price
Fableton Plus (Fableton: Story Maps)
Auto-renewing subscription	$4.49/month
Tax	$0.00
Total	$4.49/month

Next charge: May 2, 2026

--- renewal_charged | Apple <no_reply@email.apple.com> | Your receipt from Apple.
= Tidewise | biller apple | plan Tidewise Skipper | 29.99 USD P1Y | renews 2027-04-02
Receipt

APPLE ACCOUNT	joan@home.example
DATE	Apr 2, 2026
ORDER ID	MXK2P77QZD
DOCUMENT NO.	781244190022

App Store
Tidewise: Tides & Currents
Tidewise Skipper (Annual)
Renews Apr 2, 2027	$29.99

Subtotal	$29.99
Tax	$0.00
TOTAL	$29.99

--- trial_started | Apple <no_reply@email.apple.com> | Your Subscription Confirmation
= Loomly Sleep | biller apple | plan Loomly Sleep Premium | 39.99 GBP P1Y | renews 2026-04-09
Subscription Confirmation

Dear Tom,
You have started a free trial.

App	Loomly Sleep
Subscription	Loomly Sleep Premium
Content Provider	Nightjar Labs Limited
Trial period	1 week free
Starting on	9 April 2026
Price	£39.99 per year

Unless you cancel at least a day before 9 April 2026, your subscription renews automatically.

--- renewal_charged | PayPal <service@paypal.com> | You've made an automatic payment to Bramble Media LLC
= Bramble Media | biller paypal | 6.99 USD P1M | renews 2026-05-02 | ref 8HJ22190KL4471234
Hello, Tom Abel

You paid $6.99 USD to Bramble Media LLC for your monthly subscription.

Transaction ID
8HJ22190KL4471234
Transaction date
April 2, 2026
Merchant
Bramble Media LLC
Next automatic payment
May 2, 2026

--- renewal_charged | Quillpad <invoice+statements+acct_1Kd@stripe.com> | Your receipt from Quillpad Software Inc. #2231-9904
= Quillpad Software | biller stripe | plan Team | 48.00 USD P1M | ref 2231-9904
Quillpad Software Inc.

Receipt from Quillpad Software Inc.
$48.00
Paid April 2, 2026

Receipt number	2231-9904
Invoice number	A93F-0007
Payment method	Visa - 4242

Apr 2 – May 2, 2026
Team × 4	$48.00
Total	$48.00
Amount paid	$48.00

--- trial_ending | Sundial <hi@sundial.example> | Your trial ends in 3 days
= Sundial | plan Focus | 7.00 USD P1M | renews 2026-04-05
Hey Ana,

Your 14-day free trial of Sundial Focus is over on April 5, 2026. After that we'll charge $7/month to your card ending in 1881.

Not for you? Cancel before then and you pay nothing.

--- trial_ending | Databench <noreply@databench.example> | Your Databench trial is about to expire
= Databench | ends 2026-04-06
Hi there,

Your trial of Databench ends on Monday, 6 April 2026. To keep your dashboards, pick a plan. If you don't, your workspace becomes read-only.

--- payment_failed | Streamhouse <billing@streamhouse.example> | We couldn't process your payment
= Streamhouse | plan Premium | 13.99 EUR P1M
Hi Lou,

Your monthly payment of €13.99 for Streamhouse Premium didn't go through on 1 April 2026. We'll try again on 5 April 2026. Please update your card to keep watching.

--- plan_changed | Kitebox <no-reply@kitebox.example> | Your plan has been changed
= Kitebox | plan Business | 25.00 USD P1M | renews 2026-04-20 | effective 2026-04-20
Hello,

You've moved from the Starter plan to the Business plan. From your next billing date, April 20, 2026, you'll pay $25.00 per month instead of $9.00.

--- plan_changed | Tune Harbour <account@tuneharbour.example> | You're now on Family
= Tune Harbour | plan Family | 17.99 GBP P1M
Hi Lee,

Your switch from Individual to Family is complete. Up to six people can now listen. The Family plan is £17.99/month, charged today.

--- paused | Velo Club <hello@veloclub.example> | Your membership is on hold
= Velo Club | renews 2026-07-01
Hi Finn,

Your membership is frozen from today. Payments start again on 1 July 2026.

--- refund | Stagelight <help@stagelight.example> | Your refund
= Stagelight | 54.00 USD
Hi Bea,

We've refunded $54.00 for your annual Stagelight subscription to the card ending 0077. It can take up to 10 days.

--- expired | Orchard Press <subs@orchardpress.example> | Your subscription has lapsed
= Orchard Press | plan Print + Digital | ends 2026-03-31
Dear Mr Hale,

Your Print + Digital subscription lapsed on 31 March 2026. We hope you'll come back.

--- expired | Harrow Chess <info@harrowchess.example> | Your membership ends soon and will not renew
= Harrow Chess | period P1Y | ends 2026-04-30
Hello,

Your one-year membership runs out on 30 April 2026. It will not renew automatically, so nothing will be charged. If you would like to stay, sign up again on our site.

--- signup | Wren Hosting <billing@wrenhosting.example> | Order confirmation WH-90312
= Wren Hosting | plan Cloud Start | 60.00 USD P6M | renews 2026-10-02 | ref WH-90312
Thank you for your order!

Order number: WH-90312
Product: Cloud Start
Billing cycle: Semi-annually
Recurring amount: $60.00
Next due date: 10/02/2026

--- signup | Rowan Insurance <contact@rowaninsurance.example> | Your policy documents
= Rowan Insurance | plan Home Plus | 184.20 GBP P1Y | ends 2027-04-14
Dear Ms Lind,

Thank you for choosing Rowan. Your Home Plus policy starts on 15 April 2026 and runs until 14 April 2027. The annual premium is £184.20 including insurance premium tax.

--- renewal_notice | SkyGuard <renewals@skyguard.example> | Auto-renewal notice
= SkyGuard | plan Total Protection | 89.99 USD P1Y | renews 2026-05-06
Your subscription to SkyGuard Total Protection expires on May 6, 2026 and will be automatically renewed for another year at $89.99 plus tax.

To turn off auto-renewal, sign in to your account before that date.

--- renewal_notice | City Cycles <ride@citycycles.example> | Your pass renews next week
= City Cycles | plan Annual Pass | 120.00 EUR P1Y | renews 2026-04-10
Hi,

Just a heads-up: on 10 April your Annual Pass will be extended by 12 months and €120 will be taken from your account.

The City Cycles crew

--- cancellation_requested | Maple Mobile <care@maplemobile.example> | We've received your request
= Maple Mobile | plan SIM Only 30GB | ends 2026-05-02
Hi Kit,

We have your request to cancel SIM Only 30GB. Your notice period is 30 days, so your last day will be 2 May 2026. We'll write again once it's done.

--- reactivated | Loftly <hello@loftly.example> | Welcome back
= Loftly | plan Plus | 8.00 EUR P1M | renews 2026-05-02
Good to have you back! Your Plus subscription is active again. €8.00 was charged today and will be every month, next on 2 May 2026.

--- renewal_charged | donations@rivertrust.example | Thank you for your gift
= River Trust | 15.00 GBP P1M
Dear friend,

Thank you for your regular gift of £15 a month. We received it on 1 April 2026.

River Trust, registered charity 110022

--- renewal_notice | Norton Rails <railcards@nortonrails.example> | Your railcard runs out soon
= Norton Rails | plan 26-30 Railcard | 35.00 GBP P1Y | renews 2026-04-21
Hello Imran,

Your 26-30 Railcard renews automatically on 21 April. We'll take £35 for the next 12 months.

--- renewal_notice | PlayStation <reply@txn-email.playstation.com> | Your subscription will renew
= PlayStation | plan PlayStation Plus Extra | 13.49 GBP P1M | renews 2026-04-17
Hi Jay,

This is a reminder that your PlayStation Plus Extra subscription will renew on 17/04/2026. Unless you turn off auto-renew, £13.49 will be taken from your wallet each month.

--- renewal_notice | Cloudmere <billing@cloudmere.example> | Invoice 20418 is due on 15 April
= Cloudmere | plan VPS 4 | 72.00 EUR P1Y | renews 2026-04-15
Hi,

Your VPS 4 is paid up to 15 April 2026. To keep it running for another 12 months we'll charge €72.00 to your card that day.

--- renewal_notice | Hinge & Co <hello@hingeandco.example> | Heads up: Gold renews in a week
= Hinge & Co | plan Gold | 59.94 USD P6M | renews 2026-04-09
Hi Sam,

A quick note that Gold will renew on April 9, 2026 for six months ($59.94, that's $9.99 a month).

--- cancellation_confirmed | Puregym Direct <members@puregymdirect.example> | Sorry to see you go
= Puregym Direct | plan Off-Peak | ends 2026-04-14
Hi Ellie,

Your Off-Peak membership is now cancelled. The last day you can visit is Tuesday 14 April 2026.

--- cancellation_confirmed | The Courier <subs@thecourier.example> | Cancellation of your subscription
= The Courier | plan Digital + Weekend | ends 2026-05-09
Dear Ms Alder,

As requested, we have stopped your Digital + Weekend subscription. You will receive papers up to and including 9 May 2026.

--- cancellation_confirmed | Claude Team <no-reply@mail.claude.com> | Your Max plan has been cancelled
= Claude | plan Max | ends 2026-04-22
Your Max plan has been cancelled. You'll keep your current features until April 22, after which your account moves to Free.

--- cancellation_confirmed | Meridian Mutual <policies@meridianmutual.example> | Policy cancelled
= Meridian Mutual | plan Contents Essential | ends 2026-04-30
We've cancelled your Contents Essential policy (HC/88213) with effect from midnight on 30 April 2026.

--- price_change | EE <news@ee.co.uk> | Your monthly price is changing
= EE | plan All Rounder Unlimited | 42.40 GBP P1M | effective 2026-04-30
Hi,

Your All Rounder Unlimited plan goes from £38.99 to £42.40 a month on 30 April 2026, in line with your terms.

--- price_change | Palette <hello@palette.example> | We're raising our prices
= Palette | plan Studio | 220.00 USD P1Y | renews 2026-08-03
Hi Noor,

Prices are going up. When your Studio plan renews on August 3, 2026, you'll pay $220 a year. You've been paying $180.

--- price_change | Xbox <xboxreps@microsoft.com> | Upcoming price change to your Game Pass
= Xbox | plan Game Pass Ultimate | 22.99 GBP P1M | effective 2026-05-04
Your Game Pass Ultimate subscription is about to change. From 4 May 2026 the price will be £22.99/month (currently £14.99/month).

--- renewal_charged | Le Chat <no-reply@mistral.ai> | Your receipt
= Le Chat | plan Pro | 14.99 EUR P1M
Thanks! We charged €14.99 for Le Chat Pro. This covers 2 April 2026 to 1 May 2026.

--- renewal_charged | Adobe <message@adobe.com> | Your invoice
= Adobe | plan Creative Cloud All Apps 100GB | 66.45 EUR P1M
Thank you for your payment.

Creative Cloud All Apps 100GB | €66.45
Billing period | 02 Apr 2026 - 01 May 2026

--- renewal_charged | Greenpeace Fund <supporters@greenpeacefund.example> | Your donation receipt
= Greenpeace Fund | 12.00 EUR P1M | renews 2026-05-02
Thank you, Ida! Your monthly donation of €12 reached us on 2 April. The next one will be collected on 2 May.

--- renewal_charged | Vantage Car Club <accounts@vantagecarclub.example> | Payment received
= Vantage Car Club | plan Frequent Driver | 7.00 GBP P1M | renews 2026-05-02
We've received £7.00 for your Frequent Driver membership. Your next payment date is 2 May 2026.

--- signup | NordVPN <support@nordaccount.com> | Your order is complete
= NordVPN | plan Complete | 107.73 USD P2Y | renews 2028-04-02
Thanks for your purchase!

Plan: Complete, 2-year
Total: $107.73
Your subscription renews on April 2, 2028.

--- signup | Zoom <no-reply@zoom.us> | Thanks for upgrading
= Zoom | plan Workplace Pro | 139.90 EUR P1Y | renews 2027-04-02
You're now on Zoom Workplace Pro. You'll be billed €139.90 every year. Next billing date: April 2, 2027.

--- trial_started | Crunchgrid <team@crunchgrid.example> | Your free month starts now
= Crunchgrid | plan Fan | 7.99 USD P1M | renews 2026-05-02
Enjoy a month of our Fan plan on us. We'll bill you $7.99 on May 2, and monthly after that.

--- trial_started | Headspan <hi@headspan.example> | Welcome to your trial
= Headspan | plan Plus | 69.99 GBP P1Y | renews 2026-04-16
You've got 14 days of Headspan Plus for free. Your subscription (£69.99/year) kicks in on 16 April unless you cancel first.

--- trial_ending | Fable Audio <help@fableaudio.example> | Last day of your trial is tomorrow
= Fable Audio | plan Listener | 9.99 USD P1M | renews 2026-04-03
Tomorrow your Listener trial turns into a paid plan at $9.99 per month.

--- trial_ending | Pagemint <hi@pagemint.example> | Your trial is ending on Friday
= Pagemint | plan Writer | 12.00 EUR P1M | renews 2026-04-10
Hi Zoe, your trial of the Writer plan ends on Friday, April 10. If you do nothing, your card will be charged €12, then the same every month.

--- paused | Fresh & Easy Meals <care@freshandeasy.example> | Your deliveries are paused
= Fresh & Easy Meals | period P1W | renews 2026-05-18
We've paused your weekly box. Deliveries and payments will resume on Monday 18 May 2026.

--- paused | Anytime Strength <front@anytimestrength.example> | Freeze confirmed
= Anytime Strength | renews 2026-08-01
Your freeze runs from 1 May 2026 to 31 July 2026. Billing restarts on 1 August 2026.

--- plan_changed | Disney+ <disneyplus@trx.mail2.disneyplus.com> | Your plan has changed
= Disney+ | plan Standard with Ads | 5.99 GBP P1M | renews 2026-04-19 | effective 2026-04-19
You've switched to Standard with Ads. Starting on 19 April 2026, your next billing date, you'll pay £5.99 a month. Until then you keep Premium.

--- plan_changed | Mailbird Pro <billing@mailbirdpro.example> | Downgrade scheduled
= Mailbird Pro | plan Solo | 3.00 USD P1M | renews 2026-04-28 | effective 2026-04-28
Your downgrade from Team to Solo is scheduled for April 28, 2026. From then on you'll pay $3 per month.

--- payment_failed | iRobot Care <noreply@irobotcare.example> | Action needed: payment declined
= iRobot Care | plan Select Premium | 29.00 USD P1M
Hi, we weren't able to collect the $29.00 monthly fee for Select Premium. Please check your card by April 9 or your cover will stop.

--- reactivated | Audible <donotreply@audible.com> | Welcome back
= Audible | plan Premium Plus | 7.99 GBP P1M | renews 2026-05-02
Your Premium Plus membership is active again. We've charged £7.99 and will do so on the 2nd of every month, next on 2 May 2026.

--- expired | Chess Weekly <office@chessweekly.example> | Your subscription has ended
= Chess Weekly | plan Student | ends 2026-04-01
Your Student subscription came to an end yesterday, 1 April 2026, and hasn't been renewed.

--- cancellation_requested | Talkwell <hello@talkwell.example> | Your cancellation request
= Talkwell | plan SIM Max | ends 2026-05-02
We've got your request to leave. SIM Max will stop working on 2 May 2026 once we've processed it.

--- refund | Deliveroo <noreply@deliveroo.co.uk> | You've been refunded
= Deliveroo | plan Plus Silver | 3.49 GBP
We've sent £3.49 back to your card for your Plus Silver membership.
`;
