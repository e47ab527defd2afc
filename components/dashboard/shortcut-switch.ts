const KEY = "dateline-shortcuts";

/** Whether single keys act; on unless the reader switched them off in this browser. */
export function areShortcutsOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    // Storage may be forbidden; the keys then work as they do at first.
    return true;
  }
}

/** Remembers the choice in this browser; where storage is forbidden it holds for nothing. */
export function switchShortcuts(isOn: boolean): void {
  try {
    localStorage.setItem(KEY, isOn ? "on" : "off");
  } catch {
    // Nothing is lost but the memory of it.
  }
}
