/*
title: Agreements that end soon
title_th: ข้อตกลงที่ใกล้สิ้นสุด
description: In force on the day, with an end within so many days. Agreements without a stated term are none.
description_th: ข้อตกลงที่มีผลในวันนั้นและจะสิ้นสุดภายในจำนวนวันที่กำหนด ไม่รวมข้อตกลงที่ไม่ระบุระยะเวลา
parameters:
  within_days: {type: integer, least: 0, default: 180, description: days from the day, description_th: ภายในกี่วัน}
  as_of: {type: date, description: the day (today), description_th: วันที่พิจารณา (วันนี้)}
columns:
  agreement_id: {title: Id, title_th: รหัส}
  title: {title: Agreement, title_th: ข้อตกลง}
  until: {title: Until, title_th: ถึง, type: date}
  days_left: {title: Days left, title_th: เหลือ (วัน), type: integer}
  parties: {title: Parties, title_th: คู่ความร่วมมือ, type: list}
*/
WITH coalesce($as_of, $today) AS day
MATCH (a:Agreement)
WHERE a.ends >= day AND coalesce(a.starts, a.signed_on, a.recorded_on, '') <= day
WITH a, duration.inDays(date(day), date(a.ends)).days AS days_left
WHERE days_left <= $within_days
OPTIONAL MATCH (a)<-[:SIGNED]-(p:School|Office|Group|Organisation)
WITH a, days_left, p
ORDER BY a.id, p.id
WITH a, days_left, collect(p) AS parties
RETURN a.id AS agreement_id,
       a.name AS title,
       a.ends AS until,
       days_left AS days_left,
       [p IN parties | p.name] AS parties
ORDER BY agreement_id
