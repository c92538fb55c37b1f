/*
title: Parties of an agreement
title_th: คู่ความร่วมมือของข้อตกลง
description: >-
  Its own parties, and the schools that are party to it because a group they are members of signed: these come with
  the id of that group under via, and the role the group signed in.
description_th: ผู้ลงนามเอง และโรงเรียนที่ผูกพันเพราะกลุ่มที่เป็นสมาชิกได้ลงนาม (มีรหัสกลุ่มในช่อง ผ่านกลุ่ม)
parameters:
  agreement: {type: entity, labels: [Agreement], required: true, description: the agreement, description_th: ข้อตกลง}
columns:
  party_id: {title: Id, title_th: รหัส}
  party: {title: Party, title_th: คู่ความร่วมมือ}
  kind: {title: Kind, title_th: ชนิด, type: word}
  role: {title: Role, title_th: บทบาท, type: word}
  via: {title: Via, title_th: ผ่านกลุ่ม}
*/
CALL () {
  MATCH (a:Agreement {id: $agreement})<-[r:SIGNED]-(p:School|Office|Group|Organisation)
  RETURN p AS p, r.role AS role, null AS via
  UNION
  MATCH (a:Agreement {id: $agreement})<-[r:SIGNED]-(g:Group)<-[:MEMBER_OF]-(p:School)
  RETURN p AS p, r.role AS role, g.id AS via
}
RETURN p.id AS party_id,
       p.name AS party,
       labels(p)[0] AS kind,
       role AS role,
       via AS via
ORDER BY party_id, via
