-- What the schema language cannot say: rules that hold whoever writes the row.

ALTER TABLE "District"
  ADD CONSTRAINT "District_one_row" CHECK (id = 1),
  ADD CONSTRAINT "District_positive" CHECK ("scenariosPerYear" > 0 AND "secondReviewFrom" >= 0 AND "reviewDays" > 0 AND "secondReviewDays" > 0),
  ADD CONSTRAINT "District_measure" CHECK ("contractMeasure" IN ('reported_and_registered', 'registered')),
  ADD CONSTRAINT "District_amount" CHECK ("contractAmount" IN ('total', 'technology'));

ALTER TABLE "Account" ADD CONSTRAINT "Account_email_lower" CHECK (email = lower(email) AND email LIKE '%_@_%');

ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_credit_code" CHECK ("creditCode" IS NULL OR "creditCode" ~ '^[0-9A-HJ-NPQRTUWXY]{18}$');
-- Verified without a credit code only where the law gives none: departments and the bureau themselves.
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_verified_has_code" CHECK (verification <> 'verified' OR "creditCode" IS NOT NULL OR kind IN ('department', 'bureau'));

ALTER TABLE "Person" ADD CONSTRAINT "Person_load" CHECK ("maxLoad" BETWEEN 0 AND 50);
ALTER TABLE "Broker" ADD CONSTRAINT "Broker_load" CHECK ("maxLoad" BETWEEN 0 AND 200),
  ADD CONSTRAINT "Broker_rate" CHECK ("responseRate" IS NULL OR "responseRate" BETWEEN 0 AND 1);

ALTER TABLE "Achievement"
  ADD CONSTRAINT "Achievement_trl" CHECK (trl BETWEEN 1 AND 9),
  ADD CONSTRAINT "Achievement_price" CHECK ("priceMin" >= 0 AND ("priceMax" IS NULL OR "priceMin" IS NULL OR "priceMax" >= "priceMin"));

ALTER TABLE "Scenario"
  ADD CONSTRAINT "Scenario_year" CHECK (year BETWEEN 2000 AND 2100 AND batch BETWEEN 1 AND 12),
  ADD CONSTRAINT "Scenario_window" CHECK ("opensAt" IS NULL OR "closesAt" IS NULL OR "closesAt" > "opensAt"),
  ADD CONSTRAINT "Scenario_budget" CHECK ("budgetMin" >= 0 AND ("budgetMax" IS NULL OR "budgetMin" IS NULL OR "budgetMax" >= "budgetMin")),
  ADD CONSTRAINT "Scenario_serial" CHECK (serial IS NULL OR serial ~ '^\d{4}-\d{2}-\d{3}$'),
  -- The serial is given at publication, and only then.
  ADD CONSTRAINT "Scenario_published_has_serial" CHECK (publication NOT IN ('published', 'archived') OR (serial IS NOT NULL AND "publishedAt" IS NOT NULL)),
  ADD CONSTRAINT "Scenario_linked" CHECK (("linkedId" IS NULL) = ("linkedAs" IS NULL) AND ("linkedAs" IS NULL OR "linkedAs" IN ('duplicate', 'successor'))),
  ADD CONSTRAINT "Scenario_withdrawn_reason" CHECK (publication <> 'withdrawn' OR "withdrawReason" IS NOT NULL);

ALTER TABLE "Need"
  ADD CONSTRAINT "Need_lengths" CHECK (char_length(problem) <= 500 AND char_length(indicators) <= 500 AND char_length(goal) <= 500),
  ADD CONSTRAINT "Need_keywords" CHECK (cardinality(keywords) <= 5),
  ADD CONSTRAINT "Need_funding" CHECK (
    ("fundingKind" = 'negotiable' AND "fundingMin" IS NULL AND "fundingMax" IS NULL)
    OR ("fundingKind" = 'range' AND "fundingMin" >= 0 AND "fundingMax" >= "fundingMin")),
  ADD CONSTRAINT "Need_term" CHECK ("startsOn" IS NULL OR "endsOn" IS NULL OR "endsOn" >= "startsOn"),
  ADD CONSTRAINT "Need_teams" CHECK (teams BETWEEN 1 AND 3),
  ADD CONSTRAINT "Need_published_at" CHECK (state IN ('draft', 'submitted', 'changes_requested', 'cancelled', 'withdrawn') OR "publishedAt" IS NOT NULL);

ALTER TABLE "Criterion" ADD CONSTRAINT "Criterion_weight" CHECK (weight BETWEEN 1 AND 100);
-- The weights of a need sum to 100 (or it has no criteria yet), checked when the transaction ends.
CREATE FUNCTION criterion_weights_sum() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE need uuid := COALESCE(NEW."needId", OLD."needId"); total int;
BEGIN
  SELECT sum(weight) INTO total FROM "Criterion" WHERE "needId" = need;
  IF total IS NOT NULL AND total <> 100 THEN
    RAISE EXCEPTION 'criteria of need % sum to %, not 100', need, total USING ERRCODE = 'check_violation', CONSTRAINT = 'Criterion_weights_sum';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "Criterion_weights_sum" AFTER INSERT OR UPDATE OR DELETE ON "Criterion"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION criterion_weights_sum();

ALTER TABLE "Application"
  ADD CONSTRAINT "Application_one_target" CHECK (num_nonnulls("needId", "scenarioId") = 1),
  ADD CONSTRAINT "Application_cost" CHECK (cost >= 0),
  ADD CONSTRAINT "Application_term" CHECK ("startsOn" IS NULL OR "endsOn" IS NULL OR "endsOn" >= "startsOn"),
  ADD CONSTRAINT "Application_reason" CHECK (state NOT IN ('not_selected', 'returned') OR reason IS NOT NULL);
ALTER TABLE "ApplicationEvidence" ADD CONSTRAINT "ApplicationEvidence_length" CHECK (char_length(text) <= 300);
ALTER TABLE "ApplicationScore" ADD CONSTRAINT "ApplicationScore_points" CHECK (points BETWEEN 0 AND 100);

-- One pair, one row.
ALTER TABLE "Match"
  ADD CONSTRAINT "Match_one_target" CHECK (num_nonnulls("needId", "scenarioId") = 1),
  ADD CONSTRAINT "Match_one_candidate" CHECK (
    num_nonnulls("personId", "organisationId", "achievementId", "brokerId") = 1
    AND CASE "candidateKind" WHEN 'person' THEN "personId" WHEN 'institute' THEN "organisationId" WHEN 'achievement' THEN "achievementId" ELSE "brokerId" END IS NOT NULL),
  ADD CONSTRAINT "Match_score" CHECK (score BETWEEN 0 AND 100),
  ADD CONSTRAINT "Match_reason" CHECK (state NOT IN ('declined', 'excluded') OR reason IS NOT NULL);
CREATE UNIQUE INDEX "Match_pair" ON "Match" (
  COALESCE("needId", "scenarioId"), "candidateKind", COALESCE("personId", "organisationId", "achievementId", "brokerId"));
CREATE INDEX "Match_person" ON "Match" ("personId") WHERE "personId" IS NOT NULL;
CREATE INDEX "Match_organisation" ON "Match" ("organisationId") WHERE "organisationId" IS NOT NULL;
CREATE INDEX "Match_achievement" ON "Match" ("achievementId") WHERE "achievementId" IS NOT NULL;
CREATE INDEX "Match_broker" ON "Match" ("brokerId") WHERE "brokerId" IS NOT NULL;

ALTER TABLE "Contract"
  ADD CONSTRAINT "Contract_amounts" CHECK (
    "totalAmount" >= 0 AND "equipmentAmount" >= 0 AND "materialAmount" >= 0 AND "technologyAmount" >= 0
    AND "technologyAmount" <= "totalAmount" - "equipmentAmount" - "materialAmount"),
  ADD CONSTRAINT "Contract_pending" CHECK (pending = ("totalAmount" IS NULL) AND (NOT pending OR "technologyAmount" IS NULL)),
  ADD CONSTRAINT "Contract_term" CHECK ("beginsOn" IS NULL OR "endsOn" IS NULL OR "endsOn" >= "beginsOn"),
  ADD CONSTRAINT "Contract_flow" CHECK (flow IS NULL OR flow IN ('local', 'output', 'absorption', 'outside')),
  ADD CONSTRAINT "Contract_number" CHECK ((state = 'draft') = (number IS NULL)),
  ADD CONSTRAINT "Contract_registered" CHECK (state NOT IN ('registered', 'amended') OR ("registrationNumber" IS NOT NULL AND "registeredOn" IS NOT NULL)),
  ADD CONSTRAINT "Contract_terminated" CHECK ((state = 'terminated') = ("terminatedOn" IS NOT NULL)),
  ADD CONSTRAINT "Contract_two_reviewers" CHECK ("secondReviewerId" IS NULL OR "firstReviewerId" IS DISTINCT FROM "secondReviewerId"),
  ADD CONSTRAINT "Contract_lineage" CHECK (
    (source = 'need' AND "needId" IS NOT NULL) OR (source = 'scenario' AND "scenarioId" IS NOT NULL)
    OR (source = 'outside' AND "needId" IS NULL AND "scenarioId" IS NULL)),
  ADD CONSTRAINT "Contract_not_merged_into_itself" CHECK ("mergedIntoId" IS DISTINCT FROM id);
ALTER TABLE "ContractParty" ADD CONSTRAINT "ContractParty_credit_code" CHECK (nature IN ('individual', 'overseas') OR "creditCode" IS NOT NULL);

ALTER TABLE "Target"
  ADD CONSTRAINT "Target_measure" CHECK (measure IN ('count', 'amount')),
  ADD CONSTRAINT "Target_period" CHECK ("endsOn" > "startsOn" AND value > 0);

ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_bytes" CHECK (bytes > 0);

-- The audit trail is written once.
CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the audit trail is append-only' USING ERRCODE = 'insufficient_privilege'; END $$;
CREATE TRIGGER "AuditEntry_append_only" BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION audit_is_append_only();
