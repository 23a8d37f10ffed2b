import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ownerOfLink, setPasswordByLink } from "#app/server/accounts/own.server.ts";
import { SHORTEST } from "#app/server/accounts/password-rules.ts";
import { database } from "#app/server/database.server.ts";
import { PasswordForm } from "#app/ui/accounts/PasswordForm.tsx";
import { ErrorSummary } from "#app/ui/ErrorSummary.tsx";
import { field } from "#app/ui/form.ts";
import { paths } from "#app/ui/links.ts";
import { Page } from "#app/ui/Page.tsx";

export { accountHeaders as headers } from "#app/ui/accounts/headers.ts";

export async function loader({ params }: LoaderFunctionArgs) {
  const token = params.token ?? "";
  const { name, username } = await ownerOfLink(database(), token);
  return { title: "Kata sandi baru", name, username, path: paths.sandiBaru(token) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await request.formData();
  const typed = { next: field(form, "baru"), again: field(form, "ulang") };
  const set = await setPasswordByLink(database(), params.token ?? "", typed);
  if ("problems" in set) return data({ errors: set.problems }, { status: 400 });
  return redirect(`${paths.masuk()}?sandi-baru=1`, 303);
}

export default function NewPassword() {
  const { name, username, path } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors ?? [];
  return (
    <Page
      h1="Pilih kata sandi baru"
      crumbs={[{ name: "Dasbor", path: paths.dasbor() }, { name: "Kata sandi baru" }]}
      scope={`Untuk akun ${name} (nama pengguna ${username}). Tautan ini hanya dapat dipakai satu kali.`}
    >
      <ErrorSummary errors={errors} />
      <PasswordForm action={path} errors={errors} shortest={SHORTEST} username={username} />
    </Page>
  );
}
