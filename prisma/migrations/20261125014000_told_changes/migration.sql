-- The page of a dossier's changes shows an import as one entry; the index holds what it shows. Among a million entries of
-- imported events, all were read to find the fifty.
create index "revision_told_idx" on "revision" ("dossierId", "id")
where ("subjectKind" in ('dossier', 'source', 'event') or ("subjectKind" = 'passage' and "kind" = 'changed'))
  and ("kind" <> 'imported' or "subjectKind" = 'dossier');
