/** Words with which the name of a unit of the secretariat or of the region begins. */
export const UNIT_OPENS =
  /^(?:sub[\s-]*)?(?:bagian|bidang|seksi|biro|asisten|sekretariat|dinas|badan|upt[db]?|kecamatan|kelurahan|puskesmas|inspektorat|kantor)\b/i;
