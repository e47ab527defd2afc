import { Field } from "@/components/editor/field";
import { useEarlyInput } from "@/components/ui/hydration";

type Props = {
  readonly label: string;
  readonly type: "text" | "email" | "password";
  /** By what a browser's own keeper of passwords knows it. */
  readonly autoComplete: "name" | "username" | "current-password" | "new-password";
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly fault?: string | undefined;
  readonly hint?: string;
  readonly maxLength?: number;
};

/** A line of a form about an account. */
export function TextInput({ label, fault, hint, onChange, ...rest }: Props) {
  const input = useEarlyInput<HTMLInputElement>(onChange);
  return (
    <Field label={label} fault={fault} hint={hint}>
      {(control) => (
        <input
          {...control}
          {...rest}
          ref={input}
          autoCapitalize={rest.type === "text" ? "words" : "none"}
          spellCheck={false}
          required
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
