/*
title: Agreements by year of signing
title_th: จำนวนข้อตกลงตามปีที่ลงนาม
description: A question of your own. Change it, or write another file beside it.
description_th: คำถามของท่านเอง แก้ไขได้ หรือเขียนไฟล์ใหม่ไว้ข้างกัน
parameters:
  since: {type: year, default: 2560, description: only agreements since that year, description_th: ตั้งแต่ปี}
columns:
  year: {title: Year, title_th: ปี (ค.ศ.), type: integer}
  agreements: {title: Agreements, title_th: ข้อตกลง, type: integer}
  titles: {title: Titles, title_th: ชื่อข้อตกลง, type: list}
nothing_found: no agreement was signed since then
nothing_found_th: ไม่มีข้อตกลงตั้งแต่ปีนั้น
*/
MATCH (a:Agreement)
WHERE a.signed_on IS NOT NULL AND toInteger(left(a.signed_on, 4)) >= $since
WITH toInteger(left(a.signed_on, 4)) AS year, a
ORDER BY year, a.id
RETURN year AS year,
       count(a) AS agreements,
       collect(coalesce(a.name, a.id)) AS titles
ORDER BY year
