/*
title: Facts that no phrase supports
title_th: ข้อเท็จจริงที่ไม่มีข้อความสนับสนุน
description: Every node and relationship needs a quoted phrase, save documents and that something is mentioned in one.
description_th: ทุกรายการและความสัมพันธ์ต้องมีข้อความอ้างอิงจากเอกสาร ยกเว้นตัวเอกสารและการกล่าวถึงในเอกสาร
severity: error
message: "no phrase supports {fact} ({name})"
message_th: "ไม่มีข้อความสนับสนุน {fact} ({name})"
next: "quote the phrase that says it in the seed file, or take the fact out"
next_th: "อ้างข้อความที่กล่าวถึงในไฟล์ข้อมูล หรือลบข้อเท็จจริงนั้นออก"
columns:
  fact: {title: Fact, title_th: ข้อเท็จจริง}
*/
CALL () {
  MATCH (n:Office|School|Organisation|Person|Group|Programme|Topic|Event|Agreement|Declaration)
  WHERE size(coalesce(n.evidence, [])) = 0 AND coalesce(n.recorded_on, '') <= $as_of
  RETURN n.id AS id, coalesce(n.name, n.id) AS name, labels(n)[0] + ' ' + n.id AS fact
  UNION ALL
  MATCH (a:Office|School|Organisation|Person|Group|Event|Agreement|Declaration)
        -[r:SIGNED|OVERSEES|SIGNED_FOR|WITNESSED|MENTORS|MEMBER_OF|UNDER|HOLDS|ATTENDED|SIGNED_AT|MADE_UNDER|COVERS|ABOUT]->
        (b:Office|School|Organisation|Person|Group|Programme|Topic|Event|Agreement)
  WHERE size(coalesce(r.evidence, [])) = 0 AND coalesce(r.recorded_on, '') <= $as_of
  WITH a, b, coalesce(r.id, type(r) + ' ' + a.id + ' ' + b.id) AS fact
  RETURN fact AS id, coalesce(a.name, a.id) + ' → ' + coalesce(b.name, b.id) AS name, fact AS fact
}
RETURN id AS id, name AS name, fact AS fact
ORDER BY id, fact
