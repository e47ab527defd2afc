import { isOwnMachine } from "./own-machine";

/** Whether somebody who sends these headers may change things, and so sees what is kept from other readers. */
export function mayWrite(headers: Headers): boolean {
  return isOwnMachine(headers);
}
