-- Contracts by signing day, counted by each dimension of the statistics, so that a page adds up days instead of contracts. Every state is kept apart: what
-- counts is decided when it is asked. Days whose rows have changed since are marked by triggers, whoever writes; for these the rows themselves are counted.
CREATE TABLE "ContractTally" (
    "day" DATE NOT NULL,
    "dimension" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "until" DATE NOT NULL DEFAULT '9999-12-31',
    "count" INTEGER NOT NULL,
    "amount" DECIMAL(20, 2) NOT NULL,
    "technology" DECIMAL(20, 2) NOT NULL,
    "pending" INTEGER NOT NULL,
    "parties" TEXT[],
    CONSTRAINT "ContractTally_pkey" PRIMARY KEY ("dimension", "day", "key", "state", "until")
);
CREATE INDEX "ContractTally_day_idx" ON "ContractTally"("day");

CREATE TABLE "ContractTallyStale" (
    "id" BIGSERIAL NOT NULL,
    "day" DATE NOT NULL,
    CONSTRAINT "ContractTallyStale_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "ContractTallyStale_day_idx" ON "ContractTallyStale"("day");

CREATE TABLE "ContractTallyCheck" (
    "id" BIGSERIAL NOT NULL,
    "checkedAt" TIMESTAMPTZ(3) NOT NULL,
    "days" INTEGER NOT NULL,
    "differing" INTEGER NOT NULL,
    CONSTRAINT "ContractTallyCheck_pkey" PRIMARY KEY ("id")
);

CREATE FUNCTION contract_tally_stale() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'DELETE' THEN INSERT INTO "ContractTallyStale" (day) SELECT DISTINCT "signedOn" FROM fresh; END IF;
  IF TG_OP <> 'INSERT' THEN INSERT INTO "ContractTallyStale" (day) SELECT DISTINCT "signedOn" FROM gone; END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Contract_tally_insert" AFTER INSERT ON "Contract" REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION contract_tally_stale();
CREATE TRIGGER "Contract_tally_update" AFTER UPDATE ON "Contract" REFERENCING NEW TABLE AS fresh OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION contract_tally_stale();
CREATE TRIGGER "Contract_tally_delete" AFTER DELETE ON "Contract" REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION contract_tally_stale();

CREATE FUNCTION contract_party_tally_stale() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'DELETE' THEN INSERT INTO "ContractTallyStale" (day) SELECT DISTINCT c."signedOn" FROM fresh f JOIN "Contract" c ON c.id = f."contractId"; END IF;
  IF TG_OP <> 'INSERT' THEN INSERT INTO "ContractTallyStale" (day) SELECT DISTINCT c."signedOn" FROM gone g JOIN "Contract" c ON c.id = g."contractId"; END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "ContractParty_tally_insert" AFTER INSERT ON "ContractParty" REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION contract_party_tally_stale();
CREATE TRIGGER "ContractParty_tally_update" AFTER UPDATE ON "ContractParty" REFERENCING NEW TABLE AS fresh OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION contract_party_tally_stale();
CREATE TRIGGER "ContractParty_tally_delete" AFTER DELETE ON "ContractParty" REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION contract_party_tally_stale();

-- Where a contract lands follows from its scenario, its need or the buyer's organisation.
CREATE FUNCTION contract_place_tally_stale() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "ContractTallyStale" (day)
    SELECT DISTINCT c."signedOn" FROM fresh f JOIN gone g ON g.id = f.id AND g."areaKey" IS DISTINCT FROM f."areaKey"
    JOIN "Contract" c ON (TG_TABLE_NAME = 'Need' AND c."needId" = f.id) OR (TG_TABLE_NAME = 'Scenario' AND c."scenarioId" = f.id)
      OR (TG_TABLE_NAME = 'Organisation' AND c.id IN (SELECT p."contractId" FROM "ContractParty" p WHERE p."organisationId" = f.id));
  RETURN NULL;
END $$;
CREATE TRIGGER "Need_tally_update" AFTER UPDATE ON "Need" REFERENCING NEW TABLE AS fresh OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION contract_place_tally_stale();
CREATE TRIGGER "Scenario_tally_update" AFTER UPDATE ON "Scenario" REFERENCING NEW TABLE AS fresh OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION contract_place_tally_stale();
CREATE TRIGGER "Organisation_tally_update" AFTER UPDATE ON "Organisation" REFERENCING NEW TABLE AS fresh OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION contract_place_tally_stale();

INSERT INTO "ContractTallyStale" (day) SELECT DISTINCT "signedOn" FROM "Contract";
