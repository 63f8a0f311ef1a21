-- Which fee notice asks for the price of a used visitor ticket; none while it is not charged.
ALTER TABLE visitor_tickets ADD COLUMN fee_notice_id text NULL;
CREATE INDEX visitor_tickets_uncharged ON visitor_tickets (permit_id, starts_at) WHERE fee_notice_id IS NULL AND amount_cents > 0;
