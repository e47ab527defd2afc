-- Who may do what: accounts with their sessions, who belongs to a dossier and as what, who sees a dossier at all, and a
-- record of what concerns safety. The names of columns in "user", "session", "credential" and "verification" are those
-- that the library for sessions gives them. These tables are global and small; only "member" belongs to a dossier, and
-- refers to no account by a key, or it could not be spread with it.

alter table "dossier"
  add column "visibility" text not null default 'public',
  add constraint "dossier_visibility_check" check ("visibility" in ('public', 'unlisted', 'private'));

alter table "revision" add column "authorId" uuid;

create table "user" (
  "id" uuid not null,
  "name" text not null,
  "email" text not null,
  "emailVerified" boolean not null default false,
  "image" text,
  "isAdministrator" boolean not null default false,
  "createdAt" timestamptz(3) not null default current_timestamp,
  "updatedAt" timestamptz(3) not null default current_timestamp,

  constraint "user_pkey" primary key ("id"),
  constraint "user_name_check" check (char_length("name") between 1 and 100),
  constraint "user_email_check" check ("email" = lower("email") and "email" ~ '^[^[:space:]@]+@[^[:space:]@]+$' and char_length("email") <= 254)
);

create table "session" (
  "id" uuid not null,
  "userId" uuid not null,
  "token" text not null,
  "expiresAt" timestamptz(3) not null,
  "ipAddress" text,
  "userAgent" text,
  "createdAt" timestamptz(3) not null default current_timestamp,
  "updatedAt" timestamptz(3) not null default current_timestamp,

  constraint "session_pkey" primary key ("id")
);

-- By what somebody shows who they are: a password, later also an account elsewhere.
create table "credential" (
  "id" uuid not null,
  "userId" uuid not null,
  "providerId" text not null,
  "accountId" text not null,
  "password" text,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz(3),
  "refreshTokenExpiresAt" timestamptz(3),
  "scope" text,
  "createdAt" timestamptz(3) not null default current_timestamp,
  "updatedAt" timestamptz(3) not null default current_timestamp,

  constraint "credential_pkey" primary key ("id")
);

create table "verification" (
  "id" uuid not null,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz(3) not null,
  "createdAt" timestamptz(3) not null default current_timestamp,
  "updatedAt" timestamptz(3) not null default current_timestamp,

  constraint "verification_pkey" primary key ("id")
);

create table "member" (
  "dossierId" uuid not null,
  "userId" uuid not null,
  "role" text not null,
  "since" timestamptz(3) not null default current_timestamp,

  constraint "member_pkey" primary key ("dossierId", "userId"),
  constraint "member_role_check" check ("role" in ('reader', 'contributor', 'editor', 'owner'))
);

-- The link of this start by which the first account is made; only its hash is kept.
create table "setup_token" (
  "hash" text not null,
  "madeAt" timestamptz(3) not null default current_timestamp,

  constraint "setup_token_pkey" primary key ("hash"),
  constraint "setup_token_hash_check" check ("hash" ~ '^[0-9a-f]{64}$')
);

-- Attempts that failed, for as long as they count. `key` is a hash of what was tried, and from where.
create table "failed_attempt" (
  "id" uuid not null,
  "key" text not null,
  "at" timestamptz(3) not null,

  constraint "failed_attempt_pkey" primary key ("id")
);

-- Only ever added to. `userId` and `dossierId` are no keys: an entry outlasts what it is about.
create table "audit_entry" (
  "id" uuid not null,
  "at" timestamptz(3) not null,
  "kind" text not null,
  "userId" uuid,
  "dossierId" uuid,
  "address" text,
  "detail" jsonb not null,

  constraint "audit_entry_pkey" primary key ("id"),
  constraint "audit_entry_kind_check" check ("kind" in ('owner-made', 'signed-in', 'sign-in-failed', 'signed-out', 'signed-out-everywhere', 'password-changed', 'password-change-failed', 'visibility-changed', 'role-changed', 'exported'))
);

create unique index "user_email_key" on "user" ("email");
create unique index "session_token_key" on "session" ("token");
create index "session_userId_idx" on "session" ("userId");
create unique index "credential_providerId_accountId_key" on "credential" ("providerId", "accountId");
create index "credential_userId_idx" on "credential" ("userId");
create index "verification_identifier_idx" on "verification" ("identifier");
create index "member_userId_idx" on "member" ("userId");
create index "failed_attempt_key_at_idx" on "failed_attempt" ("key", "at");
create index "audit_entry_at_idx" on "audit_entry" ("at");
create index "audit_entry_dossierId_at_idx" on "audit_entry" ("dossierId", "at");

alter table "session" add constraint "session_userId_fkey" foreign key ("userId") references "user" ("id") on delete cascade on update restrict;
alter table "credential" add constraint "credential_userId_fkey" foreign key ("userId") references "user" ("id") on delete cascade on update restrict;
alter table "member" add constraint "member_dossierId_fkey" foreign key ("dossierId") references "dossier" ("id") on delete restrict on update restrict;
