import { FieldError } from "@/core/record/field-error";
import { Refusal } from "./refusal";

/** Runs `work`; what is wrong with a field is told as a fault of the request. */
export async function orFault<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof FieldError ? toFault(error.field, error.message) : error;
  }
}

/** A Refusal for one value of a request. */
export function toFault(parameter: string, reason: string): Refusal {
  return new Refusal(422, "The request has faults.", [{ parameter, value: null, reason }]);
}
