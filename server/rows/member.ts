/** The value as a member of the vocabulary; throws if the database holds a word that this program does not know. */
export function toMember<T extends string>(
  column: string,
  vocabulary: readonly T[],
  value: string | null,
): T {
  const member = vocabulary.find((known) => known === value);
  if (member === undefined) {
    throw new Error(`Column ${column} holds “${value}”; known are ${vocabulary.join(", ")}.`);
  }
  return member;
}
