/*
title: An agreement ends within 180 days
title_th: ข้อตกลงจะสิ้นสุดภายใน 180 วัน
severity: warning
message: "{name} ends on {until}, in {days_left} days"
message_th: "{name} จะสิ้นสุดวันที่ {until} (อีก {days_left} วัน)"
next: "remind the parties to renew it: graphmou query parties-of -p agreement=ID"
next_th: "เตือนคู่ความร่วมมือให้ต่ออายุ: graphmou query parties-of -p agreement=รหัส"
columns:
  until: {title: Until, title_th: ถึง, type: date}
  days_left: {title: Days left, title_th: เหลือ (วัน), type: integer}
*/
MATCH (a:Agreement)
WHERE a.ends >= $as_of
  AND coalesce(a.starts, a.signed_on, a.recorded_on, '') <= $as_of
  AND coalesce(a.recorded_on, '') <= $as_of
WITH a, duration.inDays(date($as_of), date(a.ends)).days AS days_left
WHERE days_left <= 180
RETURN a.id AS id,
       coalesce(a.name, a.id) AS name,
       a.ends AS until,
       days_left AS days_left
ORDER BY id
