import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formatInstant } from "#app/format/dates.ts";
import { logIn } from "#app/server/accounts/login.server.ts";
import { returnPath } from "#app/server/accounts/return-path.ts";
import { database } from "#app/server/database.server.ts";
import { sessionCookie } from "#app/server/http/session-cookie.ts";
import { ErrorSummary, type FieldError } from "#app/ui/ErrorSummary.tsx";
import { Field } from "#app/ui/Fields.tsx";
import { field } from "#app/ui/form.ts";
import { paths } from "#app/ui/links.ts";
import { Page } from "#app/ui/Page.tsx";
import { queryOf } from "#app/ui/request.ts";

const NAME = "pengguna";

export { accountHeaders as headers } from "#app/ui/accounts/headers.ts";

export const loader = ({ request, context }: LoaderFunctionArgs) => {
  const query = queryOf(request);
  const back = returnPath(query.get("kembali"));
  if (context.viewer) throw redirect(back, 303);
  return { title: "Masuk", back, changed: query.has("sandi-baru"), ended: context.token !== null };
};

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const username = field(form, NAME);
  const login = await logIn(database(), {
    username,
    password: field(form, "sandi"),
    code: field(form, "kode"),
    address: context.address,
    agent: request.headers.get("User-Agent") ?? "",
    token: context.token,
  });
  if (login.kind === "in") {
    const to = login.mustChange ? paths.akun() : returnPath(field(form, "kembali"));
    return redirect(to, {
      status: 303,
      headers: { "Set-Cookie": sessionCookie(login.token, context.secure) },
    });
  }
  const message =
    login.kind === "wrong"
      ? "Nama pengguna, kata sandi, atau kode tidak cocok. Periksa, lalu coba lagi."
      : `Terlalu banyak percobaan masuk. Coba lagi setelah ${formatInstant(login.until, "WIB")}, atau hubungi admin.`;
  const errors: FieldError[] = [{ field: NAME, message }];
  return data({ errors, username }, { status: login.kind === "wrong" ? 400 : 429 });
}

export default function LogIn() {
  const { back, changed, ended } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors = answer?.errors ?? [];
  return (
    <Page
      h1="Masuk ke Tolok"
      section={paths.masuk()}
      crumbs={[{ name: "Dasbor", path: paths.dasbor() }, { name: "Masuk" }]}
    >
      <ErrorSummary errors={errors} />
      {changed && (
        <div className="done" role="status">
          <p>Kata sandi baru tersimpan. Masuklah dengan kata sandi itu.</p>
        </div>
      )}
      {ended && errors.length === 0 && !changed && (
        <div className="notice" role="status">
          <p>Sesi Anda berakhir. Masuk kembali untuk melanjutkan.</p>
        </div>
      )}
      <form method="post" action={paths.masuk()} className="wizard-form">
        <input type="hidden" name="kembali" value={back} />
        <Field id={NAME} label="Nama pengguna" errors={errors}>
          {(attributes) => (
            <input
              {...attributes}
              type="text"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              required
              maxLength={100}
              defaultValue={answer?.username}
            />
          )}
        </Field>
        <Field id="sandi" label="Kata sandi" errors={errors}>
          {(attributes) => (
            <input {...attributes} type="password" autoComplete="current-password" required maxLength={400} />
          )}
        </Field>
        <Field
          id="kode"
          label="Kode autentikator"
          hint="Isi hanya bila Anda memakai verifikasi dua langkah."
          errors={errors}
        >
          {(attributes) => (
            <input
              {...attributes}
              type="text"
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={10}
            />
          )}
        </Field>
        <div>
          <button type="submit">Masuk</button>
        </div>
      </form>
      <p className="note">Lupa kata sandi? Mintalah tautan sekali pakai kepada admin daerah Anda.</p>
    </Page>
  );
}
