import { Sign } from "./signs.tsx";

/** What the two fills of a chart mean, in words, above the bars. */
export const AbsenceLegend = () => (
  <ul className="legend">
    <li>
      <Sign of="0" quiet /> tidak ada
    </li>
    <li>
      <Sign of="T" quiet /> tidak terbaca (T), di luar hitungan
    </li>
  </ul>
);
