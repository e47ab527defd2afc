import { describe, expect, it } from "vitest";
import { checkPassword } from "./check-password";

const WHO = { name: "Ana Lopes", email: "ana.lopes@desk.example" };
const check = (password: string) => () => checkPassword("password", password, WHO);

describe("a password", () => {
  it.each([
    ...[
      "password",
      "Password1!",
      "PASSWORD2024",
      "qwertyuiop",
      "12345678",
      "87654321",
      "aaaaaaaa",
      "abababab",
    ],
    ...["abcdefgh", "iloveyou", "dateline", "newsroom7", "ana lopes", "ana.lopes@desk.example", "Ana.Lopes"],
  ])("may not be %s", (password) => {
    expect(check(password)).toThrow("among the first");
  });

  it.each(["correct horse battery", "wörter ohne sinn", "Tr0ub4dor&3", "🌊🌊🌋🐙 boat", "passwords are odd"])(
    "may be %s",
    (password) => {
      expect(check(password)).not.toThrow();
    },
  );
});
