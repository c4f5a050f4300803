CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "TermScheme" AS ENUM ('theme', 'field', 'industry', 'discipline', 'objective', 'region');

-- CreateEnum
CREATE TYPE "AccountTokenKind" AS ENUM ('confirm_email', 'reset_password');

-- CreateEnum
CREATE TYPE "OrganisationKind" AS ENUM ('enterprise', 'institute', 'broker_agency', 'department', 'bureau');

-- CreateEnum
CREATE TYPE "Verification" AS ENUM ('unverified', 'submitted', 'returned', 'verified');

-- CreateEnum
CREATE TYPE "PartyNature" AS ENUM ('government', 'research_institute', 'university', 'medical', 'other_institution', 'association', 'domestic_enterprise', 'hmt_enterprise', 'foreign_enterprise', 'individual', 'overseas');

-- CreateEnum
CREATE TYPE "MemberRole" AS ENUM ('enterprise', 'institute', 'broker', 'publisher', 'reviewer', 'administrator');

-- CreateEnum
CREATE TYPE "Visibility" AS ENUM ('public', 'members', 'on_acceptance');

-- CreateEnum
CREATE TYPE "IntellectualProperty" AS ENUM ('patent', 'know_how', 'software_copyright', 'layout_design', 'bio_variety', 'plant_variety', 'none');

-- CreateEnum
CREATE TYPE "CooperationMode" AS ENUM ('joint_development', 'commissioned_development', 'licence', 'assignment', 'equity', 'service', 'consulting', 'joint_operation');

-- CreateEnum
CREATE TYPE "BrokerKind" AS ENUM ('person', 'agency');

-- CreateEnum
CREATE TYPE "BrokerGrade" AS ENUM ('junior', 'intermediate', 'senior');

-- CreateEnum
CREATE TYPE "BrokerState" AS ENUM ('applied', 'verified', 'active', 'suspended');

-- CreateEnum
CREATE TYPE "OpportunityKind" AS ENUM ('planning', 'infrastructure', 'resources', 'public_service', 'solution_selection', 'event', 'franchise', 'market_adoption');

-- CreateEnum
CREATE TYPE "DemandSide" AS ENUM ('government', 'enterprise');

-- CreateEnum
CREATE TYPE "ScenarioPublication" AS ENUM ('draft', 'submitted', 'changes_requested', 'approved', 'published', 'archived', 'withdrawn');

-- CreateEnum
CREATE TYPE "LandingProgress" AS ENUM ('reserve', 'in_contact', 'in_progress', 'landed', 'shelved');

-- CreateEnum
CREATE TYPE "NeedSource" AS ENUM ('self_published', 'park', 'government', 'supply_chain');

-- CreateEnum
CREATE TYPE "NeedSelection" AS ENUM ('open_call', 'parallel');

-- CreateEnum
CREATE TYPE "NeedFunding" AS ENUM ('range', 'negotiable');

-- CreateEnum
CREATE TYPE "IprOwnership" AS ENUM ('owner', 'shared', 'applicant', 'negotiable');

-- CreateEnum
CREATE TYPE "NeedState" AS ENUM ('draft', 'submitted', 'changes_requested', 'published', 'awarded', 'contracted', 'closed', 'cancelled', 'unsuccessful', 'withdrawn');

-- CreateEnum
CREATE TYPE "AccessState" AS ENUM ('requested', 'accepted', 'declined');

-- CreateEnum
CREATE TYPE "ApplicationState" AS ENUM ('draft', 'submitted', 'returned', 'under_review', 'shortlisted', 'selected', 'not_selected', 'withdrawn');

-- CreateEnum
CREATE TYPE "PhaseDecision" AS ENUM ('proceed', 'stop');

-- CreateEnum
CREATE TYPE "MatchState" AS ENUM ('suggested', 'notified', 'accepted', 'declined', 'met', 'applied', 'contracted', 'excluded');

-- CreateEnum
CREATE TYPE "CandidateKind" AS ENUM ('person', 'institute', 'achievement', 'broker');

-- CreateEnum
CREATE TYPE "ContractType" AS ENUM ('development', 'transfer', 'licence', 'consulting', 'service');

-- CreateEnum
CREATE TYPE "ContractSubtype" AS ENUM ('commissioned', 'cooperative', 'training', 'intermediary');

-- CreateEnum
CREATE TYPE "PlanSource" AS ENUM ('national', 'ministry', 'provincial', 'municipal', 'unplanned');

-- CreateEnum
CREATE TYPE "PaymentMethod" AS ENUM ('lump_sum', 'instalments', 'royalty', 'lump_sum_royalty');

-- CreateEnum
CREATE TYPE "ContractState" AS ENUM ('draft', 'reported', 'under_review', 'correction_requested', 'registered', 'refused', 'amended', 'revoked', 'terminated');

-- CreateEnum
CREATE TYPE "ContractSource" AS ENUM ('need', 'scenario', 'outside');

-- CreateEnum
CREATE TYPE "PartySide" AS ENUM ('seller', 'buyer');

-- CreateEnum
CREATE TYPE "ScanState" AS ENUM ('unscanned', 'clean', 'infected');

-- CreateTable
CREATE TABLE "District" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "siteNameZh" TEXT NOT NULL,
    "siteNameEn" TEXT NOT NULL,
    "bureauZh" TEXT NOT NULL,
    "bureauEn" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    "scenariosPerYear" INTEGER NOT NULL DEFAULT 100,
    "contractMeasure" TEXT NOT NULL DEFAULT 'reported_and_registered',
    "contractAmount" TEXT NOT NULL DEFAULT 'total',
    "secondReviewFrom" DECIMAL(18,2) NOT NULL DEFAULT 5000000,
    "reviewDays" INTEGER NOT NULL DEFAULT 15,
    "secondReviewDays" INTEGER NOT NULL DEFAULT 30,
    "contractRuleVersion" TEXT NOT NULL DEFAULT '2026',
    "questionsCloseDays" INTEGER NOT NULL DEFAULT 2,
    "answersDueDays" INTEGER NOT NULL DEFAULT 1,
    "alternates" INTEGER NOT NULL DEFAULT 3,
    "matchesPerNeed" INTEGER NOT NULL DEFAULT 10,
    "notifyFromScore" INTEGER NOT NULL DEFAULT 35,
    "sampleData" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "District_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Term" (
    "scheme" "TermScheme" NOT NULL,
    "code" TEXT NOT NULL,
    "parent" TEXT,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Term_pkey" PRIMARY KEY ("scheme","code")
);

-- CreateTable
CREATE TABLE "Area" (
    "key" TEXT NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Area_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "CalendarDay" (
    "day" DATE NOT NULL,
    "working" BOOLEAN NOT NULL,
    "name" TEXT,

    CONSTRAINT "CalendarDay_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'zh-CN',
    "emailConfirmedAt" TIMESTAMPTZ(3),
    "disabledAt" TIMESTAMPTZ(3),
    "disabledReason" TEXT,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "tokenHash" TEXT NOT NULL,
    "accountId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "userAgent" TEXT,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "AccountToken" (
    "tokenHash" TEXT NOT NULL,
    "accountId" UUID NOT NULL,
    "purpose" "AccountTokenKind" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AccountToken_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "ApiKey" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "keyHash" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "scopes" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "accountId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "status" INTEGER,
    "body" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("accountId","key")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" UUID NOT NULL,
    "kind" "OrganisationKind" NOT NULL,
    "name" TEXT NOT NULL,
    "shortName" TEXT,
    "creditCode" TEXT,
    "nature" "PartyNature" NOT NULL,
    "regionCode" TEXT NOT NULL,
    "areaKey" TEXT,
    "address" TEXT,
    "scale" TEXT,
    "summary" TEXT NOT NULL DEFAULT '',
    "website" TEXT,
    "contactName" TEXT,
    "contactPhone" TEXT,
    "fields" TEXT[],
    "verification" "Verification" NOT NULL DEFAULT 'unverified',
    "verificationNote" TEXT,
    "submittedAt" TIMESTAMPTZ(3),
    "verifiedAt" TIMESTAMPTZ(3),
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "accountId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "role" "MemberRole" NOT NULL,
    "manager" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("accountId","organisationId","role")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "accountId" UUID,
    "organisationId" UUID,
    "number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "disciplines" TEXT[],
    "fields" TEXT[],
    "keywords" TEXT[],
    "summary" TEXT NOT NULL DEFAULT '',
    "projects" TEXT[],
    "languages" TEXT[],
    "availableFrom" DATE,
    "maxLoad" INTEGER NOT NULL DEFAULT 3,
    "contactEmail" TEXT,
    "contactPhone" TEXT,
    "contactVisibility" "Visibility" NOT NULL DEFAULT 'on_acceptance',
    "listed" BOOLEAN NOT NULL DEFAULT true,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Achievement" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "organisationId" UUID,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "field" TEXT NOT NULL,
    "trl" INTEGER NOT NULL,
    "iprKind" "IntellectualProperty" NOT NULL,
    "iprNumber" TEXT,
    "modes" "CooperationMode"[],
    "priceMin" DECIMAL(18,2),
    "priceMax" DECIMAL(18,2),
    "cases" TEXT[],
    "keywords" TEXT[],
    "published" BOOLEAN NOT NULL DEFAULT true,
    "publishedAt" TIMESTAMPTZ(3),
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Achievement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AchievementInventor" (
    "achievementId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "AchievementInventor_pkey" PRIMARY KEY ("achievementId","personId")
);

-- CreateTable
CREATE TABLE "Broker" (
    "id" UUID NOT NULL,
    "accountId" UUID,
    "organisationId" UUID,
    "number" TEXT NOT NULL,
    "kind" "BrokerKind" NOT NULL,
    "name" TEXT NOT NULL,
    "certificateNumber" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "grade" "BrokerGrade" NOT NULL,
    "validUntil" DATE NOT NULL,
    "fields" TEXT[],
    "summary" TEXT NOT NULL DEFAULT '',
    "maxLoad" INTEGER NOT NULL DEFAULT 10,
    "responseRate" DECIMAL(5,4),
    "state" "BrokerState" NOT NULL DEFAULT 'applied',
    "stateReason" TEXT,
    "contactEmail" TEXT,
    "contactPhone" TEXT,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Broker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Scenario" (
    "id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "batch" INTEGER NOT NULL,
    "ordinal" INTEGER,
    "serial" TEXT,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "kind" "OpportunityKind" NOT NULL,
    "side" "DemandSide" NOT NULL,
    "theme" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "industry" TEXT,
    "areaKey" TEXT NOT NULL,
    "leadId" UUID NOT NULL,
    "ownerId" UUID,
    "technologies" TEXT[],
    "referenceCases" TEXT NOT NULL DEFAULT '',
    "resources" TEXT NOT NULL DEFAULT '',
    "budgetMin" DECIMAL(18,2),
    "budgetMax" DECIMAL(18,2),
    "opensAt" TIMESTAMPTZ(3),
    "closesAt" TIMESTAMPTZ(3),
    "contactName" TEXT NOT NULL,
    "contactPhone" TEXT NOT NULL,
    "contactPublic" BOOLEAN NOT NULL DEFAULT false,
    "sourceDocument" TEXT,
    "linkedId" UUID,
    "linkedAs" TEXT,
    "publication" "ScenarioPublication" NOT NULL DEFAULT 'draft',
    "landing" "LandingProgress" NOT NULL DEFAULT 'reserve',
    "reviewNote" TEXT,
    "withdrawReason" TEXT,
    "submittedAt" TIMESTAMPTZ(3),
    "publishedAt" TIMESTAMPTZ(3),
    "landedAt" TIMESTAMPTZ(3),
    "createdById" UUID,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Scenario_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ScenarioResponsibleUnit" (
    "scenarioId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ScenarioResponsibleUnit_pkey" PRIMARY KEY ("scenarioId","organisationId")
);

-- CreateTable
CREATE TABLE "TextVersion" (
    "id" BIGSERIAL NOT NULL,
    "entity" TEXT NOT NULL,
    "entityId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "fields" JSONB NOT NULL,
    "changed" TEXT[],
    "actorId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TextVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Need" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "organisationId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "problem" TEXT NOT NULL,
    "indicators" TEXT NOT NULL,
    "indicatorRows" JSONB NOT NULL DEFAULT '[]',
    "goal" TEXT NOT NULL,
    "basis" TEXT NOT NULL DEFAULT '',
    "keywords" TEXT[],
    "startsOn" DATE,
    "endsOn" DATE,
    "ipr" "IprOwnership" NOT NULL DEFAULT 'negotiable',
    "fundingKind" "NeedFunding" NOT NULL DEFAULT 'range',
    "fundingMin" DECIMAL(18,2),
    "fundingMax" DECIMAL(18,2),
    "conditions" TEXT[],
    "modes" "CooperationMode"[],
    "preferredPartners" TEXT NOT NULL DEFAULT '',
    "field" TEXT NOT NULL,
    "industry" TEXT,
    "discipline" TEXT,
    "areaKey" TEXT,
    "source" "NeedSource" NOT NULL DEFAULT 'self_published',
    "selection" "NeedSelection" NOT NULL DEFAULT 'open_call',
    "lumpSum" BOOLEAN NOT NULL DEFAULT false,
    "teams" INTEGER NOT NULL DEFAULT 1,
    "contactName" TEXT NOT NULL,
    "contactPhone" TEXT NOT NULL,
    "deadline" TIMESTAMPTZ(3) NOT NULL,
    "state" "NeedState" NOT NULL DEFAULT 'draft',
    "reviewNote" TEXT,
    "stateReason" TEXT,
    "submittedAt" TIMESTAMPTZ(3),
    "publishedAt" TIMESTAMPTZ(3),
    "awardedAt" TIMESTAMPTZ(3),
    "createdById" UUID,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Need_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NeedConfidential" (
    "needId" UUID NOT NULL,
    "summary" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NeedConfidential_pkey" PRIMARY KEY ("needId")
);

-- CreateTable
CREATE TABLE "ConfidentialAccess" (
    "id" UUID NOT NULL,
    "needId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "organisationId" UUID,
    "purpose" TEXT NOT NULL,
    "state" "AccessState" NOT NULL DEFAULT 'requested',
    "reason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ConfidentialAccess_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NeedQuestion" (
    "id" UUID NOT NULL,
    "needId" UUID NOT NULL,
    "askerId" UUID,
    "question" TEXT NOT NULL,
    "answer" TEXT,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "NeedQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Criterion" (
    "id" UUID NOT NULL,
    "needId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "weight" INTEGER NOT NULL,

    CONSTRAINT "Criterion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Application" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "needId" UUID,
    "scenarioId" UUID,
    "matchId" UUID,
    "submitterId" UUID NOT NULL,
    "personId" UUID,
    "organisationId" UUID,
    "brokerId" UUID,
    "team" TEXT NOT NULL DEFAULT '',
    "approach" TEXT NOT NULL,
    "startsOn" DATE,
    "endsOn" DATE,
    "cost" DECIMAL(18,2),
    "conditions" TEXT NOT NULL DEFAULT '',
    "iprProposal" TEXT NOT NULL DEFAULT '',
    "noControl" BOOLEAN NOT NULL DEFAULT false,
    "termsAccepted" BOOLEAN NOT NULL DEFAULT false,
    "state" "ApplicationState" NOT NULL DEFAULT 'draft',
    "reason" TEXT,
    "submittedAt" TIMESTAMPTZ(3),
    "decidedAt" TIMESTAMPTZ(3),
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApplicationEvidence" (
    "applicationId" UUID NOT NULL,
    "criterionId" UUID NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "ApplicationEvidence_pkey" PRIMARY KEY ("applicationId","criterionId")
);

-- CreateTable
CREATE TABLE "ApplicationScore" (
    "applicationId" UUID NOT NULL,
    "criterionId" UUID NOT NULL,
    "reviewerId" UUID NOT NULL,
    "points" INTEGER NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ApplicationScore_pkey" PRIMARY KEY ("applicationId","criterionId","reviewerId")
);

-- CreateTable
CREATE TABLE "ApplicationPhase" (
    "applicationId" UUID NOT NULL,
    "phase" INTEGER NOT NULL,
    "decision" "PhaseDecision",
    "reason" TEXT,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApplicationPhase_pkey" PRIMARY KEY ("applicationId","phase")
);

-- CreateTable
CREATE TABLE "Match" (
    "id" UUID NOT NULL,
    "needId" UUID,
    "scenarioId" UUID,
    "candidateKind" "CandidateKind" NOT NULL,
    "personId" UUID,
    "organisationId" UUID,
    "achievementId" UUID,
    "brokerId" UUID,
    "accompaniedBy" UUID,
    "score" DECIMAL(6,3) NOT NULL,
    "parts" JSONB NOT NULL,
    "passages" JSONB NOT NULL,
    "weightsVersion" TEXT NOT NULL,
    "rank" INTEGER NOT NULL DEFAULT 0,
    "alternate" BOOLEAN NOT NULL DEFAULT false,
    "byHand" BOOLEAN NOT NULL DEFAULT false,
    "correction" TEXT,
    "state" "MatchState" NOT NULL DEFAULT 'suggested',
    "reason" TEXT,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "notifiedAt" TIMESTAMPTZ(3),
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Match_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConflictDeclaration" (
    "organisationId" UUID NOT NULL,
    "otherId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ConflictDeclaration_pkey" PRIMARY KEY ("organisationId","otherId")
);

-- CreateTable
CREATE TABLE "Contract" (
    "id" UUID NOT NULL,
    "number" TEXT,
    "projectName" TEXT NOT NULL,
    "type" "ContractType" NOT NULL,
    "subtype" "ContractSubtype",
    "field" TEXT NOT NULL,
    "ipr" "IntellectualProperty" NOT NULL,
    "plan" "PlanSource" NOT NULL DEFAULT 'unplanned',
    "totalAmount" DECIMAL(18,2),
    "equipmentAmount" DECIMAL(18,2) NOT NULL DEFAULT 0,
    "materialAmount" DECIMAL(18,2) NOT NULL DEFAULT 0,
    "technologyAmount" DECIMAL(18,2),
    "pending" BOOLEAN NOT NULL DEFAULT false,
    "paymentMethod" "PaymentMethod" NOT NULL,
    "signedOn" DATE NOT NULL,
    "beginsOn" DATE,
    "endsOn" DATE,
    "related" BOOLEAN NOT NULL DEFAULT false,
    "objective" TEXT,
    "buyerIndustry" TEXT,
    "flow" TEXT,
    "source" "ContractSource" NOT NULL DEFAULT 'outside',
    "needId" UUID,
    "scenarioId" UUID,
    "matchId" UUID,
    "applicationId" UUID,
    "brokerId" UUID,
    "state" "ContractState" NOT NULL DEFAULT 'draft',
    "ruleVersion" TEXT NOT NULL DEFAULT '2026',
    "registrationNumber" TEXT,
    "registrationOffice" TEXT,
    "registeredOn" DATE,
    "reportedAt" TIMESTAMPTZ(3),
    "reviewStartedAt" TIMESTAMPTZ(3),
    "reviewDueOn" DATE,
    "disputed" BOOLEAN NOT NULL DEFAULT false,
    "firstReviewerId" UUID,
    "secondReviewerId" UUID,
    "terminatedOn" DATE,
    "mergedIntoId" UUID,
    "createdById" UUID,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Contract_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContractParty" (
    "contractId" UUID NOT NULL,
    "side" "PartySide" NOT NULL,
    "organisationId" UUID,
    "name" TEXT NOT NULL,
    "creditCode" TEXT,
    "nature" "PartyNature" NOT NULL,
    "scale" TEXT,
    "regionCode" TEXT NOT NULL,
    "address" TEXT,
    "representative" TEXT,
    "contactName" TEXT,
    "contactPhone" TEXT,

    CONSTRAINT "ContractParty_pkey" PRIMARY KEY ("contractId","side")
);

-- CreateTable
CREATE TABLE "ContractAmountHistory" (
    "id" BIGSERIAL NOT NULL,
    "contractId" UUID NOT NULL,
    "effectiveOn" DATE NOT NULL,
    "totalAmount" DECIMAL(18,2),
    "equipmentAmount" DECIMAL(18,2) NOT NULL,
    "materialAmount" DECIMAL(18,2) NOT NULL,
    "technologyAmount" DECIMAL(18,2),
    "reason" TEXT NOT NULL,
    "actorId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ContractAmountHistory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContractCorrection" (
    "id" UUID NOT NULL,
    "contractId" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolvedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ContractCorrection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Target" (
    "id" UUID NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "measure" TEXT NOT NULL,
    "value" DECIMAL(18,2) NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attachment" (
    "id" UUID NOT NULL,
    "entity" TEXT NOT NULL,
    "entityId" UUID NOT NULL,
    "confidential" BOOLEAN NOT NULL DEFAULT false,
    "fileName" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storageKey" TEXT NOT NULL,
    "scan" "ScanState" NOT NULL DEFAULT 'unscanned',
    "uploadedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Transition" (
    "id" BIGSERIAL NOT NULL,
    "entity" TEXT NOT NULL,
    "entityId" UUID NOT NULL,
    "fromState" TEXT,
    "toState" TEXT NOT NULL,
    "actorId" UUID,
    "actorName" TEXT NOT NULL,
    "reason" TEXT,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Transition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,
    "actorName" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entityId" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "requestId" TEXT,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mail" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "messageId" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Counter" (
    "series" TEXT NOT NULL,
    "value" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Counter_pkey" PRIMARY KEY ("series")
);

-- CreateTable
CREATE TABLE "IndexState" (
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "indexedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "IndexState_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "RateLimiterFlexible" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "RateLimiterFlexible_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "Term_scheme_parent_idx" ON "Term"("scheme", "parent");

-- CreateIndex
CREATE UNIQUE INDEX "Account_email_key" ON "Account"("email");

-- CreateIndex
CREATE INDEX "Session_accountId_idx" ON "Session"("accountId");

-- CreateIndex
CREATE INDEX "AccountToken_accountId_idx" ON "AccountToken"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "ApiKey_keyHash_key" ON "ApiKey"("keyHash");

-- CreateIndex
CREATE INDEX "ApiKey_accountId_idx" ON "ApiKey"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_creditCode_key" ON "Organisation"("creditCode");

-- CreateIndex
CREATE INDEX "Organisation_kind_verification_idx" ON "Organisation"("kind", "verification");

-- CreateIndex
CREATE INDEX "Organisation_name_idx" ON "Organisation"("name");

-- CreateIndex
CREATE INDEX "Organisation_name_trgm" ON "Organisation" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Membership_organisationId_idx" ON "Membership"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Person_accountId_key" ON "Person"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "Person_number_key" ON "Person"("number");

-- CreateIndex
CREATE INDEX "Person_organisationId_idx" ON "Person"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Achievement_number_key" ON "Achievement"("number");

-- CreateIndex
CREATE INDEX "Achievement_organisationId_idx" ON "Achievement"("organisationId");

-- CreateIndex
CREATE INDEX "AchievementInventor_personId_idx" ON "AchievementInventor"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Broker_accountId_key" ON "Broker"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "Broker_number_key" ON "Broker"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Scenario_serial_key" ON "Scenario"("serial");

-- CreateIndex
CREATE INDEX "Scenario_publication_closesAt_idx" ON "Scenario"("publication", "closesAt");

-- CreateIndex
CREATE INDEX "Scenario_year_publication_idx" ON "Scenario"("year", "publication");

-- CreateIndex
CREATE INDEX "Scenario_leadId_idx" ON "Scenario"("leadId");

-- CreateIndex
CREATE UNIQUE INDEX "Scenario_year_batch_ordinal_key" ON "Scenario"("year", "batch", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "TextVersion_entity_entityId_version_key" ON "TextVersion"("entity", "entityId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "Need_number_key" ON "Need"("number");

-- CreateIndex
CREATE INDEX "Need_state_deadline_idx" ON "Need"("state", "deadline");

-- CreateIndex
CREATE INDEX "Need_organisationId_idx" ON "Need"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "ConfidentialAccess_needId_accountId_key" ON "ConfidentialAccess"("needId", "accountId");

-- CreateIndex
CREATE INDEX "NeedQuestion_needId_idx" ON "NeedQuestion"("needId");

-- CreateIndex
CREATE UNIQUE INDEX "Criterion_needId_position_key" ON "Criterion"("needId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Application_number_key" ON "Application"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Application_matchId_key" ON "Application"("matchId");

-- CreateIndex
CREATE INDEX "Application_needId_state_idx" ON "Application"("needId", "state");

-- CreateIndex
CREATE INDEX "Application_scenarioId_state_idx" ON "Application"("scenarioId", "state");

-- CreateIndex
CREATE INDEX "Application_submitterId_idx" ON "Application"("submitterId");

-- CreateIndex
CREATE UNIQUE INDEX "Application_needId_submitterId_key" ON "Application"("needId", "submitterId");

-- CreateIndex
CREATE UNIQUE INDEX "Application_scenarioId_submitterId_key" ON "Application"("scenarioId", "submitterId");

-- CreateIndex
CREATE INDEX "Match_needId_state_idx" ON "Match"("needId", "state");

-- CreateIndex
CREATE INDEX "Match_scenarioId_state_idx" ON "Match"("scenarioId", "state");

-- CreateIndex
CREATE INDEX "Match_state_score_idx" ON "Match"("state", "score");

-- CreateIndex
CREATE UNIQUE INDEX "Contract_number_key" ON "Contract"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Contract_registrationNumber_key" ON "Contract"("registrationNumber");

-- CreateIndex
CREATE INDEX "Contract_signedOn_idx" ON "Contract"("signedOn");

-- CreateIndex
CREATE INDEX "Contract_state_signedOn_idx" ON "Contract"("state", "signedOn");

-- CreateIndex
CREATE INDEX "Contract_needId_idx" ON "Contract"("needId");

-- CreateIndex
CREATE INDEX "Contract_scenarioId_idx" ON "Contract"("scenarioId");

-- CreateIndex
CREATE INDEX "Contract_applicationId_idx" ON "Contract"("applicationId");

-- CreateIndex
CREATE INDEX "Contract_duplicates" ON "Contract"("totalAmount", "signedOn");

-- CreateIndex
CREATE INDEX "ContractParty_name_idx" ON "ContractParty"("name");

-- CreateIndex
CREATE INDEX "ContractParty_creditCode_idx" ON "ContractParty"("creditCode");

-- CreateIndex
CREATE INDEX "ContractParty_organisationId_idx" ON "ContractParty"("organisationId");

-- CreateIndex
CREATE INDEX "ContractAmountHistory_contractId_idx" ON "ContractAmountHistory"("contractId");

-- CreateIndex
CREATE INDEX "ContractCorrection_contractId_idx" ON "ContractCorrection"("contractId");

-- CreateIndex
CREATE UNIQUE INDEX "Target_startsOn_endsOn_measure_key" ON "Target"("startsOn", "endsOn", "measure");

-- CreateIndex
CREATE UNIQUE INDEX "Attachment_storageKey_key" ON "Attachment"("storageKey");

-- CreateIndex
CREATE INDEX "Attachment_entity_entityId_idx" ON "Attachment"("entity", "entityId");

-- CreateIndex
CREATE INDEX "Transition_entity_entityId_occurredAt_idx" ON "Transition"("entity", "entityId", "occurredAt");

-- CreateIndex
CREATE INDEX "AuditEntry_entity_entityId_idx" ON "AuditEntry"("entity", "entityId");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");

-- CreateIndex
CREATE INDEX "AuditEntry_actorId_at_idx" ON "AuditEntry"("actorId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Mail_key_key" ON "Mail"("key");

-- CreateIndex
CREATE UNIQUE INDEX "Mail_messageId_key" ON "Mail"("messageId");

-- CreateIndex
CREATE INDEX "Mail_sentAt_idx" ON "Mail"("sentAt");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccountToken" ADD CONSTRAINT "AccountToken_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_areaKey_fkey" FOREIGN KEY ("areaKey") REFERENCES "Area"("key") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Achievement" ADD CONSTRAINT "Achievement_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AchievementInventor" ADD CONSTRAINT "AchievementInventor_achievementId_fkey" FOREIGN KEY ("achievementId") REFERENCES "Achievement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AchievementInventor" ADD CONSTRAINT "AchievementInventor_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Broker" ADD CONSTRAINT "Broker_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Broker" ADD CONSTRAINT "Broker_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Scenario" ADD CONSTRAINT "Scenario_areaKey_fkey" FOREIGN KEY ("areaKey") REFERENCES "Area"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Scenario" ADD CONSTRAINT "Scenario_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Scenario" ADD CONSTRAINT "Scenario_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Scenario" ADD CONSTRAINT "Scenario_linkedId_fkey" FOREIGN KEY ("linkedId") REFERENCES "Scenario"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScenarioResponsibleUnit" ADD CONSTRAINT "ScenarioResponsibleUnit_scenarioId_fkey" FOREIGN KEY ("scenarioId") REFERENCES "Scenario"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScenarioResponsibleUnit" ADD CONSTRAINT "ScenarioResponsibleUnit_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Need" ADD CONSTRAINT "Need_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Need" ADD CONSTRAINT "Need_areaKey_fkey" FOREIGN KEY ("areaKey") REFERENCES "Area"("key") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NeedConfidential" ADD CONSTRAINT "NeedConfidential_needId_fkey" FOREIGN KEY ("needId") REFERENCES "Need"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConfidentialAccess" ADD CONSTRAINT "ConfidentialAccess_needId_fkey" FOREIGN KEY ("needId") REFERENCES "Need"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NeedQuestion" ADD CONSTRAINT "NeedQuestion_needId_fkey" FOREIGN KEY ("needId") REFERENCES "Need"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NeedQuestion" ADD CONSTRAINT "NeedQuestion_askerId_fkey" FOREIGN KEY ("askerId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Criterion" ADD CONSTRAINT "Criterion_needId_fkey" FOREIGN KEY ("needId") REFERENCES "Need"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_needId_fkey" FOREIGN KEY ("needId") REFERENCES "Need"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_scenarioId_fkey" FOREIGN KEY ("scenarioId") REFERENCES "Scenario"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_matchId_fkey" FOREIGN KEY ("matchId") REFERENCES "Match"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_submitterId_fkey" FOREIGN KEY ("submitterId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_brokerId_fkey" FOREIGN KEY ("brokerId") REFERENCES "Broker"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationEvidence" ADD CONSTRAINT "ApplicationEvidence_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationEvidence" ADD CONSTRAINT "ApplicationEvidence_criterionId_fkey" FOREIGN KEY ("criterionId") REFERENCES "Criterion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationScore" ADD CONSTRAINT "ApplicationScore_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationScore" ADD CONSTRAINT "ApplicationScore_criterionId_fkey" FOREIGN KEY ("criterionId") REFERENCES "Criterion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationPhase" ADD CONSTRAINT "ApplicationPhase_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Match" ADD CONSTRAINT "Match_needId_fkey" FOREIGN KEY ("needId") REFERENCES "Need"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Match" ADD CONSTRAINT "Match_scenarioId_fkey" FOREIGN KEY ("scenarioId") REFERENCES "Scenario"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Match" ADD CONSTRAINT "Match_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Match" ADD CONSTRAINT "Match_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Match" ADD CONSTRAINT "Match_achievementId_fkey" FOREIGN KEY ("achievementId") REFERENCES "Achievement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Match" ADD CONSTRAINT "Match_brokerId_fkey" FOREIGN KEY ("brokerId") REFERENCES "Broker"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Match" ADD CONSTRAINT "Match_accompaniedBy_fkey" FOREIGN KEY ("accompaniedBy") REFERENCES "Broker"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contract" ADD CONSTRAINT "Contract_needId_fkey" FOREIGN KEY ("needId") REFERENCES "Need"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contract" ADD CONSTRAINT "Contract_scenarioId_fkey" FOREIGN KEY ("scenarioId") REFERENCES "Scenario"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contract" ADD CONSTRAINT "Contract_matchId_fkey" FOREIGN KEY ("matchId") REFERENCES "Match"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contract" ADD CONSTRAINT "Contract_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contract" ADD CONSTRAINT "Contract_brokerId_fkey" FOREIGN KEY ("brokerId") REFERENCES "Broker"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contract" ADD CONSTRAINT "Contract_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Contract"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContractParty" ADD CONSTRAINT "ContractParty_contractId_fkey" FOREIGN KEY ("contractId") REFERENCES "Contract"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContractParty" ADD CONSTRAINT "ContractParty_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContractAmountHistory" ADD CONSTRAINT "ContractAmountHistory_contractId_fkey" FOREIGN KEY ("contractId") REFERENCES "Contract"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContractCorrection" ADD CONSTRAINT "ContractCorrection_contractId_fkey" FOREIGN KEY ("contractId") REFERENCES "Contract"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_uploadedById_fkey" FOREIGN KEY ("uploadedById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

