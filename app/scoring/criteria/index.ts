import type { Criterion } from "../criterion.ts";
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

/** The function behind each criterion of the instrument. */
export const CRITERIA: Readonly<Record<string, Criterion>> = {
  "persyaratan.objek": requirementHasObject,
  "persyaratan.bagi_pemohon": requirementIsForApplicant,
  "persyaratan.bentuk": requirementHasForm,
  "prosedur.langkah": procedureHasSteps,
  "prosedur.pengguna": userTakesPart,
  "prosedur.akhir": procedureEndsWell,
  "jangka_waktu.terukur": durationIsMeasurable,
  "jangka_waktu.penyelesaian": durationIsOfCompletion,
  "jangka_waktu.konsisten": durationAgrees,
  "jangka_waktu.pemicu": durationHasTrigger,
  "biaya.jelas": feeIsClear,
  "biaya.dasar": feeHasBasis,
  "produk.hasil": productIsResult,
  "produk.hasil_saja": productIsResultAlone,
  "pengaduan.kontak": complaintHasContact,
  "pengaduan.penangan": complaintHasHandler,
  "pengaduan.tenggat": complaintHasLimit,
  "dasar_hukum.dikutip": ruleIsCited,
  "dasar_hukum.peraturan": basisIsRule,
  "dasar_hukum.sektoral": ruleIsSectoral,
  "sarana.daftar": facilitiesAreListed,
  "sarana.bagi_pengguna": userIsProvidedFor,
  "kompetensi.isi": competenceIsGiven,
  "kompetensi.bukan_peraturan": competenceIsNoRegulation,
  "kompetensi.lengkap": competenceIsComplete,
  "pengawasan.pengawas": supervisorIsNamed,
  "pengawasan.cara": supervisionHasMethod,
  "jumlah_pelaksana.angka": headCountIsGiven,
  "jumlah_pelaksana.konsisten": headCountAgrees,
  "jumlah_pelaksana.pasti": headCountIsFirm,
  "jaminan_pelayanan.janji": promiseIsTied,
  "jaminan_pelayanan.akibat": promiseHasConsequence,
  "jaminan_keamanan.perlindungan": somethingIsProtected,
  "jaminan_keamanan.tindakan": measureIsNamed,
  "evaluasi_kinerja.cara_atau_waktu": evaluationSaysHowOrWhen,
  "evaluasi_kinerja.cara_dan_waktu": evaluationSaysHowAndWhen,
};
