/** "1 event", "5 events" */
export function countWords(count: number, one: string): string {
  return `${count} ${count === 1 ? one : `${one}s`}`;
}
