/*
title: Evidence of an entity and its relationships
title_th: หลักฐานของสิ่งหนึ่งและความสัมพันธ์ของสิ่งนั้น
description: >-
  Each phrase that supports it, with the document and where the phrase stands there (in characters). The fact is a
  label and an id, or a relationship type, the ids of its ends and what tells it from others of its kind.
description_th: ข้อความที่สนับสนุน เอกสาร และตำแหน่งในเอกสาร (นับเป็นตัวอักษร)
parameters:
  entity: {type: entity, required: true, description: any entity, description_th: สิ่งใดก็ได้}
columns:
  fact: {title: Fact, title_th: ข้อเท็จจริง}
  document_id: {title: Document, title_th: เอกสาร}
  start: {title: From, title_th: จาก, type: integer}
  end: {title: To, title_th: ถึง, type: integer}
  phrase: {title: Phrase, title_th: ข้อความ}
nothing_found: no phrase supports it
nothing_found_th: ไม่มีข้อความใดสนับสนุน
*/
MATCH (n:Office|School|Organisation|Person|Group|Programme|Topic|Event|Agreement|Declaration|Document {id: $entity})
CALL (n) {
  UNWIND n.evidence AS text
  RETURN labels(n)[0] + ' ' + n.id AS fact, text AS text
  UNION
  MATCH (n)-[r]-()
  UNWIND r.evidence AS text
  RETURN coalesce(r.id, type(r) + ' ' + startNode(r).id + ' ' + endNode(r).id) AS fact, text AS text
}
WITH fact, text, split(text, '#')[0] AS document
WITH fact, document, substring(text, size(document) + 1) AS rest
WITH fact, document, rest, split(rest, ' ')[0] AS place
RETURN fact AS fact,
       document AS document_id,
       toInteger(split(place, '-')[0]) AS start,
       toInteger(split(place, '-')[1]) AS end,
       substring(rest, size(place) + 1) AS phrase
ORDER BY fact, document_id, start, end
