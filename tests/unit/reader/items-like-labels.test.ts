import { expect, it } from "vitest";
import { featuresOf } from "#app/reader/assign/features.ts";
import { profilesOf } from "#app/reader/assign/profile.ts";
import { tokenise } from "#app/reader/rows/index.ts";

const columnOf = (lines: readonly string[]): number | undefined =>
  profilesOf(featuresOf(tokenise(lines)))[0]?.labelColumn;

it("learns where labels stand from numbered labels, not from items that begin with the words of one", () => {
  const labels = ["1.\tPersyaratan", "2.\tProsedur", "3.\tEvaluasi Kinerja"];
  expect(columnOf(labels)).toBe(1);
  const items = ["a.\tPersyaratan dibawa oleh pengayuh", "b.\tEvaluasi atas kritik yang masuk"];
  expect(columnOf(items)).toBeUndefined();
});
