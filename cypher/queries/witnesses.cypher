/*
title: Witnesses of agreements
title_th: พยานในข้อตกลง
description: All witnesses, or those of one agreement, or what one person witnessed. Who chaired a ceremony is none.
description_th: พยานทั้งหมด หรือเฉพาะของข้อตกลงหรือบุคคลที่ระบุ ประธานในพิธีไม่ใช่พยาน
parameters:
  agreement: {type: entity, labels: [Agreement], description: of this agreement, description_th: ของข้อตกลงนี้}
  person: {type: entity, labels: [Person], description: this person, description_th: บุคคลนี้}
columns:
  person_id: {title: Id, title_th: รหัส}
  person: {title: Witness, title_th: พยาน}
  agreement_id: {title: Agreement id, title_th: รหัสข้อตกลง}
  title: {title: Agreement, title_th: ข้อตกลง}
  signed_on: {title: Signed on, title_th: ลงนามเมื่อ, type: date}
*/
MATCH (p:Person)-[:WITNESSED]->(a:Agreement)
WHERE ($agreement IS NULL OR a.id = $agreement)
  AND ($person IS NULL OR p.id = $person)
RETURN p.id AS person_id,
       p.name AS person,
       a.id AS agreement_id,
       a.name AS title,
       a.signed_on AS signed_on
ORDER BY person_id, agreement_id
