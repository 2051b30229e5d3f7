// What an alert says, as it holds today. The facts stay as they were told; how far a mail can be relied on, and with what money can be asked back, change
// with a later verdict, a correction, or an erasure, and are looked up whenever an alert is shown or sent.
import { sql } from 'kysely';

// What came with an import may name anything.
const eventId = sql`case when alert.data ->> 'event_id' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (alert.data ->> 'event_id')::uuid end`;

// As events.ts has it.
const level = sql`(
  select jsonb_build_object('level', case when message.erased_at is null or verdict.level = 'R' then verdict.level end)
    || case when message.erased_at is null then '{}' else '{"erased":true}' end::jsonb
  from event join message on message.id = event.message_id join verdict on verdict.message_id = message.id
  where event.id = ${eventId} and event.user_id = alert.user_id and jsonb_typeof(alert.data -> 'level') = 'string'
  order by verdict.id desc limit 1)`;

// The fold says which confirmation shows that the charge came after the end.
const proof = sql`(
  select jsonb_build_object('proof_event_id', finding -> 'values' -> 'proof_event', 'proof_level', finding -> 'values' -> 'proof_level')
  from subscription_event join subscription on subscription.id = subscription_event.subscription_id,
    jsonb_array_elements((subscription.state -> 'findings')::jsonb) as finding
  where alert.kind = 'charged_after_cancellation' and subscription_event.event_id = ${eventId} and subscription.user_id = alert.user_id
    and finding ->> 'kind' = alert.kind and finding -> 'values' ? 'proof_event'
    and (finding ->> 'eventId' = alert.data ->> 'event_id' or finding -> 'witnesses' ? (alert.data ->> 'event_id'))
  limit 1)`;

/** For a query over `alert`. */
export const dataToday = sql<object>`(
  alert.data - '{proof_event_id,proof_level}'::text[] || coalesce(${level}, '{}') || coalesce(${proof}, '{}'))`;
