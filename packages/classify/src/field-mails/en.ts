// English mails of every kind with the fields that a careful reader finds in them. All senders are invented or write what they might write.
// Format: field-mails.test.ts.

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
= Rivertrust | 15.00 GBP P1M
Dear friend,

Thank you for your regular gift of £15 a month. We received it on 1 April 2026.

River Trust, registered charity 110022
`;
