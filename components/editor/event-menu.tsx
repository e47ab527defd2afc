"use client";

import { useContext } from "react";
import { AdjustNote } from "@/components/adjust/adjust-note";
import { Icon } from "@/components/ui/icon";
import { Popover } from "@/components/ui/popover";
import type { Reading } from "@/core/record/reading";
import { EditingContext, type EventTask } from "./editing-context";
import { EditorContext } from "./editor-context";
import styles from "./event-menu.module.css";

type Props = {
  readonly reading: Reading;
  /** Of the buttons beside which it stands. */
  readonly className: string | undefined;
};

/** What may be done to the event that is read. */
export default function EventMenu({ reading, className }: Props) {
  const editing = useContext(EditingContext);
  const isProposing = useContext(EditorContext)?.isProposing ?? false;
  const { slug } = reading.event;
  if (editing === null) return null;
  const { begin, adjusted, adjust } = editing;
  return (
    <>
      {adjusted !== slug && !isProposing && (
        <button
          type="button"
          className={className}
          title="Drag its dates on the timeline, and its mark on the map"
          onClick={() => adjust(slug)}
        >
          Adjust
        </button>
      )}
      <button type="button" className={className} onClick={() => begin({ kind: "edit", event: slug })}>
        Edit
      </button>
      <Popover
        name="More to do"
        align="end"
        className={className}
        label={
          <>
            More <Icon name="down" />
          </>
        }
      >
        {(close) =>
          toItems(slug, isProposing).map(({ label, task }) => (
            <button
              key={task.kind}
              type="button"
              className={styles.item}
              onClick={() => {
                close();
                begin(task);
              }}
            >
              {label}
            </button>
          ))
        }
      </Popover>
      {adjusted === slug && <AdjustNote reading={reading} />}
    </>
  );
}

type Item = { readonly label: string; readonly task: EventTask };

function toItems(event: string, isProposing: boolean): readonly Item[] {
  const items: readonly Item[] = [
    { label: "Merge with…", task: { kind: "merge", event } },
    { label: "Split…", task: { kind: "split", event } },
    { label: "Move a passage…", task: { kind: "move", event } },
    { label: "History", task: { kind: "history", event } },
    { label: isProposing ? "Propose to delete…" : "Delete", task: { kind: "delete", event } },
  ];
  return isProposing ? items.filter(({ task }) => PROPOSABLE.includes(task.kind)) : items;
}

const PROPOSABLE: readonly EventTask["kind"][] = ["history", "delete"];
