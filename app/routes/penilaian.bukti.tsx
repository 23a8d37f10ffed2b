import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { addEvidence } from "#app/server/assessment/evidence.server.ts";
import { type Attachment, readAttachment } from "#app/server/attachments/attach.server.ts";
import { database } from "#app/server/database.server.ts";
import { isAppError } from "#app/server/errors.ts";
import { receiveFile } from "#app/server/receive-file.server.ts";
import { itemId } from "#app/ui/assessment/item-id.ts";
import { ErrorSummary } from "#app/ui/ErrorSummary.tsx";
import { paths } from "#app/ui/links.ts";
import { Page } from "#app/ui/Page.tsx";

export const loader = () => ({ title: "Bukti" });

/** Takes evidence in: the file comes last, and may be left out where a link or words are brought. */
export async function action({ request, context }: ActionFunctionArgs) {
  const fields: Record<string, string> = {};
  const file = await fileIn(request, fields);
  const [id = "", item = ""] = (fields.sasaran ?? "").split(" ");
  const back = `${paths.penilaian(id)}#${itemId(item)}`;
  try {
    if (isAppError(file)) throw file;
    await addEvidence(database(), { scope: context.scope, grants: context.viewer?.grants ?? [] }, id, {
      item,
      dated: fields.tanggal ?? "",
      note: fields.keterangan ?? "",
      ...(fields.tautan && { url: fields.tautan }),
      ...(file && { file }),
    });
  } catch (error) {
    if (!isAppError(error) || ![400, 409, 413, 415].includes(error.status)) throw error;
    return data({ message: error.message, back }, { status: error.status });
  }
  return redirect(back, 303);
}

/** The file, none where none was chosen, or why it cannot be taken: the fields tell where it belongs. */
const fileIn = async (request: Request, fields: Record<string, string>) => {
  try {
    return await receiveFile(request, "berkas", (file): Promise<Attachment> => readAttachment(file), fields);
  } catch (error) {
    if (!isAppError(error) || error.status >= 500) throw error;
    return error.code === "no_file" ? null : error;
  }
};

export default function EvidenceRefused() {
  const answer = useActionData<typeof action>();
  if (!answer) return <Elsewhere />;
  const { message, back } = answer;
  return (
    <Page
      h1="Bukti ini belum tersimpan"
      crumbs={[{ name: "Antrean", path: paths.antrean() }, { name: "Bukti" }]}
    >
      <ErrorSummary errors={[{ field: "kembali", message }]} />
      <p>
        <a id="kembali" href={back}>
          Kembali ke butirnya dan perbaiki isiannya
        </a>
      </p>
    </Page>
  );
}

/** Nothing stands here by itself: the form is on the sheet. */
const Elsewhere = () => (
  <Page
    h1="Bukti ditambahkan dari lembar penilaian"
    crumbs={[{ name: "Antrean", path: paths.antrean() }, { name: "Bukti" }]}
  >
    <p>
      <a href={paths.antrean()}>Buka antrean</a>, lalu pilih penilaiannya.
    </p>
  </Page>
);
