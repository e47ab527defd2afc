-- Invitations into a dossier, keys by which programs act as an account, and when a session was last of use. Of a link and
-- of a key only the hash is kept. An invitation that was used or taken back is gone; what happened to it is in the audit.
-- Documents that wait for their source are known by the account that brought them: names are not unique.

create table "invitation" (
  "dossierId" uuid not null,
  "id" uuid not null,
  "hash" text not null,
  "role" text not null,
  "madeBy" text not null,
  "madeAt" timestamptz(3) not null,
  "expiresAt" timestamptz(3) not null,

  constraint "invitation_pkey" primary key ("dossierId", "id"),
  constraint "invitation_role_check" check ("role" in ('reader', 'contributor', 'editor', 'owner')),
  constraint "invitation_hash_check" check ("hash" ~ '^[0-9a-f]{64}$')
);

-- `dossierId` is no key: a key that is bound to a dossier which is not there opens nothing.
create table "api_key" (
  "id" uuid not null,
  "userId" uuid not null,
  "name" text not null,
  "prefix" text not null,
  "hash" text not null,
  "scope" text not null,
  "dossierId" uuid,
  "madeAt" timestamptz(3) not null,
  "expiresAt" timestamptz(3),
  "usedAt" timestamptz(3),

  constraint "api_key_pkey" primary key ("id"),
  constraint "api_key_name_check" check (char_length("name") between 1 and 100),
  constraint "api_key_scope_check" check ("scope" in ('read', 'write')),
  constraint "api_key_prefix_check" check ("prefix" ~ '^[0-9A-Za-z]{8}$'),
  constraint "api_key_hash_check" check ("hash" ~ '^[0-9a-f]{64}$')
);

alter table "document" add column "authorId" uuid;

alter table "session" add column "seenAt" timestamptz(3);

alter table "audit_entry"
  drop constraint "audit_entry_kind_check",
  add constraint "audit_entry_kind_check" check ("kind" in ('owner-made', 'account-made', 'signed-in', 'sign-in-failed', 'signed-out', 'signed-out-everywhere', 'session-ended', 'password-changed', 'password-change-failed', 'visibility-changed', 'role-changed', 'invited', 'invitation-revoked', 'key-made', 'key-revoked', 'exported'));

create index "invitation_hash_idx" on "invitation" ("hash");
create unique index "api_key_prefix_key" on "api_key" ("prefix");
create index "api_key_userId_idx" on "api_key" ("userId");

alter table "invitation" add constraint "invitation_dossierId_fkey" foreign key ("dossierId") references "dossier" ("id") on delete restrict on update restrict;
alter table "api_key" add constraint "api_key_userId_fkey" foreign key ("userId") references "user" ("id") on delete cascade on update restrict;
