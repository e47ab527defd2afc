import { FieldError } from "@/core/record/field-error";

// What guessing begins with, of the passwords that are long enough; small, since the rules below catch their variants.
const COMMON = new Set(
  (
    "password passwort passw0rd p@ssword p@ssw0rd motdepasse contraseña iloveyou sunshine princess football baseball " +
    "superman starwars whatever trustno1 letmein1 welcome1 monkey123 dragon123 qwertyuiop asdfghjkl zxcvbnm1 " +
    "1q2w3e4r 1qaz2wsx qazwsxedc q1w2e3r4 abcd1234 abc12345 changeme administrator computer internet michelle " +
    "jennifer corvette mercedes newsroom journalist dateline"
  ).split(" "),
);
const ROWS = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "qwertzuiop",
];

/** Throws a FieldError for `field` if a password is among the first that anybody would try. */
export function checkPassword(
  field: string,
  password: string,
  { name, email }: { readonly name: string; readonly email: string },
): void {
  const plain = password.toLowerCase();
  // "Password2024!" is no better than "password".
  const stem = plain.replace(/[\d\W_]+$/u, "");
  const own = [name, email, email.split("@")[0] ?? ""].map((text) => text.toLowerCase());
  const isCommon =
    COMMON.has(plain) || COMMON.has(stem) || own.includes(plain) || new Set(plain).size <= 2 || isRow(plain);
  if (isCommon) throw new FieldError(field, "This password is among the first that anybody would try.");
}

function isRow(plain: string): boolean {
  return ROWS.some(
    (row) => (row + row).includes(plain) || [...row, ...row].toReversed().join("").includes(plain),
  );
}
