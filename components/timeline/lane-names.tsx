import { CATEGORY_COLOURS, CATEGORY_LABELS } from "@/components/ui/labels";
import { CATEGORIES } from "@/core/record/vocabulary";
import styles from "./lanes.module.css";
import { AXIS_HEIGHT, type LanesLayout, ROW_HEIGHT } from "./lanes-layout";

/** The lanes' names, each at the height of its first row. */
export function LaneNames({ layout }: { layout: LanesLayout | null }) {
  return (
    <div className={styles.names}>
      {layout?.plan.keys.map((key, i) => {
        const category = CATEGORIES.find((one) => one === key);
        const name = layout.plan.toName(key) ?? (category ? CATEGORY_LABELS[category] : key);
        const top = AXIS_HEIGHT + (layout.firstRows[i] ?? 0) * ROW_HEIGHT;
        return (
          <p key={key} className={styles.name} style={{ top, height: ROW_HEIGHT }} title={name}>
            {category && (
              <span className={styles.swatch} style={{ background: CATEGORY_COLOURS[category] }} />
            )}
            {name}
          </p>
        );
      })}
    </div>
  );
}
