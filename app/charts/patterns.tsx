/** Patterns by which fills are told apart in black and white. chartSvg makes their ids unique on the page. */
export const PATTERN_IDS = ["diagonal", "dots", "hatch"] as const;

export const PATTERNS = (
  <defs>
    <pattern id="diagonal" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="1" height="6" fill="#1A2126" />
    </pattern>
    <pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse">
      <circle cx="3" cy="3" r="0.8" fill="#5F6B76" />
    </pattern>
    <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="1.5" height="6" fill="#808C98" />
    </pattern>
  </defs>
);
