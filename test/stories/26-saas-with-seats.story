# Software paid by the seat: more seats cost more, which is no rise of the price; the plan moves up later.
country: US
language: en
now: 2026-06-25

--- 2026-01-20 09:00 | Kanbanix <billing@kanbanix.example> | Your Kanbanix invoice #KB-3{n}
@again: 2026-02-20
Hi Mina,

Thanks for your payment. Kanbanix Team, monthly: 3 seats × $8.00. Total charged: $24.00.
Your plan renews on {next}.

--- 2026-03-02 09:00 | Kanbanix <billing@kanbanix.example> | You added 2 seats
Hi Mina,

You added 2 seats to your Kanbanix Team plan. From your next billing date, you'll pay $40.00 per month for 5 seats.

--- 2026-03-20 09:00 | Kanbanix <billing@kanbanix.example> | Your Kanbanix invoice #KB-4{n}
@again: 2026-04-20
Hi Mina,

Thanks for your payment. Kanbanix Team, monthly: 5 seats × $8.00. Total charged: $40.00.
Your plan renews on {next}.

--- 2026-05-06 09:00 | Kanbanix <billing@kanbanix.example> | You've upgraded to Kanbanix Business
Hi Mina,

You've upgraded from Kanbanix Team to Kanbanix Business. Your new price is $75.00 per month for 5 seats, starting on your next billing date.

--- 2026-05-20 09:00 | Kanbanix <billing@kanbanix.example> | Your Kanbanix invoice #KB-5{n}
@again: 2026-06-20
Hi Mina,

Thanks for your payment. Kanbanix Business, monthly: 5 seats × $15.00. Total charged: $75.00.
Your plan renews on {next}.

=== expect
sub Kanbanix | plan=Business | status=active | price=75.00 USD P1M | renews_on=2026-07-20 | ends_on=-
absent alert price_change Kanbanix

