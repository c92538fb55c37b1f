/*
title: An agreement without a stated end
title_th: ข้อตกลงที่ไม่ระบุวันสิ้นสุด
severity: warning
message: "{name}[, signed on {signed_on},] states no end"
message_th: "{name}[ (ลงนาม {signed_on})] ไม่ระบุวันสิ้นสุด"
next: "ask a party of {id} until when it holds"
next_th: "สอบถามคู่ความร่วมมือของ {id} ว่ามีผลถึงเมื่อใด"
columns:
  signed_on: {title: Signed on, title_th: ลงนามเมื่อ, type: date}
*/
MATCH (a:Agreement)
WHERE a.ends IS NULL AND coalesce(a.recorded_on, '') <= $as_of
RETURN a.id AS id,
       coalesce(a.name, a.id) AS name,
       a.signed_on AS signed_on
ORDER BY id
