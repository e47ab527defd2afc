import { useEffect, useId, useState } from "react";
import { Field } from "./field";

type Props = {
  readonly value: string;
  readonly onChange: (zone: string) => void;
  readonly fault?: string | undefined;
};

/** A time zone by its name, with every name that this browser knows to choose from. */
export function ZoneField({ value, onChange, fault }: Props) {
  const [zones, setZones] = useState<readonly string[]>([]);
  const list = useId();

  // Not on the server, whose names need not be the browser's.
  useEffect(() => setZones(["UTC", ...Intl.supportedValuesOf("timeZone")]), []);

  return (
    <Field
      label="Time zone"
      hint="In which the timeline is shown. Events keep the clocks of their own places."
      fault={fault}
    >
      {(control) => (
        <>
          <input
            {...control}
            type="text"
            list={list}
            value={value}
            required
            autoComplete="off"
            spellCheck={false}
            onChange={({ target }) => onChange(target.value)}
          />
          <datalist id={list}>
            {zones.map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
