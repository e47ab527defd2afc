import type { ReactNode } from "react";
import form from "@/components/editor/form.module.css";
import { CopyButton } from "@/components/ui/copy-button";
import rows from "./rows.module.css";

type Props = {
  readonly text: string;
  /** What the button that copies it is called. */
  readonly label: string;
  readonly children: ReactNode;
};

/** What is shown this one time, to be kept elsewhere. */
export function OnceShown({ text, label, children }: Props) {
  return (
    <div className={form.notice} role="status">
      <p>{children}</p>
      <code className={rows.secret}>{text}</code>
      <CopyButton text={text} label={label} className={form.plain} />
    </div>
  );
}
