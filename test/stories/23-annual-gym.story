# An annual gym contract with thirty days' notice; the renewal notice arrives six weeks ahead.
country: GB
language: en
now: 2026-10-05

--- 2024-11-01 09:00 | Ironworks Gym <members@ironworksgym.example> | Welcome to Ironworks Gym
Hi Ben,

Your annual Ironworks Gold membership started on 1 November 2024. We charged £420.00 for the year. It renews automatically every year; please give us 30 days' notice if you want to cancel.

--- 2025-09-20 09:00 | Ironworks Gym <members@ironworksgym.example> | Your membership renews on 1 November 2025
Hi Ben,

Your annual Ironworks Gold membership renews on 1 November 2025 for £420.00.

--- 2025-11-01 09:00 | Ironworks Gym <members@ironworksgym.example> | Receipt for your annual membership
Hi Ben,

We charged £420.00 for your annual Ironworks Gold membership. Next renewal: 1 November 2026.

--- 2026-01-10 09:00 | Ironworks Gym <news@ironworksgym.example> | New Year, new classes
Hi Ben,

Have a look at our January timetable.

--- 2026-09-20 09:00 | Ironworks Gym <members@ironworksgym.example> | Your membership renews on 1 November 2026
Hi Ben,

Your annual Ironworks Gold membership renews on 1 November 2026 for £445.00. To cancel, give us 30 days' notice.

=== expect
sub Ironworks Gym | status=active | renews_on=2026-11-01 | cancel_by=2026-10-02 | ends_on=-
may finding price_increased Ironworks Gym
may alert price_change Ironworks Gym
alert renewal_notice Ironworks Gym
alert cancel_by Ironworks Gym

