import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { logOut, logOutEverywhere } from "#app/server/accounts/sessions.server.ts";
import { database } from "#app/server/database.server.ts";
import { endedCookie } from "#app/server/http/session-cookie.ts";
import { field } from "#app/ui/form.ts";
import { paths } from "#app/ui/links.ts";

/** Logging out is a form: an address that is merely opened changes nothing. */
export const loader = () => redirect(paths.dasbor(), 303);

export async function action({ request, context }: ActionFunctionArgs) {
  const everywhere = field(await request.formData(), "semua") === "1";
  if (context.viewer) await (everywhere ? logOutEverywhere : logOut)(database(), context.viewer);
  return redirect(paths.dasbor(), { status: 303, headers: { "Set-Cookie": endedCookie(context.secure) } });
}
