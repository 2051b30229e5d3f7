// English mails of the common senders, laid out as theirs are, with invented values. Format: ../field-mails/read-field-mails.ts. Sent on 2 April 2026.

export const FIXTURES_EN = `
--- cancellation_confirmed | Apple <no_reply@email.apple.com> | Your subscription has been cancelled
= Brushline | biller apple | plan Brushline Studio | ends 2026-05-02
You have cancelled your subscription.
App	Brushline
Subscription	Brushline Studio
Access until	2 May 2026
You will not be charged again.

--- price_change | Apple <no_reply@email.apple.com> | Price increase for your subscription
= Brushline | biller apple | plan Brushline Studio | 6.99 USD P1M
The price of your subscription is increasing.
App	Brushline
Subscription	Brushline Studio
The price of your subscription will increase from $4.99/month to $6.99/month starting on 2 May 2026.

--- cancellation_confirmed | Google Play <googleplay-noreply@google.com> | Your subscription to Brushline Pro has been canceled
= Brushline | biller google-play | plan Pro | ends 2026-05-02
You canceled your subscription to Brushline Pro (Brushline) on Google Play.
Access until	2 May 2026

--- payment_failed | Google Play <googleplay-noreply@google.com> | Your payment was declined
= Brushline | biller google-play | plan Pro | 3.49 EUR
We couldn't charge your payment method for your Google Play subscription. Please update your payment method.
Item	Price
Pro (Brushline)	€3.49
Total	€3.49

--- cancellation_confirmed | PayPal <service@paypal.com> | You canceled your automatic payments to Marelle SAS
= Marelle | biller paypal | ref B-4KT11290MX887711A
You canceled your automatic payments to Marelle SAS. Your subscription has been cancelled and you will not be charged again.
Automatic payment ID	B-4KT11290MX887711A

--- renewal_charged | PayPal <service@paypal.co.uk> | Receipt for your payment to Tunewave Ltd
= Tunewave | biller paypal | 9.99 GBP P1M | renews 2026-05-02 | ref 4HB77120KL993311C
You sent an automatic payment of £9.99 GBP to Tunewave Ltd for your monthly subscription.
Transaction ID
4HB77120KL993311C
Payment amount	£9.99 GBP
Next payment	2 May 2026

--- renewal_notice | Tinyforge <upcoming-invoice+acct_1x@stripe.com> | Your Tinyforge subscription will renew soon
= Tinyforge | biller stripe | 12.00 USD P1M | renews 2026-05-02
This is a friendly reminder that your Tinyforge subscription will automatically renew on May 2, 2026.
Amount	$12.00 / month

--- refund | Tinyforge <receipts@stripe.com> | Your refund from Tinyforge #1234-5678
= Tinyforge | biller stripe | 12.00 USD
You have been refunded $12.00 for your Tinyforge subscription.
Refund from Tinyforge
Receipt number	1234-5678

--- cancellation_confirmed | Paddle <help@paddle.com> | Your subscription to Outliner has been cancelled
= Outliner | biller paddle | plan Outliner Teams | ends 2026-05-02
Your subscription to Outliner has been cancelled. You will not be charged again.
Product	Outliner Teams
Your access ends on 2 May 2026.

--- payment_failed | Paddle <help@paddle.com> | Payment failed for your subscription to Outliner
= Outliner | biller paddle | plan Outliner Teams | 18.00 GBP
We were unable to process the payment for your subscription. Please update your payment details.
Product	Outliner Teams
Total	£18.00

--- cancellation_confirmed | Amazon Prime <prime@amazon.co.uk> | Your Prime membership has been cancelled
= Amazon Prime | plan Prime Monthly | period P1M | ends 2026-05-02
As you requested, your Amazon Prime membership has been cancelled and will not renew.
Membership type	Prime Monthly
Benefits end date	2 May 2026

--- renewal_charged | Amazon Prime <prime@amazon.com> | Your Amazon Prime membership has been renewed
= Amazon Prime | plan Prime Annual | 139.00 USD P1Y | renews 2027-04-02
Your membership has been renewed. Thank you for your payment.
Membership type	Prime Annual
Amount	$139.00
Renewal date	April 2, 2027

--- renewal_charged | Netflix <info@account.netflix.com> | Your Netflix receipt
= Netflix | plan Premium | 24.99 USD P1M | renews 2026-05-02
We received your payment. Thank you for your membership.
Plan	Premium
Monthly price	$24.99
Next billing date	May 2, 2026

--- cancellation_confirmed | Spotify <no-reply@spotify.com> | Your Premium subscription has been cancelled
= Spotify | plan Premium Individual | ends 2026-05-02
You've cancelled your Spotify Premium subscription.
Plan: Premium Individual
Access until: 2 May 2026
After that you'll move to Spotify Free.

--- cancellation_confirmed | Disney+ <disneyplus@trx.mail2.disneyplus.com> | Your subscription has been cancelled
= Disney+ | plan Disney+ Standard | ends 2026-05-02
We've cancelled your Disney+ subscription as you requested. You won't be charged again.
Subscription	Disney+ Standard
Access until	May 2, 2026

--- cancellation_confirmed | Microsoft <microsoft-noreply@microsoft.com> | Recurring billing is off for Microsoft 365
= Microsoft 365 | plan Microsoft 365 Personal | ends 2026-05-02
You've cancelled your Microsoft 365 subscription. You won't be charged again.
Subscription: Microsoft 365 Personal
Expiration date: May 2, 2026

--- cancellation_confirmed | Adobe <message@adobe.com> | Your Adobe plan has been cancelled
= Adobe | plan Acrobat Pro | ends 2026-05-02 | ref AD77120099
Your plan has been cancelled as you asked.
Plan	Acrobat Pro
Order number	AD77120099
End date	2 May 2026

--- payment_failed | Dropbox <no-reply@dropbox.com> | We couldn't process your payment
= Dropbox | plan Dropbox Plus | 11.99 USD
Your payment for Dropbox Plus couldn't be processed. Please update your billing information to keep your plan.
Plan	Dropbox Plus
Total	$11.99

--- cancellation_confirmed | OpenAI <noreply@tm.openai.com> | Your ChatGPT Plus subscription was cancelled
= OpenAI | plan ChatGPT Plus | ends 2026-05-02
Your ChatGPT Plus subscription has been cancelled and will not renew.
Plan	ChatGPT Plus
Access until	May 2, 2026

--- renewal_charged | OpenAI <noreply@tm.openai.com> | Your receipt from OpenAI
= OpenAI | plan ChatGPT Plus | 20.00 USD P1M | renews 2026-05-02 | ref 7F21-0004
Thanks for your payment for your ChatGPT subscription.
Plan	ChatGPT Plus
Invoice number	7F21-0004
Amount paid	$20.00
Next billing date	May 2, 2026

--- cancellation_confirmed | Anthropic <no-reply@mail.anthropic.com> | Your Claude subscription has been cancelled
= Anthropic | plan Claude Max | ends 2026-05-02
Your Claude subscription has been cancelled. You won't be charged again.
Plan	Claude Max
End date	May 2, 2026

--- renewal_charged | Basic-Fit <noreply@basic-fit.com> | Your payment has been received
= Basic-Fit | plan Comfort | 24.99 EUR P4W | renews 2026-04-30 | ref 10044712
Thank you, we have received your payment for your Basic-Fit membership.
Membership: Comfort
Membership number: 10044712
Amount: €24.99 every 4 weeks
Next payment: 30 April 2026

--- renewal_charged | Audible <donotreply@audible.co.uk> | Your Audible membership payment
= Audible | plan Premium Plus | 7.99 GBP P1M | renews 2026-05-02
Thanks for your payment for your monthly membership.
Membership plan	Premium Plus
Price	£7.99
Next bill date	2 May 2026

--- cancellation_confirmed | GitHub <noreply@github.com> | [GitHub] Your subscription has been cancelled
= GitHub | plan Copilot Pro | ends 2026-05-02
Your GitHub Copilot Pro subscription has been cancelled as you requested.
Plan: Copilot Pro
Access until: 2026-05-02

--- payment_failed | GitHub <noreply@github.com> | [GitHub] We could not charge your card
= GitHub | plan Team | 16.00 USD
We were unable to charge your card for your GitHub subscription. Please update your payment method.
Plan: Team
Amount: $16.00 USD

--- renewal_notice | OVHcloud <support@ovh.com> | Your services expire soon
= OVHcloud | plan Web Hosting Pro | 86.26 EUR P1Y | renews 2026-05-02
Your service will be renewed automatically for one year.
Service: Web Hosting Pro
Total: €86.26
Renewal date: 2 May 2026

--- renewal_charged | Deezer <no-reply@deezer.com> | Your receipt
= Deezer | plan Deezer Family | 19.99 EUR P1M | renews 2026-05-02 | ref DZ-4471-220
Thanks for your payment for your monthly subscription.
Plan: Deezer Family
Price: €19.99
Order number: DZ-4471-220
Next billing date: 2 May 2026

--- payment_failed | Deezer <no-reply@deezer.com> | Your payment failed
= Deezer | plan Deezer Premium | 11.99 EUR
We couldn't process the payment for your subscription. Please update your payment method.
Plan: Deezer Premium
Price: €11.99

--- renewal_charged | OVHcloud <support@ovh.com> | Payment received for your service
= OVHcloud | plan VPS Comfort | 14.27 EUR | ref 210447133
Thank you, we have received your payment. Your service has been renewed.
Service: VPS Comfort
Total: €14.27
Order number: 210447133
`;
