/*
title: Agreements
title_th: ข้อตกลงความร่วมมือ
description: All agreements, or those of a party, an office, a topic, a programme or a year of signing.
description_th: ข้อตกลงทั้งหมด หรือเฉพาะของคู่ความร่วมมือ สำนักงาน ประเด็น โครงการ หรือปีที่ลงนาม
parameters:
  party:
    type: entity
    labels: [School, Office, Group, Organisation]
    description: it signed
    description_th: ผู้ลงนาม
  through_groups:
    type: boolean
    default: false
    description: also what a group signed that the party is a member of
    description_th: รวมข้อตกลงของกลุ่มที่เป็นสมาชิก
  office: {type: entity, labels: [Office], description: it signed or oversees, description_th: สำนักงานที่ลงนามหรือกำกับดูแล}
  topic: {type: search, labels: [Topic], description: what it covers, description_th: ประเด็น}
  programme: {type: search, labels: [Programme], description: what it was made under, description_th: โครงการ}
  year: {type: year, description: year of signing, description_th: ปีที่ลงนาม}
  as_of: {type: date}
columns:
  agreement_id: {title: Id, title_th: รหัส}
  title: {title: Agreement, title_th: ข้อตกลง}
  signed_on: {title: Signed on, title_th: ลงนามเมื่อ, type: date}
  starts: {title: Starts, title_th: เริ่ม, type: date}
  until: {title: Until, title_th: ถึง, type: date}
  status: {title: Status, title_th: สถานะ, type: word}
  parties: {title: Parties, title_th: คู่ความร่วมมือ, type: list}
  party_ids: {title: Party ids, title_th: รหัสคู่ความร่วมมือ, type: list}
  documents: {title: Documents, title_th: เอกสาร, type: list}
*/
MATCH (a:Agreement)
WHERE ($party IS NULL
       OR EXISTS { (a)<-[:SIGNED]-(:School|Office|Group|Organisation {id: $party}) }
       OR ($through_groups AND EXISTS { (a)<-[:SIGNED]-(:Group)<-[:MEMBER_OF]-(:School {id: $party}) }))
  AND ($office IS NULL OR EXISTS { (a)<-[:SIGNED|OVERSEES]-(:Office {id: $office}) })
  AND ($topic IS NULL OR EXISTS { MATCH (a)-[:COVERS]->(t:Topic) WHERE t.id IN $topic })
  AND ($programme IS NULL OR EXISTS { MATCH (a)-[:MADE_UNDER]->(m:Programme) WHERE m.id IN $programme })
  AND ($year IS NULL OR a.signed_on STARTS WITH toString($year) + '-')
WITH a, coalesce($as_of, $today) AS day, coalesce(a.starts, a.signed_on, a.recorded_on, '') AS begins
WITH a, CASE WHEN begins > day THEN 'not yet'
             WHEN a.ends IS NULL THEN 'no term stated'
             WHEN a.ends < day THEN 'ended'
             ELSE 'in force' END AS status
WHERE $as_of IS NULL OR status IN ['in force', 'no term stated']
OPTIONAL MATCH (a)<-[:SIGNED]-(p:School|Office|Group|Organisation)
WITH a, status, p
ORDER BY a.id, p.id
WITH a, status, collect(p) AS parties
RETURN a.id AS agreement_id,
       a.name AS title,
       a.signed_on AS signed_on,
       a.starts AS starts,
       a.ends AS until,
       status AS status,
       [p IN parties | p.name] AS parties,
       [p IN parties | p.id] AS party_ids,
       a.documents AS documents
ORDER BY agreement_id
