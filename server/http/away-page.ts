/**
 * The page in place of any that needs the database while it is away, in HTML. It stands on nothing that could fail
 * with the rest: no stylesheet, and of other files only the icon. Its script, which bears the nonce, loads the page again once the
 * program is ready; without scripts there is the link.
 */
export function toAwayPage(nonce: string, theme: "light" | "dark" | null): string {
  const scheme = theme ?? "light dark";
  return `<!doctype html>
<html lang="en" style="color-scheme: ${scheme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="/icon.svg">
<title>The database is away · Dateline</title>
<script nonce="${nonce}">
setInterval(() => fetch("/readyz").then(({ ok }) => ok && location.reload(), () => {}), ${RETRY_MS});
</script>
</head>
<body style="max-width: 40rem; margin: 0 auto; padding: 15vh 20px; font: 16px/1.5 system-ui, sans-serif">
<main>
<h1 style="margin: 0 0 12px; font-size: 26px; line-height: 1.2">The database is away</h1>
<p style="margin: 0 0 16px">Nothing is lost: what this page shows is kept there. It is asked again every few seconds,
and the page opens by itself as soon as it answers.</p>
<p style="margin: 0"><a href="">Try again now</a></p>
</main>
</body>
</html>
`;
}

const RETRY_MS = 2000;
