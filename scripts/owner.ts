import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { runCommand } from "./command";

// Makes an account that may do everything, or gives one that is there another password: three lines, asked for or
// piped in. The way back in for whoever runs the program and lost their password.
const [name, email, password] = await readAnswers([
  "Name: ",
  "E-mail: ",
  "Password (at least 8 characters): ",
]);

await runCommand(async (url) => {
  // Only now is the generated client sure to be there.
  const { makeOwner } = await import("@/server/commands/make-owner");
  const { createDatabase } = await import("@/server/db");
  const db = createDatabase(url);
  try {
    const outcome = await makeOwner(db, { name, email, password });
    if (outcome.kind === "refused") {
      process.stderr.write(`${outcome.reasons.join("\n")}\n`);
      return 2;
    }
    process.stdout.write(
      outcome.kind === "made"
        ? `Made the account ${outcome.email}, which may do everything.\n`
        : `The account ${outcome.email} has another password and may do everything; its sessions have ended.\n`,
    );
    return 0;
  } finally {
    await db.$disconnect();
  }
});

async function readAnswers(questions: readonly [string, string, string]): Promise<[string, string, string]> {
  const isAsking = process.stdin.isTTY;
  let isHidden = false;
  const output = new Writable({
    write(chunk: Buffer, _, done) {
      if (!isHidden) process.stderr.write(chunk);
      done();
    },
  });
  const lines = createInterface({ input: process.stdin, output, terminal: isAsking });
  const read = lines[Symbol.asyncIterator]();
  const answers: string[] = [];
  for (const [index, question] of questions.entries()) {
    if (isAsking) process.stderr.write(question);
    // A password is not shown while it is typed.
    isHidden = index === questions.length - 1;
    const { value, done } = await read.next();
    answers.push(done ? "" : value);
  }
  if (isAsking) process.stderr.write("\n");
  lines.close();
  const [first = "", second = "", third = ""] = answers;
  return [first, second, third];
}
