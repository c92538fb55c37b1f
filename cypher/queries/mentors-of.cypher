/*
title: Who mentors a school
title_th: โรงเรียนพี่เลี้ยงของโรงเรียน
description: One row for each mentor and agreement.
description_th: หนึ่งแถวต่อโรงเรียนพี่เลี้ยงและข้อตกลงหนึ่งฉบับ
parameters:
  school: {type: entity, labels: [School], required: true, description: the partner, description_th: โรงเรียนร่วมพัฒนา}
  as_of: {type: date}
columns:
  mentor_id: {title: Id, title_th: รหัส}
  mentor: {title: Mentor, title_th: โรงเรียนพี่เลี้ยง}
  basis: {title: Basis, title_th: ที่มา, type: word}
  agreement_id: {title: Agreement, title_th: ข้อตกลง}
  starts: {title: Starts, title_th: เริ่ม, type: date}
  until: {title: Until, title_th: ถึง, type: date}
  status: {title: Status, title_th: สถานะ, type: word}
*/
MATCH (:School {id: $school})<-[r:MENTORS]-(m:School)
WITH r, m
OPTIONAL MATCH (a:Agreement {id: coalesce(r.agreement, '')})
WITH m, r, coalesce($as_of, $today) AS day,
     coalesce(r.starts, a.starts) AS starts,
     coalesce(r.starts, a.starts, a.signed_on, r.recorded_on, '') AS begins,
     coalesce(r.ends, a.ends) AS ends
WITH m, r, starts, ends,
     CASE WHEN begins > day THEN 'not yet'
          WHEN ends IS NULL THEN 'no term stated'
          WHEN ends < day THEN 'ended'
          ELSE 'in force' END AS status
WHERE $as_of IS NULL OR status IN ['in force', 'no term stated']
RETURN m.id AS mentor_id,
       m.name AS mentor,
       r.basis AS basis,
       r.agreement AS agreement_id,
       starts AS starts,
       ends AS until,
       status AS status
ORDER BY mentor_id, agreement_id
