-- A row waits for its instant or, once claimed or put off, for the end of that: one order in which rows come up, so that neither
-- a claimed nor a failing row stands in front of those behind it.
DROP INDEX due_next;
CREATE INDEX due_ready ON due (max(due_at, coalesce(claimed_until, 0)));
-- The few that were claimed more than once, and are still there.
CREATE INDEX due_failing ON due (due_at) WHERE attempts > 1;
