"""The Cypher that a picture is read with, which every engine answers alike. Rows are put in order in Python."""

from __future__ import annotations

ROOTS = "MATCH (:Party {id: $id})-[:MEMBER_OF*0..1]->(root) RETURN DISTINCT root.id AS id"
THROUGH = "UNWIND $ids AS id MATCH (root:{label} {{id: id}})-[:HOLDS_THROUGH]->(v:Vehicle) RETURN v.id AS id"

_BALANCE = """o.shares AS shares, o.value AS value, o.underlyingShares AS underlying, o.underlyingValue AS worth,
  o.caption AS caption, o.asOf AS asOf, o.until AS until, o.filing AS filing, o.rows AS rows, o.closed AS closed,
  o.block AS block, o.unlistedSince AS unlistedSince, o.unlistedIn AS unlistedIn"""
BALANCES = f"""UNWIND $ids AS id MATCH (h:{{label}} {{{{id: id}}}})-[o:OWNS|OWNED]->(s:Security)
WHERE o.knownUntil IS NULL AND o.asOf <= $on
RETURN id AS holder, s.id AS security, {_BALANCE}"""
BALANCES_OF_ISSUER = f"""MATCH (:Party {{id: $id}})-[:ISSUED]->(s:Security)<-[o:OWNS|OWNED]-(h)
WHERE o.knownUntil IS NULL AND o.asOf <= $on
RETURN h.id AS holder, s.id AS security, {_BALANCE}"""

_INSIDER = "r.roles AS roles, r.title AS title, r.lastSeen AS lastSeen, r.exitedOn AS exitedOn, r.filing AS filing"
INSIDER_AT = f"""MATCH (:Party {{id: $id}})-[r:INSIDER_OF]->(i:Party)
RETURN $id AS party, i.id AS issuer, {_INSIDER}"""
INSIDERS = f"""MATCH (:Party {{id: $id}})<-[r:INSIDER_OF]-(p:Party)
RETURN p.id AS party, $id AS issuer, {_INSIDER}"""
FILERS = """MATCH (:Filing {id: $id})<-[r:FILED]-(p:Party)
MATCH (:Filing {id: $id})-[:CONCERNS]->(i:Party)
RETURN p.id AS party, i.id AS issuer, r.officerTitle AS title, r.director AS director, r.officer AS officer,
  r.tenPercentOwner AS tenPercentOwner, r.other AS other"""

PARTIES = """UNWIND $ids AS id MATCH (p:Party {id: id})
RETURN id, coalesce(p.displayName, p.name, id) AS name, p.ticker AS ticker, p.kind AS kind"""
GROUPS = """UNWIND $ids AS id MATCH (g:Group {id: id})<-[:MEMBER_OF]-(p:Party)
RETURN id, coalesce(g.caption, id) AS name, p.id AS member, coalesce(p.displayName, p.name, p.id) AS called"""
VEHICLES = """UNWIND $ids AS id MATCH (v:Vehicle {id: id})
RETURN id, coalesce(v.displayName, v.name, v.nature) AS name, v.kind AS kind"""
SECURITIES = """UNWIND $ids AS id MATCH (s:Security {id: id})<-[:ISSUED]-(i:Party)
RETURN id, coalesce(s.title, id) AS title, coalesce(s.caption, s.title, id) AS caption, s.derivative AS derivative,
  i.id AS issuer"""
FILINGS = """UNWIND $ids AS id MATCH (f:Filing {id: id})-[:CONCERNS]->(i:Party)
RETURN id, f.caption AS caption, f.accession AS accession, f.footnotes AS footnotes, i.cik AS cik"""
ROWS = """UNWIND $ids AS id MATCH (f:Filing {id: id})-[r:TRANSACTION|HOLDING]->(s:Security)
RETURN id AS filing, s.id AS security, properties(r) AS row"""
