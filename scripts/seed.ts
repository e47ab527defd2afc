import { runCommand } from "./command";

await runCommand(async (url) => {
  const { seedDemo } = await import("./seed-demo");
  const isSeeded = await seedDemo(url);
  process.stdout.write(
    isSeeded ? "The demo dossier is loaded.\n" : "There are dossiers already; nothing was changed.\n",
  );
  return 0;
});
