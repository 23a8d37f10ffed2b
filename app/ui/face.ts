import { useRouteLoaderData } from "@remix-run/react";
import { useContext } from "react";
import { AnswerContext, type Face, NOBODY } from "./answer.ts";

/** Who reads this page: on the server from the answer itself, in the browser from the data of the frame. */
export function useFace(): Face {
  const { face } = useContext(AnswerContext);
  const frame = useRouteLoaderData<{ face: Face }>("root");
  return face ?? frame?.face ?? NOBODY;
}
