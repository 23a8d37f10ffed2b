import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  changePassword,
  hasTotp,
  offerTotp,
  turnTotpOff,
  turnTotpOn,
} from "#app/server/accounts/own.server.ts";
import { SHORTEST } from "#app/server/accounts/password-rules.ts";
import { endSession, listSessions, logOutEverywhere } from "#app/server/accounts/sessions.server.ts";
import type { Viewer } from "#app/server/accounts/viewer.ts";
import { database } from "#app/server/database.server.ts";
import { forbidden } from "#app/server/errors.ts";
import { sessionCookie } from "#app/server/http/session-cookie.ts";
import { PasswordForm } from "#app/ui/accounts/PasswordForm.tsx";
import { SessionList } from "#app/ui/accounts/SessionList.tsx";
import { type Offer, TotpForm } from "#app/ui/accounts/TotpForm.tsx";
import { ErrorSummary, type FieldError } from "#app/ui/ErrorSummary.tsx";
import { useFace } from "#app/ui/face.ts";
import { field } from "#app/ui/form.ts";
import { paths } from "#app/ui/links.ts";
import { Page } from "#app/ui/Page.tsx";
import { queryOf } from "#app/ui/request.ts";

export { accountHeaders as headers } from "#app/ui/accounts/headers.ts";

/** What was done, by the word that the address carries after it. */
const DONE: Record<string, string> = {
  sandi: "Kata sandi Anda sudah diganti. Sesi lain sudah dikeluarkan.",
  sesi: "Sesi yang Anda pilih sudah dikeluarkan.",
  "kode-aktif": "Verifikasi dua langkah aktif. Saat masuk, Anda akan diminta kodenya.",
  "kode-mati": "Verifikasi dua langkah tidak lagi dipakai.",
};

const known = (viewer: Viewer | null): Viewer => {
  if (!viewer) throw forbidden();
  return viewer;
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = known(context.viewer);
  return {
    title: "Akun Anda",
    username: viewer.username,
    mustChange: viewer.mustChange,
    totp: await hasTotp(database(), viewer),
    sessions: await listSessions(database(), viewer),
    done: DONE[queryOf(request).get("selesai") ?? ""] ?? null,
  };
}

interface Said {
  errors: FieldError[];
  offer: Offer | null;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = known(context.viewer);
  const db = database();
  const form = await request.formData();
  const after = (done: string, headers: Record<string, string> = {}) =>
    redirect(`${paths.akun()}?selesai=${done}`, { status: 303, headers });
  const refuse = (errors: FieldError[], offer: Offer | null = null) =>
    data<Said>({ errors, offer }, { status: 400 });
  const doing = field(form, "tindakan");
  if (doing === "sandi") {
    const changed = await changePassword(db, viewer, {
      current: field(form, "sandi"),
      next: field(form, "baru"),
      again: field(form, "ulang"),
      agent: request.headers.get("User-Agent") ?? "",
    });
    if ("problems" in changed) return refuse(changed.problems);
    return after("sandi", { "Set-Cookie": sessionCookie(changed.done.token, context.secure) });
  }
  // A password that somebody else knows opens nothing but its own change.
  if (viewer.mustChange) throw redirect(paths.akun(), 303);
  if (doing === "sesi") {
    await endSession(db, viewer, field(form, "sesi"));
    return after("sesi");
  }
  if (doing === "sesi-lain") {
    await logOutEverywhere(db, viewer, { except: true });
    return after("sesi");
  }
  if (doing === "kode-siapkan") return data<Said>({ errors: [], offer: offerTotp(viewer) });
  const current = field(form, "sandi-kode");
  if (doing === "kode-pakai") {
    const secret = field(form, "kunci");
    const on = await turnTotpOn(db, viewer, { secret, code: field(form, "kode"), current });
    return "problems" in on ? refuse(on.problems, offerTotp(viewer, secret)) : after("kode-aktif");
  }
  if (doing === "kode-lepas") {
    const off = await turnTotpOff(db, viewer, current);
    return "problems" in off ? refuse(off.problems) : after("kode-mati");
  }
  throw forbidden();
}

export default function Account() {
  const { username, mustChange, totp, sessions, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { person } = useFace();
  const errors = answer?.errors ?? [];
  return (
    <Page
      h1={mustChange ? "Ganti kata sandi Anda sebelum melanjutkan" : "Akun Anda"}
      section={paths.akun()}
      crumbs={[{ name: "Dasbor", path: paths.dasbor() }, { name: "Akun Anda" }]}
      scope={`Nama pengguna ${username}; ${person?.roles ?? ""}.`}
    >
      <ErrorSummary errors={errors} />
      {done && !answer && (
        <div className="done" role="status">
          <p>{done}</p>
        </div>
      )}
      {mustChange && (
        <p>
          Kata sandi ini dibuatkan oleh orang lain. Halaman lain terbuka setelah Anda memilih kata sandi
          sendiri.
        </p>
      )}
      <PasswordForm action={paths.akun()} errors={errors} shortest={SHORTEST} username={username} current />
      {!mustChange && (
        <>
          <TotpForm action={paths.akun()} errors={errors} on={totp} offer={answer?.offer ?? null} />
          <SessionList action={paths.akun()} logout={paths.keluar()} sessions={sessions} />
        </>
      )}
    </Page>
  );
}
