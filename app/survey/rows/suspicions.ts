import type { Profile } from "../model.ts";

/** Signs that answers were not given one by one by different people. Working thresholds of ours (batas kerja). */
const BURST_MINUTES = 5;
const BURST_COUNT = 10;
const SHARE = 0.2;
const NIGHT_COUNT = 5;
const NIGHT_SHARE = 0.2;
const PROFILE_COUNT = 5;
const PROFILE_SHARE = 0.3;
const MAX_KEYS = 200_000;

/** Gathers when answers came in and from whom; memory does not grow with the rows. */
export class Suspicions {
  readonly #minutes = new Map<number, number>();
  readonly #profiles = new Map<string, number>();
  #timed = 0;
  #night = 0;
  #profiled = 0;

  add(date: string | null, time: string | null, profile: Profile): void {
    if (date && time) {
      this.#timed++;
      const hour = Number(time.slice(0, 2));
      if (hour >= 22 || hour < 5) this.#night++;
      bump(this.#minutes, Date.parse(`${date}T${time.slice(0, 5)}:00Z`) / 60_000);
    }
    const { sex, age, education, occupation } = profile;
    const said = (sex ? 1 : 0) + (age ? 1 : 0) + (education ? 1 : 0) + (occupation ? 1 : 0);
    if (date && said >= 3) {
      this.#profiled++;
      bump(this.#profiles, `${sex ?? ""}|${age ?? ""}|${education ?? ""}|${occupation ?? ""}`);
    }
  }

  /** Most submissions within five minutes, and how many came at night (22.00 to 5.00). */
  burst(): { within: number; night: number; timed: number } | null {
    const minutes = [...this.#minutes.keys()].sort((a, b) => a - b);
    let within = 0;
    let sum = 0;
    let from = 0;
    for (const minute of minutes) {
      sum += this.#minutes.get(minute) as number;
      while ((minutes[from] as number) <= minute - BURST_MINUTES)
        sum -= this.#minutes.get(minutes[from++] as number) as number;
      within = Math.max(within, sum);
    }
    const fast = within >= BURST_COUNT && within >= this.#timed * SHARE;
    const late = this.#night >= NIGHT_COUNT && this.#night >= this.#timed * NIGHT_SHARE;
    return fast || late
      ? { within: fast ? within : 0, night: late ? this.#night : 0, timed: this.#timed }
      : null;
  }

  /** Respondents who share one full profile (at least three of sex, age, education, occupation). */
  identicalProfile(): { n: number; of: number } | null {
    const n = Math.max(0, ...this.#profiles.values());
    return n >= PROFILE_COUNT && n >= this.#profiled * PROFILE_SHARE ? { n, of: this.#profiled } : null;
  }
}

const bump = <Key>(map: Map<Key, number>, key: Key): void => {
  const known = map.get(key);
  if (known !== undefined) map.set(key, known + 1);
  else if (map.size < MAX_KEYS) map.set(key, 1);
};
