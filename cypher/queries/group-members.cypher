/*
title: Members of a group
title_th: สมาชิกของกลุ่ม
description: The schools of a group or network, its lead among them.
description_th: โรงเรียนในกลุ่มหรือเครือข่าย รวมทั้งแกนนำ
parameters:
  group: {type: entity, labels: [Group], required: true, description: the group, description_th: กลุ่ม}
columns:
  school_id: {title: Id, title_th: รหัส}
  school: {title: School, title_th: โรงเรียน}
  role: {title: Role, title_th: บทบาท, type: word}
  basis: {title: Basis, title_th: ที่มา, type: word}
*/
MATCH (:Group {id: $group})<-[r:MEMBER_OF]-(s:School)
RETURN s.id AS school_id,
       s.name AS school,
       r.role AS role,
       r.basis AS basis
ORDER BY school_id, role
