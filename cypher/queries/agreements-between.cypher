/*
title: Agreements that two parties both signed
title_th: ข้อตกลงที่สองฝ่ายลงนามร่วมกัน
description: Which of the two comes first does not matter.
description_th: ลำดับของทั้งสองฝ่ายไม่มีผล
parameters:
  a:
    type: entity
    labels: [School, Office, Group, Organisation]
    required: true
    description: one party
    description_th: ฝ่ายหนึ่ง
  b:
    type: entity
    labels: [School, Office, Group, Organisation]
    required: true
    description: the other party
    description_th: อีกฝ่ายหนึ่ง
  through_groups:
    type: boolean
    default: false
    description: also what a group signed that one of them is a member of
    description_th: รวมข้อตกลงของกลุ่มที่ฝ่ายใดฝ่ายหนึ่งเป็นสมาชิก
columns:
  agreement_id: {title: Id, title_th: รหัส}
  title: {title: Agreement, title_th: ข้อตกลง}
  signed_on: {title: Signed on, title_th: ลงนามเมื่อ, type: date}
  role_a: {title: Role of a, title_th: บทบาทของ a, type: word}
  role_b: {title: Role of b, title_th: บทบาทของ b, type: word}
  status: {title: Status, title_th: สถานะ, type: word}
*/
CALL () {
  MATCH (:School|Office|Group|Organisation {id: $a})-[r:SIGNED]->(g:Agreement)
  RETURN g AS g, r.role AS role, 0 AS far
  UNION
  MATCH (:School {id: $a})-[:MEMBER_OF]->(:Group)-[r:SIGNED]->(g:Agreement)
  WHERE $through_groups
  RETURN g AS g, r.role AS role, 1 AS far
}
WITH g, role, far
ORDER BY g.id, far, role
WITH g, collect(role)[0] AS role_a
CALL (g) {
  MATCH (g)<-[r:SIGNED]-(:School|Office|Group|Organisation {id: $b})
  RETURN r.role AS role, 0 AS far
  UNION
  MATCH (g)<-[r:SIGNED]-(:Group)<-[:MEMBER_OF]-(:School {id: $b})
  WHERE $through_groups
  RETURN r.role AS role, 1 AS far
}
WITH g, role_a, role, far
ORDER BY g.id, far, role
WITH g, role_a, collect(role)[0] AS role_b
RETURN g.id AS agreement_id,
       g.name AS title,
       g.signed_on AS signed_on,
       role_a AS role_a,
       role_b AS role_b,
       CASE WHEN coalesce(g.starts, g.signed_on, g.recorded_on, '') > $today THEN 'not yet'
            WHEN g.ends IS NULL THEN 'no term stated'
            WHEN g.ends < $today THEN 'ended'
            ELSE 'in force' END AS status
ORDER BY agreement_id
