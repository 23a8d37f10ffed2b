import { type Criterion, ofSubject, ofText } from "../criterion.ts";
import { feeHasBasis, feeIsClear } from "./biaya.ts";
import { basisIsRule, ruleIsCited, ruleIsSectoral } from "./dasar-hukum.ts";
import { evaluationSaysHowAndWhen, evaluationSaysHowOrWhen } from "./evaluasi-kinerja.ts";
import { measureIsNamed, somethingIsProtected } from "./jaminan-keamanan.ts";
import { promiseHasConsequence, promiseIsTied } from "./jaminan-pelayanan.ts";
import {
  durationAgrees,
  durationHasTrigger,
  durationIsMeasurable,
  durationIsOfCompletion,
} from "./jangka-waktu.ts";
import { headCountAgrees, headCountIsFirm, headCountIsGiven } from "./jumlah-pelaksana.ts";
import { competenceIsComplete, competenceIsGiven, competenceIsNoRegulation } from "./kompetensi.ts";
import { complaintHasContact, complaintHasHandler, complaintHasLimit } from "./pengaduan.ts";
import { supervisionHasMethod, supervisorIsNamed } from "./pengawasan.ts";
import { requirementHasForm, requirementHasObject, requirementIsForApplicant } from "./persyaratan.ts";
import { productIsResult, productIsResultAlone } from "./produk.ts";
import { procedureEndsWell, procedureHasSteps, userTakesPart } from "./prosedur.ts";
import { facilitiesAreListed, userIsProvidedFor } from "./sarana.ts";

/** The function behind each criterion of the instrument; those of the text alone judge equal texts once. */
export const CRITERIA: Readonly<Record<string, Criterion>> = {
  "persyaratan.objek": ofText(requirementHasObject),
  "persyaratan.bagi_pemohon": ofText(requirementIsForApplicant),
  "persyaratan.bentuk": ofText(requirementHasForm),
  "prosedur.langkah": ofText(procedureHasSteps),
  "prosedur.pengguna": ofText(userTakesPart),
  "prosedur.akhir": ofText(procedureEndsWell),
  "jangka_waktu.terukur": ofSubject(durationIsMeasurable),
  "jangka_waktu.penyelesaian": ofSubject(durationIsOfCompletion),
  "jangka_waktu.konsisten": ofText(durationAgrees),
  "jangka_waktu.pemicu": ofSubject(durationHasTrigger),
  "biaya.jelas": ofSubject(feeIsClear),
  "biaya.dasar": ofSubject(feeHasBasis),
  "produk.hasil": ofSubject(productIsResult),
  "produk.hasil_saja": ofText(productIsResultAlone),
  "pengaduan.kontak": ofSubject(complaintHasContact),
  "pengaduan.penangan": ofText(complaintHasHandler),
  "pengaduan.tenggat": ofText(complaintHasLimit),
  "dasar_hukum.dikutip": ofSubject(ruleIsCited),
  "dasar_hukum.peraturan": ofText(basisIsRule),
  "dasar_hukum.sektoral": ofSubject(ruleIsSectoral),
  "sarana.daftar": ofText(facilitiesAreListed),
  "sarana.bagi_pengguna": ofText(userIsProvidedFor),
  "kompetensi.isi": ofSubject(competenceIsGiven),
  "kompetensi.bukan_peraturan": ofSubject(competenceIsNoRegulation),
  "kompetensi.lengkap": ofText(competenceIsComplete),
  "pengawasan.pengawas": ofText(supervisorIsNamed),
  "pengawasan.cara": ofText(supervisionHasMethod),
  "jumlah_pelaksana.angka": ofSubject(headCountIsGiven),
  "jumlah_pelaksana.konsisten": ofText(headCountAgrees),
  "jumlah_pelaksana.pasti": ofText(headCountIsFirm),
  "jaminan_pelayanan.janji": ofText(promiseIsTied),
  "jaminan_pelayanan.akibat": ofText(promiseHasConsequence),
  "jaminan_keamanan.perlindungan": ofText(somethingIsProtected),
  "jaminan_keamanan.tindakan": ofText(measureIsNamed),
  "evaluasi_kinerja.cara_atau_waktu": ofText(evaluationSaysHowOrWhen),
  "evaluasi_kinerja.cara_dan_waktu": ofText(evaluationSaysHowAndWhen),
};
