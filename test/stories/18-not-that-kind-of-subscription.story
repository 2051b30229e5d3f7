# Newsletters, calendars, topics, orders and flights: "unsubscribed" and "cancelled" that are no contract's end.
country: FR
language: en
now: 2026-03-29

--- 2026-01-20 09:00 | Papertrail Notes <billing@papertrailnotes.example> | Your Papertrail Notes receipt
@again: 2026-02-20, 2026-03-20
Hi Eva,

We charged €4.00 for your monthly Papertrail Notes Plus subscription. Next payment: {next}.

--- 2026-01-22 09:00 | Garden Weekly <newsletter@gardenweekly.example> | You have been unsubscribed
You have been unsubscribed from Garden Weekly. You won't receive our newsletter any more. Changed your mind? Subscribe again.

--- 2026-01-25 09:00 | Team Calendar <calendar@teamcalendar.example> | Canceled: Budget review @ Tue Jan 27
This event has been canceled and removed from your calendar.

--- 2026-02-02 09:00 | La Gazette des Potiers <lettre@gazettepotiers.example> | Votre désinscription est confirmée
@lang: fr
Bonjour,

Votre désinscription de notre lettre d'information est bien prise en compte.

--- 2026-02-10 09:00 | Codeforge <notifications@codeforge.example> | You've been unsubscribed from issue #51
You are no longer subscribed to this thread. You will not receive notifications about it.

--- 2026-02-11 09:00 | Bureau Direct <commandes@bureaudirect.example> | Votre commande n° 77120 est annulée
@lang: fr
Bonjour,

Votre commande n° 77120 a été annulée à votre demande. Vous serez remboursée de 35,00 € sous cinq jours.

--- 2026-03-02 09:00 | Aerolis <info@aerolis.example> | Your flight AL 204 has been cancelled
Dear passenger,

We're sorry: your flight AL 204 on 5 March 2026 has been cancelled. You can rebook or ask for a refund.

--- 2026-03-10 09:00 | Papertrail Notes <news@papertrailnotes.example> | What's new in March
Hi Eva,

New templates, faster search, and a calendar subscription feed. Enjoy!

=== expect
sub Papertrail Notes | status=active | price=4.00 EUR P1M | renews_on=2026-04-20 | ends_on=-

