import { SEGMENT_KEYS, SEGMENTS, type SegmentKey } from "#app/charts/spec.ts";
import { LEVEL_NAMES } from "./filters.ts";

const MARKS: Partial<Record<"diagonal" | "dots" | "hatch", string>> = {
  diagonal: "M2 14L14 2M10 14L22 2M-6 14L6 2",
  dots: "M4 4h.1M10 4h.1M16 4h.1M4 10h.1M10 10h.1M16 10h.1",
  hatch: "M0 10L10 0M4 14L18 0M12 14L22 4",
};

/** A piece of a bar: fill and pattern as the chart draws them, so that it is found in black and white too. */
function Swatch({ of }: { of: SegmentKey }) {
  const { fill, pattern, stroke } = SEGMENTS[of];
  const lines = pattern && MARKS[pattern];
  return (
    <svg className="swatch" width="20" height="14" viewBox="0 0 20 14" aria-hidden="true" focusable="false">
      <rect x="0.5" y="0.5" width="19" height="13" fill={fill} stroke={stroke} />
      {lines && (
        <path
          d={lines}
          stroke={pattern === "diagonal" ? "#1A2126" : pattern === "dots" ? "#5F6B76" : "#808C98"}
          strokeWidth={pattern === "dots" ? 2 : 1.2}
          strokeLinecap="round"
        />
      )}
    </svg>
  );
}

/** What the segments of a bar of levels mean, in words, above the bars. */
export const LevelLegend = () => (
  <ul className="legend">
    {SEGMENT_KEYS.map((key) => (
      <li key={key}>
        <Swatch of={key} /> {LEVEL_NAMES[key]}
        {key === "T" && " (T), di luar hitungan"}
      </li>
    ))}
  </ul>
);
